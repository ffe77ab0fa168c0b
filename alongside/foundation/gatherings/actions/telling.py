"""Note who is to be told what, and tell them: each once, by e-mail."""

import logging
from collections.abc import Iterable
from datetime import timedelta

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone

from alongside.foundation.gatherings import rules
from alongside.foundation.gatherings.actions.words import NOT_ALLOWED
from alongside.foundation.gatherings.mail import letter_about
from alongside.foundation.gatherings.models import Booking, Gathering, Notification
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import refuse_unless

log = logging.getLogger(__name__)
What = Notification.What
AT_ONCE = 200
A_WEEK, A_DAY = timedelta(days=7), timedelta(days=1)


def note(bookings: Iterable[Booking], what: str, *, number: int = 0) -> None:
    """Note that these are to be told; part of the transaction of what they are told about."""
    Notification.objects.bulk_create(
        (Notification(place_id=b.place_id, booking=b, what=what, number=number) for b in bookings),
        ignore_conflicts=True,
    )


def send_what_is_due() -> int:
    """Send letters that wait; returns how many. Each is claimed before it is sent.

    A killed worker rather leaves one out than sends two; one that the post refused is tried again.
    """
    waiting = Notification.objects.unscoped(reason="a sweep over all places")
    due = waiting.filter(told_at__isnull=True, failed_count__lt=Notification.TRIES)
    reached = due.exclude(booking__contact__isnull=True).exclude(booking__contact__email="")
    sent = 0
    for number in list(reached.order_by("pk").values_list("pk", flat=True)[:AT_ONCE]):
        claimed = waiting.filter(pk=number, told_at__isnull=True).update(told_at=timezone.now())
        if claimed:
            sent += _send(number)
    return sent


def _send(number: int) -> int:
    rows = Notification.objects.unscoped(reason="a sweep over all places")
    told = rows.select_related(
        "booking__contact", "booking__gathering__place", "booking__gathering__activity"
    ).get(pk=number)
    letter = letter_about(told)
    if letter is None:
        return 0
    try:
        letter.send()
    except OSError:
        log.warning("a letter about a booking was not taken", extra={"notification": number})
        rows.filter(pk=number).update(told_at=None, failed_count=told.failed_count + 1)
        return 0
    return 1


def remind() -> int:
    """Note the reminders that fall due, a week and a day before, for those who have a place.

    Whoever booked within the time before gets no reminder of what they did just now.
    """
    count = 0
    for what, before in ((What.WEEK, A_WEEK), (What.DAY, A_DAY)):
        count += _remind(what, before)
    return count


def _remind(what: str, before: timedelta) -> int:
    bookings = Booking.objects.unscoped(reason="a sweep over all places")
    now = timezone.now()
    near = bookings.filter(
        state=Booking.State.BOOKED,
        gathering__state=Gathering.State.PUBLISHED,
        gathering__starts_at__gt=now + before / 2,
        gathering__starts_at__lte=now + before,
    )
    due = [
        booking
        for booking in near.exclude(notifications__what=what).select_related("gathering")
        if booking.booked_at < booking.gathering.starts_at - before
    ]
    note(due, what)
    return len(due)


@transaction.atomic
def mark_told(booking: Booking, *, by: Actor) -> None:
    """Note that somebody without an e-mail address was rung."""
    refuse_unless(rules.can_run_gathering(by, booking.gathering), NOT_ALLOWED)
    waiting = Notification.objects.in_place(booking.gathering.place).filter(
        booking=booking, told_at__isnull=True
    )
    if waiting.update(told_at=Now()):
        record_event("tell_by_phone", booking, by=by, place_id=booking.place_id)
