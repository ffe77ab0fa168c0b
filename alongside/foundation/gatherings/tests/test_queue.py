"""Places that nobody confirms go on; and how long one is kept."""

from datetime import timedelta

from django.utils import timezone

from alongside.foundation.consent.actions import erase_seat
from alongside.foundation.gatherings.actions.queue import kept_until, lapse_what_is_over
from alongside.foundation.gatherings.actions.standing import cancel_booking
from alongside.foundation.gatherings.models import Booking, Notification
from tests.gatherings import announced, books, fresh, seat_actor, states
from tests.people import World


def test_a_place_is_kept_two_days_or_half_of_what_is_left() -> None:
    now = timezone.now()
    assert kept_until(now, now + timedelta(days=30)) == now + timedelta(hours=48)
    assert kept_until(now, now + timedelta(hours=8)) == now + timedelta(hours=4)


def test_an_offer_nobody_took_goes_to_the_next_and_both_are_told(world: World) -> None:
    gathering = announced(world.strathmuir, by=world.cara.actor, capacity=1)
    gail, _hugh, _ida = (books(gathering, name).booking for name in ("Gail", "Hugh", "Ida"))
    cancel_booking(gail)
    assert lapse_what_is_over() == 0, "it is kept for two days"
    offers = Booking.objects.in_place(world.strathmuir).filter(state="offered")
    offers.update(offered_until=timezone.now() - timedelta(minutes=1))
    assert lapse_what_is_over() == 1
    assert lapse_what_is_over() == 0
    assert states(gathering) == [(1, "cancelled"), (2, "lapsed"), (3, "offered")]
    told = Notification.objects.in_place(world.strathmuir)
    assert set(told.values_list("booking__number", "what")) >= {(2, "lapsed"), (3, "offered")}
    assert fresh(gathering).taken_count == 1


def test_who_has_themselves_erased_gives_their_place_back(world: World) -> None:
    gathering = announced(world.strathmuir, by=world.cara.actor, capacity=1)
    gail, _hugh = (books(gathering, name).booking for name in ("Gail", "Hugh"))
    seat = gail.participant.seat
    assert seat is not None
    erase_seat(seat, by=seat_actor(gail))
    assert lapse_what_is_over() == 1
    assert states(gathering) == [(1, "cancelled"), (2, "offered")]
