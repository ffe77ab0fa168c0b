"""Who may send, change, withdraw or enter a response."""

from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.responses.models import Response

# Whoever holds this enters what others said in a room, on paper or by telephone.
ENTER = "round.enter"


def can_change_response(actor: Actor, response: Response) -> bool:
    """Only the participant it belongs to: nobody else, whatever their role."""
    participant = response.participant
    if actor.kind is ActorKind.SEAT:
        return participant.seat_id is not None and participant.seat_id == actor.id
    person = actor.persons.get(response.place_id)
    return person is not None and participant.person_id == person


def can_enter_responses(actor: Actor, place_id: int) -> bool:
    """Whether the actor may enter what other people said."""
    return actor.kind is ActorKind.PERSON and actor.may(ENTER, place_id)
