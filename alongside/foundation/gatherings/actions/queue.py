"""The waiting list: who gets a place that is free, and until when it is kept for them.

Every function here runs while the gathering's row is locked, so that a place goes once.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone

from alongside.foundation.gatherings import rules
from alongside.foundation.gatherings.actions.telling import note
from alongside.foundation.gatherings.models import Booking, Gathering, Notification

KEPT_FOR = timedelta(hours=48)


def kept_until(now: datetime, starts_at: datetime) -> datetime:
    """Until when a place is kept for somebody: two days, or half of what is left until it starts."""
    return min(now + KEPT_FOR, now + (starts_at - now) / 2)


def offer_free_places(gathering: Gathering) -> list[Booking]:
    """Keep each free place for the next who waits, in the order in which they came; tell them."""
    now = timezone.now()
    free = gathering.free_count
    if free <= 0 or gathering.state != Gathering.State.PUBLISHED or gathering.starts_at <= now:
        return []
    bookings = Booking.objects.in_place(gathering.place).filter(gathering=gathering)
    following = list(bookings.filter(state=Booking.State.WAITING).order_by("number")[:free])
    for booking in following:
        booking.gathering = gathering
        move_booking(booking, "offer", offered_until=kept_until(now, gathering.starts_at))
        note([booking], Notification.What.OFFERED, number=booking.sequence)
    return following


def move_booking(booking: Booking, verb: str, *, offered_until: datetime | None = None) -> bool:
    """Move a booking on, and count its place; nothing where the verb leads nowhere from here."""
    following = rules.booking_after(booking.state, verb)
    if following is None:
        return False
    gathering = booking.gathering
    held_before = booking.state in Booking.HOLDS_A_PLACE
    booking.state, booking.offered_until = following, offered_until
    booking.sequence += 1
    booking.save(update_fields=["state", "offered_until", "sequence"])
    change = (following in Booking.HOLDS_A_PLACE) - held_before
    if change:
        gathering.taken_count += change
        gathering.save(update_fields=["taken_count"])
    return True


def lapse_what_is_over() -> int:
    """Pass on places that nobody confirmed in time, and those of people who were erased; a sweep."""
    now = timezone.now()
    bookings = Booking.objects.unscoped(reason="a sweep over all places").filter(
        gathering__state=Gathering.State.PUBLISHED, gathering__starts_at__gt=now
    )
    lapsed = bookings.filter(state=Booking.State.OFFERED, offered_until__lte=now)
    erased = bookings.filter(state__in=Booking.STANDS, contact__isnull=True)
    numbers = set(lapsed.values_list("gathering_id", flat=True))
    numbers |= set(erased.values_list("gathering_id", flat=True))
    return sum(_pass_on(number) for number in sorted(numbers))


@transaction.atomic
def _pass_on(number: int) -> int:
    gatherings = Gathering.objects.unscoped(reason="a sweep over all places")
    gathering = gatherings.locked(gatherings.get(pk=number))
    bookings = Booking.objects.in_place(gathering.place).filter(gathering=gathering)
    count = 0
    over = bookings.filter(
        state=Booking.State.OFFERED,
        offered_until__lte=gathering.now,  # type: ignore[attr-defined] # annotated
    )
    for booking in over.order_by("number"):
        booking.gathering = gathering
        count += move_booking(booking, "lapse")
        note([booking], Notification.What.LAPSED, number=booking.sequence)
    for booking in bookings.filter(state__in=Booking.STANDS, contact__isnull=True):
        booking.gathering = gathering
        count += move_booking(booking, "cancel")
    offer_free_places(gathering)
    return count
