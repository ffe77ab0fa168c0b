"""Who may send, change or withdraw a response."""

from alongside.foundation.history.actor import Actor, ActorKind, Channel
from alongside.foundation.responses.models import Response

# Whoever holds this enters what others said in a room, on paper or by telephone.
ENTER = "round.enter"
ENTERED_CHANNELS = frozenset({Channel.ROOM, Channel.PHONE, Channel.PAPER, Channel.INTERVIEWER})


def can_change_response(actor: Actor, response: Response) -> bool:
    """Its author may; so may whoever is entering it for the author, until it is sent."""
    return is_author(actor, response) or _is_being_entered(actor, response)


def is_author(actor: Actor, response: Response) -> bool:
    """Whether the actor is the participant that the response belongs to."""
    participant = response.participant
    if actor.kind is ActorKind.SEAT:
        return participant.seat_id is not None and participant.seat_id == actor.id
    person = actor.persons.get(response.place_id)
    return person is not None and participant.person_id == person


def _is_being_entered(actor: Actor, response: Response) -> bool:
    return (
        response.state == Response.State.DRAFT
        and response.channel in ENTERED_CHANNELS
        and can_enter_responses(actor, response.place_id)
    )


def can_enter_responses(actor: Actor, place_id: int) -> bool:
    """Whether the actor may enter what other people said."""
    return actor.kind is ActorKind.PERSON and actor.may(ENTER, place_id)
