"""Small blocks to show: the door with its codes and its count."""

from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urlsplit

from django.conf import settings
from django.utils import timezone
from django.utils.safestring import SafeString

from alongside.foundation.accounts.qr import qr_svg
from alongside.foundation.rooms.codes import door_code, door_link
from alongside.foundation.rooms.models import Room
from alongside.foundation.rooms.queries import joined_count


@dataclass(frozen=True, slots=True)
class DoorPanel:
    """What the big screen and the facilitator see of a door; without code while it is closed."""

    room: Room
    joined: int
    heads: int | None
    is_open: bool
    code: str = ""
    address: str = ""
    qr: SafeString | str = ""


def door_panel(room: Room) -> DoorPanel:
    """Return the door as it is now. One query."""
    joined = joined_count(room)
    if not room.door_is_open(timezone.now()):
        return DoorPanel(room, joined, room.heads, is_open=False)
    parts = urlsplit(f"{settings.BASE_URL}/j/")
    return DoorPanel(
        room,
        joined,
        room.heads,
        is_open=True,
        code=door_code(room),
        address=f"{parts.netloc}{parts.path}",
        qr=_drawn(f"{settings.BASE_URL}/j/{door_link(room)}"),
    )


@lru_cache(maxsize=16)
def _drawn(address: str) -> SafeString:
    """The code of a door, drawn once: a hall looks at it for hours."""
    return qr_svg(address)
