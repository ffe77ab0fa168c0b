"""Come into a room: with the five digits on the big screen, or with its QR code.

The code only says which room it is (trust 11): the device gets a pass for its door and goes on to a
clean address, where people are told what it is about and decide whether they take part.
"""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from alongside.foundation.accounts.attempts import attempts_exhausted, record_failure
from alongside.foundation.accounts.codes import CodeKind
from alongside.foundation.accounts.network import network_of
from alongside.foundation.rooms.codes import is_door_code
from alongside.foundation.rooms.models import Room
from alongside.foundation.rooms.passes import give_pass
from alongside.foundation.rooms.queries import room_of_code, room_of_link
from alongside.site.activity_doors import room_door_of


def into_room(request: HttpRequest, code: str) -> HttpResponse | None:
    """Return the way into the room behind a code; nothing if it isn't the code of a room.

    Five digits can be tried out, so wrong ones are counted; the QR code is too long for that and
    opens even where somebody has tried too often.
    """
    if is_door_code(code):
        return _by_digits(request, code)
    room = room_of_link(code)
    return _let_in(room) if room else None


def _by_digits(request: HttpRequest, code: str) -> HttpResponse:
    network = network_of(request)
    if attempts_exhausted(CodeKind.ROOM, network):
        return render(request, "site/too_many_tries.html", {"is_room": True}, status=429)
    room = room_of_code(code)
    if room is None:
        record_failure(CodeKind.ROOM, network)
        return render(request, "site/join_code.html", {"wrong_room": True}, status=404)
    return _let_in(room)


def _let_in(room: Room) -> HttpResponse:
    front = reverse("site:front", args=[room.place.slug])
    response = redirect(room_door_of(room.activity) or front)
    give_pass(response, room)
    return response
