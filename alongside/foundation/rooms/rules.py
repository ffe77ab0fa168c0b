"""What may be done with a room, in which stage, and by whom."""

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.foundation.rooms.models import Room

Stage = Room.Stage

# Stage and verb, to the stage that follows. Drives the actions, the buttons and a test.
TRANSITIONS: dict[tuple[str, str], str] = {
    (Stage.PREPARING, "begin"): Stage.ASKING,
    (Stage.ASKING, "reveal"): Stage.REVEALED,
    (Stage.REVEALED, "ask_again"): Stage.ASKING,
    (Stage.REVEALED, "end"): Stage.ENDED,
}


def stage_after(stage: str, verb: str) -> str | None:
    """Return the stage that the verb leads to from here, or nothing."""
    return TRANSITIONS.get((stage, verb))


def is_done(room: Room, verb: str, turn: int) -> bool:
    """Whether the verb, asked for while that turn was before somebody's eyes, was done already."""
    reached = room.turn == turn + (verb == "ask_again")
    return reached and any(
        done == verb and room.stage == following for (_from, done), following in TRANSITIONS.items()
    )


def can_hold_rooms(actor: Actor, place: Place) -> bool:
    """Whether the actor may prepare and hold rooms in a place."""
    return place.is_writable and actor.may("room.hold", place.pk)


def can_hold_room(actor: Actor, room: Room) -> bool:
    return can_hold_rooms(actor, room.place)
