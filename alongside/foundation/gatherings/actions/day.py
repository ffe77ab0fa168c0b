"""On the day: who came."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.gatherings import rules
from alongside.foundation.gatherings.actions.words import NOT_ALLOWED
from alongside.foundation.gatherings.models import Booking, Gathering
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.moves import moved_meanwhile
from alongside.foundation.history.refusal import Refusal, refuse_unless

BEFORE, AFTER = timedelta(hours=2), timedelta(hours=2)


@transaction.atomic
def sign_in(booking: Booking) -> Booking:
    """Say that one is here. Whoever calls it has shown that the booking is theirs."""
    gathering = Gathering.objects.in_place(booking.gathering.place).locked(booking.gathering)
    held: Booking = Booking.objects.in_place(gathering.place).get(pk=booking.pk)
    held.gathering = gathering
    if held.came_at is not None:
        return held
    now = gathering.now  # type: ignore[attr-defined] # annotated
    is_today = gathering.starts_at - BEFORE <= now <= gathering.ends_at + AFTER
    if gathering.state == Gathering.State.CANCELLED or not is_today:
        raise Refusal(
            "not_now",
            _("You can sign in from two hours before it starts until two hours after it ends."),
            status=409,
        )
    if held.state not in (Booking.State.BOOKED, Booking.State.OFFERED):
        raise Refusal(
            "no_place",
            _("You have no place yet. Please talk to whoever is at the door."),
            status=409,
        )
    held.came_at = now
    held.save(update_fields=["came_at"])
    return held


@transaction.atomic
def tick(booking: Booking, *, came: bool, by: Actor) -> None:
    """Note for somebody that they came, or that they did not after all."""
    gathering = Gathering.objects.in_place(booking.gathering.place).locked(booking.gathering)
    refuse_unless(rules.can_run_gathering(by, gathering), NOT_ALLOWED)
    now = gathering.now  # type: ignore[attr-defined] # annotated
    if gathering.state not in (Gathering.State.PUBLISHED, Gathering.State.HELD):
        raise moved_meanwhile()
    if now < gathering.starts_at - BEFORE:
        raise Refusal("not_now", _("It hasn't begun yet."), status=409)
    held: Booking = Booking.objects.in_place(gathering.place).get(pk=booking.pk)
    if (held.came_at is not None) == came:
        return
    held.came_at = now if came else None
    held.save(update_fields=["came_at"])
    verb = "tick_in" if came else "tick_out"
    record_event(verb, held, by=by, place_id=held.place_id)
