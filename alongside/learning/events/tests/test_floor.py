"""Those in the room: they come in, choose once, ask, and support each other's questions."""

import re
import uuid
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Seat
from alongside.foundation.rooms.actions import close_door, open_door
from alongside.foundation.rooms.codes import door_code
from alongside.foundation.rooms.models import Room
from alongside.foundation.rooms.queries import joined_count
from alongside.learning.events.actions.floor import support, take_support_back, vote
from alongside.learning.events.actions.live import move_poll, open_live
from alongside.learning.events.actions.reading import move_question
from alongside.learning.events.models import FloorQuestion, Poll, Support, Vote
from alongside.learning.events.queries.floor import floor_of
from tests.gatherings import announced, asks, books, guest_in, hall_of, poll_in
from tests.people import World

PAGE = "/learn/events/strathmuir/plan-it-together/live/"
EVENT = "/learn/events/strathmuir/plan-it-together/"


@pytest.fixture
def event(world: World) -> Gathering:
    return announced(world.strathmuir, by=world.cara.actor)


@pytest.fixture
def room(world: World, event: Gathering) -> Room:
    return hall_of(event, by=world.cara.actor)


@pytest.fixture
def poll(world: World, event: Gathering, room: Room) -> Poll:
    by = world.cara.actor
    poll = move_poll(event, poll_in(event, room, by=by), "open", by=by)
    poll.room, poll.place = room, room.place
    return poll


def text(client: Client) -> str:
    return client.get(PAGE).content.decode()


def come(client: Client, room: Room) -> Client:
    """Through the door with the five digits, and in with one press."""
    assert client.get(f"/j/{door_code(room)}").headers["Location"] == PAGE
    key = re.search(r'name="key" value="(\w+)"', text(client))
    assert key is not None
    client.post(PAGE, {"do": "enter", "key": key[1]})
    return client


def sends(client: Client, do: str, **said: Any) -> int:
    return client.post(PAGE, {"do": do, **said}).status_code


def test_whoever_has_no_code_stays_outside(client: Client, room: Room) -> None:
    assert "five digits" in text(client)
    sends(client, "enter", key="a" * 32)
    sends(client, "ask", text="Who pays?", submission_key=str(uuid.uuid4()))
    assert Seat.objects.in_place(room.place).count() == 0
    assert FloorQuestion.objects.in_place(room.place).count() == 0


def test_an_event_without_a_room_has_no_live_page(client: Client, event: Gathering) -> None:
    assert client.get(PAGE).status_code == 404


def test_coming_in_twice_is_counted_once(client: Client, room: Room) -> None:
    client.get(f"/j/{door_code(room)}")
    for _press in range(2):
        client.post(PAGE, {"do": "enter", "key": "b" * 32})
        client.cookies.pop("seat", None)
        client.cookies.pop("live", None)
    assert Seat.objects.in_place(room.place).count() == 1
    assert joined_count(room) == 1


def test_whoever_rates_elsewhere_meanwhile_comes_back_as_the_same(
    client: Client, room: Room, poll: Poll
) -> None:
    come(client, room)
    sends(client, "vote", poll=poll.pk, choice=1)
    client.cookies["seat"] = "a seat of another activity"
    sends(client, "vote", poll=poll.pk, choice=2)
    assert list(Vote.objects.in_place(room.place).values_list("choice", flat=True)) == [2]


def test_who_booked_comes_in_as_the_one_who_booked(
    client: Client, event: Gathering, room: Room
) -> None:
    booked = books(event)
    client.cookies["seat"] = booked.cookie
    assert "Nothing is asked just now" in text(client)
    client.get(f"/j/{door_code(room)}")
    sends(client, "enter")
    assert joined_count(room) == 1
    assert Seat.objects.in_place(room.place).count() == 1


def test_members_come_in_with_the_code_as_themselves(
    client: Client, world: World, room: Room
) -> None:
    client.force_login(world.ann.user)
    assert "five digits" in text(client)
    assert sends(client, "enter") == 200
    assert "Nothing is asked just now" in text(come(client, room))
    assert Seat.objects.in_place(room.place).count() == 0


def test_whoever_holds_the_room_needs_no_code(client: Client, world: World, room: Room) -> None:
    client.force_login(world.cara.user)
    sends(client, "enter")
    assert "Nothing is asked just now" in text(client)


def test_members_elsewhere_come_in_as_guests(client: Client, world: World, room: Room) -> None:
    client.force_login(world.eve.user)
    assert "Nothing is asked just now" in text(come(client, room))


def test_the_event_page_leads_whoever_is_in_to_the_room(client: Client, room: Room) -> None:
    assert PAGE not in client.get(EVENT).content.decode()
    come(client, room)
    assert PAGE in client.get(EVENT).content.decode()


def test_a_choice_can_be_changed_until_it_is_revealed_and_counts_once(
    client: Client, world: World, event: Gathering, room: Room, poll: Poll
) -> None:
    come(client, room)
    assert sends(client, "vote", poll=poll.pk) == 422
    assert sends(client, "vote", poll=poll.pk, choice=3) == 422
    for choice in (1, 2, 2):
        sends(client, "vote", poll=poll.pk, choice=choice)
    assert "You chose “Parks”" in text(client)
    move_poll(event, poll, "reveal", by=world.cara.actor)
    late = client.post(PAGE, {"do": "vote", "poll": poll.pk, "choice": 1}, follow=True)
    assert "came too late" in late.content.decode()
    assert list(Vote.objects.in_place(room.place).values_list("choice", flat=True)) == [2]


def test_nobody_votes_in_the_room_of_another_event(world: World, room: Room, poll: Poll) -> None:
    by = world.cara.actor
    other = announced(world.strathmuir, by=by, title="Another")
    stranger = guest_in(other, open_door(open_live(other, by=by), by=by))
    with pytest.raises(ValueError, match="another activity"):
        vote(poll, stranger, choice=1)
    with pytest.raises(ValueError, match="another activity"):
        asks(room, stranger)


def test_a_question_sent_twice_is_asked_once_and_shown_without_a_name(
    client: Client, room: Room
) -> None:
    come(client, room)
    key = str(uuid.uuid4())
    for _press in range(2):
        sends(client, "ask", text="Who <i>pays</i>?", submission_key=key)
    assert FloorQuestion.objects.in_place(room.place).count() == 1
    assert "Who &lt;i&gt;pays&lt;/i&gt;?" in text(client)


def test_a_long_or_empty_question_says_what_is_wrong_and_is_kept(
    client: Client, room: Room
) -> None:
    come(client, room)
    key = str(uuid.uuid4())
    reply = client.post(PAGE, {"do": "ask", "text": "Why " * 71, "submission_key": key})
    assert reply.status_code == 422
    assert "Why Why Why" in reply.content.decode()
    assert sends(client, "ask", text="  ", submission_key=key) == 422


def test_five_questions_may_be_open_and_the_sixth_waits(
    world: World, event: Gathering, room: Room
) -> None:
    asker = guest_in(event, room)
    first, *_others = [asks(room, asker, f"Question {n}") for n in range(5)]
    with pytest.raises(Refusal, match="enough_asked"):
        asks(room, asker)
    move_question(event, first, "answer", by=world.cara.actor)
    asks(room, asker)


def test_the_most_supported_comes_first_and_each_supports_once(
    event: Gathering, room: Room
) -> None:
    one, two = guest_in(event, room), guest_in(event, room)
    first, second = asks(room, one, "First"), asks(room, one, "Second")
    for _press in range(2):
        support(second, two)
        support(first, one)  # one's own counts by itself
    assert Support.objects.in_place(room.place).count() == 1
    assert [q.text for q in floor_of(room, at_most=5)] == ["Second", "First"]


def test_support_is_taken_back_by_one_press_however_often_it_is_pressed(
    client: Client, event: Gathering, room: Room
) -> None:
    question = asks(room, guest_in(event, room))
    pressed = str(question.public_id)
    come(client, room)
    assert "Me too" in text(client)
    for _press in range(2):
        sends(client, "", support=pressed)
    assert "Take back" in text(client)
    assert Support.objects.in_place(room.place).count() == 1
    for _press in range(2):
        sends(client, "", take_back=pressed)
    assert "Me too" in text(client)
    assert Support.objects.in_place(room.place).count() == 0


def test_what_is_off_the_list_is_not_supported(
    client: Client, world: World, event: Gathering, room: Room
) -> None:
    question = asks(room, guest_in(event, room))
    move_question(event, question, "answer", by=world.cara.actor)
    come(client, room)
    said = {"support": str(question.public_id)}
    late = client.post(PAGE, said, follow=True)
    assert "no longer on the list" in late.content.decode()
    question.refresh_from_db()
    with pytest.raises(Refusal, match="gone_through"):
        take_support_back(question, guest_in(event, room))


def test_only_the_author_reads_why_a_question_was_set_aside(
    client: Client, world: World, event: Gathering, room: Room
) -> None:
    come(client, room)
    sends(client, "ask", text="Who pays?", submission_key=str(uuid.uuid4()))
    question = FloorQuestion.objects.in_place(room.place).get()
    question.room = room
    with pytest.raises(Refusal, match="no_reason"):
        move_question(event, question, "set_aside", by=world.cara.actor)
    move_question(event, question, "set_aside", why="For the board", by=world.cara.actor)
    assert "For the board" in text(client)
    others = text(come(Client(), room))
    assert "Who pays?" not in others
    assert "For the board" not in others


def test_the_desk_takes_a_question_up_and_says_why_it_sets_one_aside(
    client: Client, world: World, event: Gathering, room: Room
) -> None:
    question = asks(room, guest_in(event, room))
    client.force_login(world.cara.user)
    desk = "/strathmuir/workspace/events/plan-it-together/live/"
    said, key = {"do": "question"}, str(question.public_id)
    client.post(desk, {**said, "take": key})
    assert "being answered" in client.get(desk).content.decode()
    client.post(desk, {**said, "set_aside": key, "why": ""})
    question.refresh_from_db()
    assert question.state == "answering"
    client.post(desk, {**said, "set_aside": key, "why": "For the board"})
    question.refresh_from_db()
    assert (question.state, question.why_set_aside) == ("set_aside", "For the board")
    assert client.post(desk, {**said, "take": "x"}).status_code == 404


def test_a_closed_door_keeps_those_inside(client: Client, world: World, room: Room) -> None:
    come(client, room)
    close_door(room, by=world.cara.actor)
    assert sends(client, "ask", text="Still?", submission_key=str(uuid.uuid4())) == 302


def test_a_full_hall_costs_no_more_queries_than_an_empty_one(
    client: Client, event: Gathering, room: Room, poll: Poll
) -> None:
    come(client, room)
    sends(client, "vote", poll=poll.pk, choice=1)
    sends(client, "ask", text="Mine", submission_key=str(uuid.uuid4()))
    with CaptureQueriesContext(
        connection,
    ) as few:
        text(client)
    people = [guest_in(event, room) for _n in range(60)]
    for number, one in enumerate(people):
        vote(poll, one, choice=1 + number % 2)
        support(asks(room, one, f"Question {number}"), people[number - 1])
    with CaptureQueriesContext(connection) as many:
        text(client)
    assert len(many) == len(few) <= 12, [q["sql"][:90] for q in many.captured_queries]
