"""Who may answer a round, in which hat, and who may enter answers for others."""

from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.members.models import Group
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.rules import can_enter_responses
from alongside.star.map_it.models import Round


def can_answer_as_member(actor: Actor, round_: Round) -> bool:
    """Whether the actor's membership lets them answer under their own name."""
    return actor.kind is ActorKind.PERSON and actor.may("round.answer", round_.place_id)


def can_enter_answers(actor: Actor, round_: Round) -> bool:
    """Whether the actor enters what was said in a room, on paper or by telephone."""
    return round_.place.is_writable and can_enter_responses(actor, round_.place_id)


def may_stand_with_name(actor: Actor, round_: Round, response: Response) -> bool:
    """Whether these are a councillor's own answers, sent, in a map where others stay confidential.

    Not in a first look, whose Star may be drawn while people still answer.
    """
    person = actor.persons.get(round_.place_id)
    return (
        actor.kind is ActorKind.PERSON
        and person is not None
        and response.activity_id == round_.activity_id
        and response.participant.person_id == person
        and response.group == Group.ELECTED
        and response.group_confirmed
        and response.state == Response.State.SUBMITTED
        and round_.mode == Round.Mode.CONFIDENTIAL
        and not round_.is_provisional
    )


def is_group_confirmed(group: str, *, vouched_for: bool) -> bool:
    """Residents may come by an open link; every other group needs somebody to vouch (trust 17)."""
    return vouched_for or group == Group.RESIDENT
