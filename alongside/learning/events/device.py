"""What a device remembers of bookings: which are its own, by their public ids, signed.

It stands beside the seat, so that booking doesn't let go of what was begun elsewhere.
"""

from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from alongside.foundation.gatherings.models import Booking
from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.members.seat_cookies import keep_seat, let_go
from alongside.foundation.members.seats import LIFETIME

BOOKINGS = "bookings"
SALT = "events.bookings"
AT_MOST = 12


def actor_of(request: HttpRequest) -> Actor:
    """Who asks."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def held_on(request: HttpRequest) -> list[UUID]:
    """Return the bookings that were made on this device, or opened on it from a letter."""
    held = request.get_signed_cookie(
        BOOKINGS, default="", salt=SALT, max_age=int(LIFETIME.total_seconds())
    )
    return [UUID(hex=one) for one in (held or "").split(".") if one]


def remember(response: HttpResponse, request: HttpRequest, booking: Booking) -> None:
    """Let this device open the booking from now on."""
    ids = [booking.public_id, *(one for one in held_on(request) if one != booking.public_id)]
    response.set_signed_cookie(
        BOOKINGS,
        ".".join(one.hex for one in ids[:AT_MOST]),
        salt=SALT,
        max_age=int(LIFETIME.total_seconds()),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def keep_seat_if_free(
    response: HttpResponse, request: HttpRequest, booking: Booking, cookie: str
) -> None:
    """Keep the seat as well, unless this device sits in another activity."""
    actor = actor_of(request)
    sits_elsewhere = (
        actor.kind is ActorKind.SEAT and actor.seat_activity != booking.gathering.activity_id
    )
    if cookie and not sits_elsewhere:
        keep_seat(response, cookie)


def forget(response: HttpResponse, request: HttpRequest, booking: Booking) -> None:
    """Let a shared device forget every booking, and the seat if it is this one's."""
    response.delete_cookie(BOOKINGS)
    actor = actor_of(request)
    if actor.kind is ActorKind.SEAT and actor.seat_activity == booking.gathering.activity_id:
        let_go(response)
