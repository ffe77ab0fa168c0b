"""On the day and afterwards: who came, and how it was for them."""

from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.foundation.consent.actions.forgetting import forget_what_is_due
from alongside.foundation.consent.queries import kept_about_seat
from alongside.foundation.gatherings.actions.after import (
    release_feedback,
    release_feedback_due,
)
from alongside.foundation.gatherings.actions.day import sign_in, tick
from alongside.foundation.gatherings.models import (
    Booking,
    BookingContact,
    Feedback,
    Gathering,
    Needs,
)
from alongside.foundation.gatherings.queries.bookings import numbers_of
from alongside.foundation.gatherings.queries.feedback import feedback_release
from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.refusal import Refusal
from tests.gatherings import announced, begin_now, books, fresh, held_with, says_how
from tests.people import World

NAMES = ["Gail", "Hugh", "Ida", "Jean", "Kim", "Lou"]


def who_came(gathering: Gathering) -> list[Booking]:
    rows = Booking.objects.in_place(gathering.place).filter(gathering=gathering)
    return list(rows.select_related("gathering__place", "participant__seat").order_by("number"))


def test_people_sign_in_on_the_day_and_not_before(world: World) -> None:
    gathering = announced(world.strathmuir, by=world.cara.actor, capacity=1)
    gail, hugh = books(gathering, "Gail").booking, books(gathering, "Hugh").booking
    with pytest.raises(Refusal, match="not_now"):
        sign_in(gail)
    begin_now(gathering)
    sign_in(gail)
    sign_in(gail)
    with pytest.raises(Refusal, match="no_place"):
        sign_in(hugh)
    assert numbers_of(gathering).came == 1


def test_the_list_is_ticked_by_those_who_prepare_only(world: World) -> None:
    gathering = announced(world.strathmuir, by=world.cara.actor)
    gail = books(gathering).booking
    begin_now(gathering)
    for name in ("ann", "bo", "rona", "eve", "fay"):
        with pytest.raises(Refusal, match="not_allowed"):
            tick(gail, came=True, by=getattr(world, name).actor)
    tick(gail, came=True, by=world.cara.actor)
    assert numbers_of(gathering).came == 1
    tick(gail, came=False, by=world.cara.actor)
    assert numbers_of(gathering).came == 0


def test_only_who_came_says_how_it_was_and_once(world: World) -> None:
    gathering = held_with(world.strathmuir, ["Gail"], by=world.cara.actor)
    gail = who_came(gathering)[0]
    says_how(gail, "yes")
    says_how(gail, "no")
    assert [one.worth for one in Feedback.objects.in_place(world.strathmuir)] == ["yes"]
    gail.came_at = None
    gail.save()
    Feedback.objects.in_place(world.strathmuir).delete()
    with pytest.raises(Refusal, match="did_not_come"):
        says_how(gail)


def test_how_it_was_is_told_once_after_two_weeks_and_never_of_a_few(world: World) -> None:
    few = held_with(world.strathmuir, NAMES[:4], by=world.cara.actor, title="Few")
    many = held_with(world.strathmuir, NAMES, by=world.cara.actor, title="Many")
    for gathering in (few, many):
        for number, booking in enumerate(who_came(gathering)):
            says_how(booking, "yes" if number % 2 else "mostly", will_do=f"I will {number}")
    assert release_feedback_due(by=system_actor()) == 0
    later = timedelta(days=15)
    rows = Gathering.objects.in_place(world.strathmuir)
    for gathering in (few, many):
        rows.filter(pk=gathering.pk).update(
            starts_at=gathering.starts_at - later, ends_at=gathering.ends_at - later
        )
    assert release_feedback_due(by=system_actor()) == 2
    assert release_feedback_due(by=system_actor()) == 0
    hidden, shown = (feedback_release(one) for one in (few, many))
    assert hidden is not None
    assert shown is not None
    assert hidden.bundle["answered"] is None
    assert hidden.bundle["questions"] == {"worth": None, "took_part": None}
    assert hidden.bundle["words"] == {"will_do": [], "better": []}
    assert shown.bundle["questions"]["worth"] == [3, 3, 0, 0]
    # All six said the same here: the group's answer would be each one's.
    assert shown.bundle["questions"]["took_part"] is None
    assert sorted(shown.bundle["words"]["will_do"]) == [f"I will {n}" for n in range(6)]
    Feedback.objects.in_place(world.strathmuir).delete()
    with pytest.raises(Refusal, match="closed"):
        says_how(who_came(fresh(many))[0])


def test_releasing_twice_freezes_once(world: World) -> None:
    gathering = held_with(world.strathmuir, NAMES, by=world.cara.actor)
    release_feedback(gathering, by=system_actor())
    release_feedback(gathering, by=system_actor())
    assert gathering.activity.releases.count() == 1


def test_needs_go_after_thirty_days_and_addresses_after_ninety(world: World) -> None:
    gathering = announced(world.strathmuir, by=world.cara.actor)
    books(gathering, access="A ramp", diet="vegan")
    rows = Gathering.objects.in_place(world.strathmuir).filter(pk=gathering.pk)
    left: list[tuple[int, bool, bool]] = []
    for days in (29, 31, 91):
        ended = timezone.now() - timedelta(days=days)
        rows.update(starts_at=ended - timedelta(hours=3), ends_at=ended)
        forget_what_is_due()
        needs = Needs.objects.in_place(world.strathmuir).exists()
        contact = BookingContact.objects.in_place(world.strathmuir).exists()
        left.append((days, needs, contact))
    assert left == [(29, True, True), (31, False, True), (91, False, False)]
    assert Booking.objects.in_place(world.strathmuir).count() == 1


def test_a_guest_takes_along_their_booking_and_their_needs(world: World) -> None:
    gathering = announced(world.strathmuir, by=world.cara.actor)
    seat = books(gathering, access="A ramp").booking.participant.seat
    assert seat is not None
    kept = str(kept_about_seat(seat))
    for word in ("A ramp", "gail@example.org", "booked"):
        assert word in kept
