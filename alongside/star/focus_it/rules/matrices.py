"""Who may prepare, change and see a matrix; what may be changed when."""

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.foundation.rooms.models import Room
from alongside.foundation.rooms.rules import can_hold_rooms
from alongside.star.focus_it.models import Matrix


def can_prepare_matrices(actor: Actor, place: Place) -> bool:
    return can_hold_rooms(actor, place)


def can_run_matrix(actor: Actor, matrix: Matrix) -> bool:
    """Whether the actor prepares, reveals and describes this matrix."""
    return can_hold_rooms(actor, matrix.place)


def is_rateable(room: Room) -> bool:
    """Whether ratings made now count."""
    return room.stage == Room.Stage.ASKING


def is_revealed(room: Room, turn: int) -> bool:
    """Whether the figures of that turn may be made: never before everybody sees them."""
    return turn < room.turn or (
        turn == room.turn and room.stage in {Room.Stage.REVEALED, Room.Stage.ENDED}
    )


def can_see_figures(actor: Actor, matrix: Matrix) -> bool:
    """Whether released figures may be read; that there are none before the reveal is no matter of
    permission.
    """
    return actor.may("round.see_results", matrix.place_id)
