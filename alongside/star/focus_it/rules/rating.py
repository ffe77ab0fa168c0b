"""Who may rate."""

from alongside.foundation.history.actor import Actor, ActorKind
from alongside.star.focus_it.models import Matrix


def can_rate_as_member(actor: Actor, matrix: Matrix) -> bool:
    """Whether the actor's membership lets them rate."""
    return actor.kind is ActorKind.PERSON and actor.may("round.answer", matrix.place_id)


def can_rate_as_guest(matrix: Matrix, *, came_through_door: bool) -> bool:
    """Guests come through the door of the room, or by link where the matrix is open to that."""
    return came_through_door or matrix.by_link
