"""What a device remembers of bookings: which are its own, by their public ids, signed.

It stands beside the seat, so that booking doesn't let go of what was begun elsewhere.
"""

from uuid import UUID

from django.conf import settings
from django.db.models import Case, Q, When
from django.http import HttpRequest, HttpResponse

from alongside.foundation.consent.models import Participant
from alongside.foundation.gatherings.models import Booking, Gathering
from alongside.foundation.history.actor import ActorKind
from alongside.foundation.members.seat_cookies import keep_seat, let_go
from alongside.foundation.members.seats import LIFETIME, seat_of_cookie
from alongside.foundation.places.doors import actor_of
from alongside.learning.events.queries.seats import HAS_A_PLACE

BOOKINGS = "bookings"
SALT = "events.bookings"
LIVE = "live"
AT_MOST = 12


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


def participant_on(request: HttpRequest, gathering: Gathering) -> Participant | None:
    """Return who this device is at an event: a member, a guest's seat, or whoever booked on it.

    A seat taken in the hall lies beside others, under the address of the live page: whoever rates
    or answers elsewhere meanwhile keeps both, and comes back as the same. Where several booked on
    it, one with a place comes before one who waits.
    """
    by = actor_of(request)
    if person := by.persons.get(gathering.place_id):
        whose = Q(person_id=person)
    else:
        whose = Q(bookings__public_id__in=held_on(request))
        if by.seat_activity == gathering.activity_id:
            whose |= Q(seat_id=by.id)
        seat = seat_of_cookie(request.COOKIES.get(LIVE, ""))
        if seat is not None and seat.activity_id == gathering.activity_id:
            whose |= Q(seat=seat)
    parts = Participant.objects.in_place(gathering.place).filter(activity=gathering.activity_id)
    place_first = Case(When(HAS_A_PLACE | Q(bookings__isnull=True), then=0), default=1)
    return parts.filter(whose).order_by(place_first, "pk").first()


def keep_live_seat(
    response: HttpResponse, request: HttpRequest, gathering: Gathering, cookie: str
) -> None:
    """Keep the seat that was taken in the hall, for the live page; everywhere, if there is room."""
    response.set_cookie(
        LIVE,
        cookie,
        max_age=LIFETIME,
        path=request.path,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    actor = actor_of(request)
    if actor.kind is not ActorKind.SEAT or actor.seat_activity == gathering.activity_id:
        keep_seat(response, cookie)
