"""Who belongs into an event's room: those with a confirmed place, and those who came in the hall."""

from django.db.models import Q

from alongside.foundation.consent.models import Participant
from alongside.foundation.gatherings.models import Booking
from alongside.foundation.rooms.models import Arrival, Room

# Confirmed, or signed in at the door, whatever the booking said before.
CONFIRMED = (Booking.State.BOOKED, Booking.State.WALK_IN)
HAS_A_PLACE = Q(bookings__state__in=CONFIRMED) | Q(bookings__came_at__isnull=False)


def booking_without_place(room: Room, participant: Participant) -> Booking | None:
    """Return the booking that doesn't lead into the room yet, or not any more; nothing if one may.

    Whoever came through the door of the hall is in, whatever their booking says. One query for
    those with a place or without a booking, two for those who wait.
    """
    mine = Booking.objects.in_place(room.place).filter(participant=participant)
    bookings = list(mine.select_related("contact", "gathering").order_by("-number"))
    if not bookings or any(map(_has_a_place, bookings)):
        return None
    arrived = Arrival.objects.in_place(room.place).filter(room=room, participant=participant)
    if arrived.exists():
        return None
    for one in bookings:
        one.place = one.gathering.place = room.place
    return next((one for one in bookings if one.state in Booking.STANDS), bookings[0])


def _has_a_place(booking: Booking) -> bool:
    return booking.came_at is not None or booking.state in CONFIRMED
