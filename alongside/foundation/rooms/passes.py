"""The pass that a device gets at the door: it says which door it came through, nothing more.

A code in an address is exchanged for it at once (trust 13). It opens no answers of anybody.
"""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from alongside.foundation.rooms.models import Room

COOKIE = "room"
SALT = "alongside.room"
LASTS = 12 * 3600


def give_pass(response: HttpResponse, room: Room) -> None:
    """Let the device remember that it came through the present door of a room."""
    response.set_signed_cookie(
        COOKIE,
        f"{room.pk}.{room.door_number}",
        salt=SALT,
        max_age=LASTS,
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )


def came_through_door(request: HttpRequest, room: Room) -> bool:
    """Whether the device came through the door that is, or was last, open."""
    held = request.get_signed_cookie(COOKIE, default="", salt=SALT, max_age=LASTS)
    return held == f"{room.pk}.{room.door_number}" and room.door_number > 0
