"""Booking: the last place goes once, those who wait keep their order, and nothing counts twice."""

import threading
import uuid

import pytest
from django.db import connection
from django.db.utils import IntegrityError

from alongside.foundation.gatherings.actions.booking import Wish, book, enter_booking
from alongside.foundation.gatherings.actions.standing import cancel_booking, confirm_booking
from alongside.foundation.gatherings.invariants import invariants
from alongside.foundation.gatherings.models import Booking, BookingContact, Gathering
from alongside.foundation.history.actor import ANONYMOUS
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Seat
from alongside.foundation.members.seats import seat_of_words
from tests.gatherings import announced, begin_now, books, fresh, prepared, states
from tests.people import World, make_world


@pytest.fixture
def workshop(world: World) -> Gathering:
    return announced(world.strathmuir, by=world.cara.actor, capacity=2)


def violations() -> list[str]:
    return [told for find in invariants().values() for told in find()]


def test_who_comes_after_the_last_place_waits_in_order(workshop: Gathering) -> None:
    for name in ("Gail", "Hugh", "Ida", "Jean"):
        books(workshop, name)
    assert states(workshop) == [(1, "booked"), (2, "booked"), (3, "waiting"), (4, "waiting")]
    assert fresh(workshop).taken_count == 2
    assert violations() == []


def test_a_guest_comes_back_with_three_words(workshop: Gathering) -> None:
    made = books(workshop)
    seat = seat_of_words(made.words)
    assert seat is not None
    assert seat.pk == made.booking.participant.seat_id
    assert seat.expires_at > workshop.ends_at


def test_a_second_click_books_once_and_shows_words_again(workshop: Gathering) -> None:
    key, wish = uuid.uuid4(), Wish(name="Gail", email="gail@example.org")
    first = book(workshop, wish, submission_key=key, by=ANONYMOUS)
    second = book(workshop, wish, submission_key=key, by=ANONYMOUS)
    assert second.booking.pk == first.booking.pk
    assert seat_of_words(second.words) is not None
    assert len(states(workshop)) == 1
    assert Seat.objects.unscoped(reason="all").count() == 1


def test_the_same_form_with_other_words_is_refused(workshop: Gathering) -> None:
    key = uuid.uuid4()
    book(workshop, Wish(name="Gail", email="g@example.org"), submission_key=key, by=ANONYMOUS)
    with pytest.raises(Refusal, match="sent_already"):
        book(workshop, Wish(name="Hugh", email="h@example.org"), submission_key=key, by=ANONYMOUS)


def test_a_member_books_as_themselves_and_only_once(workshop: Gathering, world: World) -> None:
    wish = Wish(name="Ann", email="ann@example.org")
    first = book(workshop, wish, submission_key=uuid.uuid4(), by=world.ann.actor)
    again = book(workshop, wish, submission_key=uuid.uuid4(), by=world.ann.actor)
    assert first.booking == again.booking
    assert first.booking.participant.person == world.ann.person
    assert not first.words


def test_a_place_given_back_is_kept_for_the_first_who_waits(workshop: Gathering) -> None:
    gail, _hugh, ida, _jean = (books(workshop, n).booking for n in ("Gail", "Hugh", "Ida", "Jean"))
    cancel_booking(gail)
    assert states(workshop) == [(1, "cancelled"), (2, "booked"), (3, "offered"), (4, "waiting")]
    assert fresh(workshop).taken_count == 2
    books(workshop, "Kim")
    assert states(workshop)[-1] == (5, "waiting"), "the place is kept, not free"
    confirm_booking(ida)
    assert states(workshop)[2] == (3, "booked")
    assert violations() == []


def test_confirming_and_cancelling_twice_is_done_once(workshop: Gathering) -> None:
    gail, _hugh, ida = (books(workshop, name).booking for name in ("Gail", "Hugh", "Ida"))
    cancel_booking(gail)
    cancel_booking(gail)
    confirm_booking(ida)
    confirm_booking(ida)
    assert fresh(workshop).taken_count == 2
    assert violations() == []


def test_nobody_confirms_a_place_that_was_never_offered(workshop: Gathering) -> None:
    *_booked, ida = (books(workshop, name).booking for name in ("Gail", "Hugh", "Ida"))
    with pytest.raises(Refusal, match="too_late"):
        confirm_booking(ida)


def test_drafts_and_what_has_begun_take_no_bookings(world: World, workshop: Gathering) -> None:
    with pytest.raises(Refusal, match="closed"):
        books(prepared(world.strathmuir, by=world.cara.actor))
    with pytest.raises(Refusal, match="closed"):
        books(begin_now(workshop))
    assert states(workshop) == []


def test_what_is_for_members_is_refused_to_guests_and_others(world: World) -> None:
    inside = announced(world.strathmuir, by=world.cara.actor, audience="members")
    for by in (ANONYMOUS, world.eve.actor):
        with pytest.raises(Refusal, match="members_only"):
            book(inside, Wish(name="Eve", email="e@e.org"), submission_key=uuid.uuid4(), by=by)
    of_nation = announced(world.nation, by=world.fay.actor, audience="members")
    wish = Wish(name="Ann", email="ann@example.org")
    made = book(of_nation, wish, submission_key=uuid.uuid4(), by=world.ann.actor)
    assert made.booking.state == Booking.State.BOOKED


def test_who_rings_is_entered_by_those_who_prepare(workshop: Gathering, world: World) -> None:
    key, wish = uuid.uuid4(), Wish(name="Hugh", phone="01632 960 777")
    made = enter_booking(workshop, wish, channel="phone", submission_key=key, by=world.cara.actor)
    assert made.booking.channel == "phone"
    assert seat_of_words(made.words)
    assert Event.objects.filter(verb="enter_booking").count() == 1
    for somebody in (world.ann, world.bo, world.rona, world.eve, world.fay):
        with pytest.raises(Refusal, match="not_allowed"):
            enter_booking(
                workshop, wish, channel="phone", submission_key=uuid.uuid4(), by=somebody.actor
            )
    assert len(states(workshop)) == 1


def test_who_stands_at_the_door_takes_nobodys_place(workshop: Gathering, world: World) -> None:
    for name in ("Gail", "Hugh"):
        books(workshop, name)
    begin_now(workshop)
    made = enter_booking(
        workshop, Wish(name="Kim"), channel="door", submission_key=uuid.uuid4(), by=world.cara.actor
    )
    assert made.booking.state == Booking.State.WALK_IN
    assert made.booking.came_at is not None
    assert fresh(workshop).taken_count == 2
    assert violations() == []


def test_the_database_itself_refuses_a_place_too_many(workshop: Gathering) -> None:
    rows = Gathering.objects.in_place(workshop.place).filter(pk=workshop.pk)
    with pytest.raises(IntegrityError):
        rows.update(taken_count=3)


def test_nothing_is_kept_when_a_booking_fails_half_way(workshop: Gathering, monkeypatch) -> None:
    def broken(*_args: object, **_more: object) -> None:
        raise RuntimeError

    monkeypatch.setattr(BookingContact.objects, "create", broken)
    with pytest.raises(RuntimeError):
        books(workshop)
    assert states(workshop) == []
    assert fresh(workshop).taken_count == 0
    assert not Seat.objects.unscoped(reason="all").exists()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite in memory has one connection")
def test_twelve_at_once_for_the_last_five_places() -> None:
    world = make_world()
    gathering = announced(world.strathmuir, by=world.cara.actor, capacity=5)
    start = threading.Barrier(12)

    def come(number: int) -> None:
        start.wait()
        try:
            books(gathering, f"Person {number}")
        finally:
            connection.close()

    threads = [threading.Thread(target=come, args=(number,)) for number in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    expected = [(n, "booked" if n <= 5 else "waiting") for n in range(1, 13)]
    assert states(gathering) == expected
