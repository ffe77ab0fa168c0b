"""Reads of rooms: behind which code they lie, what phones are told, how many came in."""

from dataclasses import dataclass
from uuid import UUID

from django.core.cache import caches
from django.utils import timezone

from alongside.foundation.rooms.codes import hash_of_code, hash_of_link
from alongside.foundation.rooms.models import Arrival, Room

A_SECOND = 1
# So many phones ask again each second, whatever their number: the more came, the longer they wait.
ASKS_A_SECOND = 75
SHORTEST_WAIT = 4


@dataclass(frozen=True, slots=True)
class LiveState:
    """What everybody in a room may know at any time: no figure is in it."""

    stage: str
    turn: int
    version: int
    asked: int
    wait: int  # seconds until a phone asks again

    @property
    def etag(self) -> str:
        return f'"{self.version}.{self.wait}"'


def room_of_code(text: str) -> Room | None:
    """Return the room whose open door has this five-digit code."""
    return _behind(code_hash=hash_of_code(text))


def room_of_link(text: str) -> Room | None:
    """Return the room whose open door has this link."""
    return _behind(link_hash=hash_of_link(text))


def _behind(**lookup: str) -> Room | None:
    rooms = Room.objects.unscoped(reason="the code of an open door says which place")
    found = rooms.with_open_door(timezone.now()).filter(**lookup)
    return found.select_related("activity__place", "place").first()


def live_state(public_id: UUID) -> LiveState | None:
    """Return the state of a room, at most a second old: three hundred phones cost one query."""
    key = f"rooms.live.{public_id}"
    moments = caches["template_fragments"]  # each process keeps its own
    state: LiveState | None = moments.get(key)
    if state is None and (state := _read_state(public_id)) is not None:
        moments.set(key, state, A_SECOND)
    return state


def _read_state(public_id: UUID) -> LiveState | None:
    rooms = Room.objects.unscoped(reason="its public id was given to those in the room")
    room = rooms.filter(public_id=public_id).first()
    if room is None:
        return None
    wait = max(SHORTEST_WAIT, round(joined_count(room) / ASKS_A_SECOND))
    return LiveState(room.stage, room.turn, room.version, room.asked, wait)


def joined_count(room: Room) -> int:
    """Return how many came in through the present door, or the last one."""
    arrivals = Arrival.objects.unscoped(reason="counts the guests of a room in hand")
    return arrivals.filter(room=room, door_number=room.door_number).count()
