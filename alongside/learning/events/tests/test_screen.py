"""The big screen of an event: people are counted, and no choice is told before the reveal."""

import pytest
from django.test import Client

from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.rooms.actions import close_door
from alongside.foundation.rooms.codes import door_code
from alongside.foundation.rooms.models import Room
from alongside.learning.events.actions.floor import support, vote
from alongside.learning.events.actions.live import move_poll
from alongside.learning.events.models import Poll
from alongside.learning.events.queries.live import screen_state
from tests.gatherings import announced, asks, guest_in, hall_of, poll_in
from tests.people import World

SCREEN = "/strathmuir/workspace/events/plan-it-together/live/screen/"
STATE = f"{SCREEN}state/"


@pytest.fixture
def event(world: World) -> Gathering:
    return announced(world.strathmuir, by=world.cara.actor)


@pytest.fixture
def room(world: World, event: Gathering) -> Room:
    return hall_of(event, by=world.cara.actor)


@pytest.fixture
def poll(world: World, event: Gathering, room: Room) -> Poll:
    by = world.cara.actor
    return move_poll(event, poll_in(event, room, by=by), "open", by=by)


@pytest.fixture
def cara(client: Client, world: World) -> Client:
    client.force_login(world.cara.user)
    return client


def text(client: Client) -> str:
    return client.get(SCREEN).content.decode()


def test_the_code_stands_there_while_the_door_is_open(
    cara: Client, world: World, room: Room
) -> None:
    assert door_code(room) in text(cara)
    close_door(room, by=world.cara.actor)
    assert "The door is closed" in text(cara)


def test_no_payload_tells_a_choice_before_the_reveal(
    cara: Client, world: World, event: Gathering, room: Room, poll: Poll
) -> None:
    """Two halls that differ only in what they chose look the same, to screen and phones."""
    phone = f"/j/live/{room.public_id}/"
    people = [guest_in(event, room) for _n in range(6)]
    for one in people:
        vote(poll, one, choice=1)
    seen = [cara.get(path).content for path in (STATE, phone)]
    before = text(cara)
    for one in people[:3]:
        vote(poll, one, choice=2)
    assert [cara.get(path).content for path in (STATE, phone)] == seen
    assert "6 have answered" in before
    assert "live-told" not in text(cara)
    move_poll(event, poll, "reveal", by=world.cara.actor)
    revealed = text(cara)
    assert revealed.count('value="50" max="100"') == 2
    assert "have answered" not in revealed


def test_the_screen_learns_of_every_change_and_asks_for_nothing_twice(
    cara: Client, world: World, event: Gathering, room: Room, poll: Poll
) -> None:
    tags = []

    def tag() -> str:
        reply = cara.get(STATE)
        assert reply.json()["wait"] == 1
        return reply.headers["ETag"]

    tags.append(tag())
    assert cara.get(STATE, headers={"If-None-Match": tags[0]}).status_code == 304
    guest, other = guest_in(event, room), guest_in(event, room)
    tags.append(tag())
    vote(poll, guest, choice=1)
    tags.append(tag())
    question = asks(room, guest)
    tags.append(tag())
    support(question, other)
    tags.append(tag())
    move_poll(event, poll, "reveal", by=world.cara.actor)
    tags.append(tag())
    assert len(set(tags)) == len(tags)


def test_the_top_questions_stand_there_five_at_most(
    cara: Client, event: Gathering, room: Room
) -> None:
    for number in range(7):
        asks(room, guest_in(event, room), f"Question {number}?")
    shown = text(cara)
    assert "Question 4?" in shown
    assert "Question 5?" not in shown


def test_the_state_of_a_hall_costs_three_queries(
    event: Gathering, room: Room, poll: Poll, django_assert_num_queries: object
) -> None:
    for _n in range(12):
        vote(poll, guest_in(event, room), choice=1)
    with django_assert_num_queries(3):  # type: ignore[operator]
        state = screen_state(room)
    assert (state.joined, state.answered) == (12, 12)


def test_an_event_without_a_room_has_no_screen(cara: Client, event: Gathering) -> None:
    assert cara.get(SCREEN).status_code == 404
    assert cara.get(STATE).status_code == 404
