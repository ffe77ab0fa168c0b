"""Who may answer a round, in which hat, and who may enter answers for others."""

from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.members.models import Group
from alongside.foundation.responses.rules import can_enter_responses
from alongside.star.map_it.models import Round


def can_answer_as_member(actor: Actor, round_: Round) -> bool:
    """Whether the actor's membership lets them answer under their own name."""
    return actor.kind is ActorKind.PERSON and actor.may("round.answer", round_.place_id)


def can_enter_answers(actor: Actor, round_: Round) -> bool:
    """Whether the actor enters what was said in a room, on paper or by telephone."""
    return round_.place.is_writable and can_enter_responses(actor, round_.place_id)


def is_group_confirmed(group: str, *, vouched_for: bool) -> bool:
    """Residents may come by an open link; every other group needs somebody to vouch (trust 17)."""
    return vouched_for or group == Group.RESIDENT
