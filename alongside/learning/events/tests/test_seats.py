"""Who belongs into the room of an event: those with a place, and those who are in the hall."""

import uuid

import pytest
from django.test import Client

from alongside.foundation.gatherings.actions.day import tick
from alongside.foundation.gatherings.actions.standing import cancel_booking, confirm_booking
from alongside.foundation.gatherings.mail import way_to
from alongside.foundation.gatherings.models import Booking, Gathering
from alongside.foundation.history.actor import ANONYMOUS
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.rooms.actions import close_door
from alongside.foundation.rooms.models import Room
from alongside.learning.events.actions.floor import enter_live, support, vote
from alongside.learning.events.actions.live import move_poll
from alongside.learning.events.models import FloorQuestion
from alongside.learning.events.tests.test_floor import EVENT, PAGE, come, sends, text
from tests.gatherings import announced, asks, begin_now, books, guest_in, hall_of, poll_in
from tests.people import World


@pytest.fixture
def event(world: World) -> Gathering:
    return announced(world.strathmuir, by=world.cara.actor, capacity=1)


@pytest.fixture
def room(world: World, event: Gathering) -> Room:
    return hall_of(event, by=world.cara.actor)


def sits_as(booking: Booking) -> Client:
    """A device that holds the letter of a booking, and nothing else."""
    device = Client()
    device.get(way_to(booking))
    return device


def test_who_waits_is_told_what_for_and_stays_outside(event: Gathering, room: Room) -> None:
    confirmed, waiting = books(event, "Gail").booking, books(event, "Hugh").booking
    assert "Nothing is asked just now" in text(sits_as(confirmed))
    device = sits_as(waiting)
    shown = text(device)
    assert "You are on the waiting list" in shown
    assert "0 people wait before you" in shown
    assert "Are you in the hall?" in shown
    for do in ("enter", "vote", "ask", "support"):
        assert sends(device, do, text="Who pays?", submission_key=uuid.uuid4()) == 200
    assert FloorQuestion.objects.in_place(room.place).count() == 0
    assert PAGE not in device.get(EVENT).content.decode()


def test_a_place_that_is_kept_leads_in_once_somebody_said_yes(event: Gathering, room: Room) -> None:
    first, waiting = books(event, "Gail").booking, books(event, "Hugh").booking
    device = sits_as(waiting)
    cancel_booking(first)
    assert "A place is kept for you" in text(device)
    assert "You have no place at this event now" in text(sits_as(first))
    waiting.refresh_from_db()
    confirm_booking(waiting)
    assert "Nothing is asked just now" in text(device)


def test_whoever_waits_comes_in_through_the_door_of_the_hall_and_stays_in(
    world: World, event: Gathering, room: Room
) -> None:
    books(event, "Gail")
    device = come(sits_as(books(event, "Hugh").booking), room)
    assert "Nothing is asked just now" in text(device)
    close_door(room, by=world.cara.actor)
    device.cookies.pop("room")
    assert "Nothing is asked just now" in text(device)


def test_whoever_was_ticked_at_the_door_is_in(world: World, event: Gathering, room: Room) -> None:
    books(event, "Gail")
    waiting = books(event, "Hugh").booking
    begin_now(event)
    tick(waiting, came=True, by=world.cara.actor)
    assert "Nothing is asked just now" in text(sits_as(waiting))


def test_where_several_booked_on_a_device_the_one_with_a_place_is_in(
    event: Gathering, room: Room
) -> None:
    first, waiting = books(event, "Gail").booking, books(event, "Hugh").booking
    device = sits_as(waiting)
    device.get(way_to(first))
    assert "Nothing is asked just now" in text(device)


def test_no_action_lets_somebody_act_who_waits(world: World, event: Gathering, room: Room) -> None:
    books(event, "Gail")
    waiting = books(event, "Hugh").booking.participant
    by = world.cara.actor
    poll = move_poll(event, poll_in(event, room, by=by), "open", by=by)
    poll.room, poll.place = room, room.place
    question = asks(room, guest_in(event, room))
    for deed in (
        lambda: vote(poll, waiting, choice=1),
        lambda: support(question, waiting),
        lambda: asks(room, waiting),
        lambda: enter_live(
            event, room, participant=waiting, through_door=False, cookie="", by=ANONYMOUS
        ),
    ):
        with pytest.raises(Refusal, match="no_place"):
            deed()
