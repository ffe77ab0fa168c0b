"""What becomes of a booking: the place that is kept is taken, or a place is given back."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.gatherings import rules
from alongside.foundation.gatherings.actions.queue import move_booking, offer_free_places
from alongside.foundation.gatherings.actions.telling import note
from alongside.foundation.gatherings.actions.words import NOT_ALLOWED
from alongside.foundation.gatherings.models import Booking, Gathering, Notification
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.moves import moved_meanwhile
from alongside.foundation.history.refusal import Refusal, refuse_unless

State = Booking.State


@transaction.atomic
def confirm_booking(booking: Booking) -> Booking:
    """Take the place that is kept; whoever comes too late is told so.

    Whoever calls it has shown that the booking is theirs. Done twice it is done once.
    """
    booking = _held(booking)
    if booking.state == State.BOOKED:
        return booking
    is_late = booking.offered_until is not None and (
        booking.offered_until <= booking.gathering.now  # type: ignore[attr-defined] # annotated
    )
    if is_late or not move_booking(booking, "confirm"):
        raise Refusal(
            "too_late",
            _("This place isn't kept for you any more."),
            status=409,
            next_step=_("Book again: you then stand on the waiting list."),
        )
    note([booking], Notification.What.BOOKED, number=booking.sequence)
    return booking


@transaction.atomic
def cancel_booking(booking: Booking, *, by: Actor | None = None) -> Booking:
    """Give a place back; it is kept for the next who waits. `by` is the organiser, if it was one.

    Otherwise whoever calls it has shown that the booking is theirs. Done twice it is done once.
    """
    booking = _held(booking)
    if by is not None:
        refuse_unless(rules.can_run_gathering(by, booking.gathering), NOT_ALLOWED)
    if booking.state == State.CANCELLED:
        return booking
    if booking.gathering.state != Gathering.State.PUBLISHED or booking.came_at is not None:
        raise moved_meanwhile()
    if not move_booking(booking, "cancel"):
        raise moved_meanwhile()
    note([booking], Notification.What.CANCELLED)
    offer_free_places(booking.gathering)
    if by is not None:
        record_event("cancel_booking", booking, by=by, place_id=booking.place_id)
    return booking


def _held(booking: Booking) -> Booking:
    """The booking as it is now; its gathering is locked until the transaction ends."""
    gathering = Gathering.objects.in_place(booking.gathering.place).locked(booking.gathering)
    held: Booking = Booking.objects.in_place(gathering.place).get(pk=booking.pk)
    held.gathering = gathering
    return held
