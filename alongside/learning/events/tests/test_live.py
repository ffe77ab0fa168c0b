"""Holding the room of an event: polls one at a time, numbers only when revealed."""

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from alongside.foundation.disclosure.models import Release
from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.rooms.actions import open_door
from alongside.foundation.rooms.codes import door_code
from alongside.foundation.rooms.models import Room
from alongside.foundation.rooms.queries import room_of_code
from alongside.learning.events import rules
from alongside.learning.events.actions.floor import vote
from alongside.learning.events.actions.live import (
    end_rooms_of_the_past,
    move_poll,
    open_live,
    prepare_poll,
    remove_poll,
)
from alongside.learning.events.invariants import invariants
from alongside.learning.events.models import FloorQuestion, Poll, Vote
from alongside.learning.events.queries.live import poll_on_screen, room_of, told_of
from tests.gatherings import announced, asks, begin_now, guest_in, poll_in, prepared
from tests.people import World

DESK = "/strathmuir/workspace/events/plan-it-together/live/"


@pytest.fixture
def event(world: World) -> Gathering:
    return announced(world.strathmuir, by=world.cara.actor)


@pytest.fixture
def room(world: World, event: Gathering) -> Room:
    return open_door(open_live(event, by=world.cara.actor), by=world.cara.actor)


def opened(world: World, event: Gathering, room: Room) -> Poll:
    return move_poll(event, poll_in(event, room, by=world.cara.actor), "open", by=world.cara.actor)


def answered(event: Gathering, room: Room, poll: Poll, *choices: int) -> None:
    for choice in choices:
        vote(poll, guest_in(event, room), choice=choice)


def violations() -> list[str]:
    return [found for check in invariants().values() for found in check()]


def test_an_announced_event_has_one_room(world: World, event: Gathering, room: Room) -> None:
    assert open_live(event, by=world.cara.actor) == room
    assert room.stage == Room.Stage.ASKING
    draft = prepared(world.strathmuir, by=world.cara.actor, title="Draft")
    with pytest.raises(Refusal, match="not_on"):
        open_live(draft, by=world.cara.actor)


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "rona", "eve", "fay"])
def test_only_who_runs_events_holds_the_room(
    world: World, event: Gathering, room: Room, name: str
) -> None:
    by = getattr(world, name).actor
    poll = poll_in(event, room, by=world.cara.actor)
    for deed in (
        lambda: open_live(event, by=by),
        lambda: poll_in(event, room, by=by),
        lambda: move_poll(event, poll, "open", by=by),
        lambda: remove_poll(event, poll, by=by),
    ):
        with pytest.raises(Refusal, match="not_allowed"):
            deed()


def test_the_national_team_holds_the_room_of_its_conference(world: World) -> None:
    conference = announced(world.nation, by=world.fay.actor, title="Conference")
    assert open_door(open_live(conference, by=world.fay.actor), by=world.fay.actor).code_hash


def test_a_poll_sent_twice_is_kept_once(world: World, event: Gathering, room: Room) -> None:
    key = uuid.uuid4()
    said = {"question": "Where?", "choices": ["A", "B"], "submission_key": key}
    first = prepare_poll(event, room, **said, by=world.cara.actor)  # type: ignore[arg-type]
    assert prepare_poll(event, room, **said, by=world.cara.actor) == first  # type: ignore[arg-type]


def test_one_poll_is_open_at_a_time(world: World, event: Gathering, room: Room) -> None:
    first, by = opened(world, event, room), world.cara.actor
    second = poll_in(event, room, "And then?", by=by)
    with pytest.raises(Refusal, match="another_is_open"):
        move_poll(event, second, "open", by=by)
    move_poll(event, first, "reveal", by=by)
    move_poll(event, second, "open", by=by)
    assert poll_on_screen(room) == second
    first.refresh_from_db()
    assert first.state == Poll.State.CLOSED
    with pytest.raises(IntegrityError), transaction.atomic():
        Poll.objects.in_place(room.place).update(state=Poll.State.OPEN, release=None)


def test_a_second_press_reveals_once_and_a_stale_page_moves_nothing(
    world: World, event: Gathering, room: Room
) -> None:
    poll, by = opened(world, event, room), world.cara.actor
    answered(event, room, poll, 1, 1, 1, 2, 2, 2)
    move_poll(event, poll, "reveal", by=by)
    move_poll(event, poll, "reveal", by=by)
    assert Release.objects.in_place(room.place).filter(activity=event.activity).count() == 1
    for verb in ("open", "nonsense", ""):
        with pytest.raises(Refusal, match="moved_meanwhile"):
            move_poll(event, poll, verb, by=by)
    with pytest.raises(Refusal, match="moved_meanwhile"):
        remove_poll(event, poll, by=by)


def test_every_state_follows_the_table() -> None:
    assert set(rules.POLLS.values()) == set(Poll.State.values) - {"prepared"}
    assert set(rules.QUESTIONS.values()) == set(FloorQuestion.State.values) - {"unread"}


def test_numbers_are_frozen_when_revealed(world: World, event: Gathering, room: Room) -> None:
    poll, by = opened(world, event, room), world.cara.actor
    answered(event, room, poll, 1, 1, 1, 1, 2, 2, 2)
    assert told_of(poll_on_screen(room)) is None
    told = told_of(move_poll(event, poll, "reveal", by=by))
    assert told is not None
    assert [(line.text, line.count, line.percent) for line in told.lines] == [
        ("Home care", 4, 57),
        ("Parks", 3, 43),
    ]
    assert told.answered == 7
    assert violations() == []
    Vote.objects.in_place(room.place).filter(choice=1).delete()
    assert violations() == [f"poll {poll.pk}"]


def test_of_four_answers_nothing_is_told(world: World, event: Gathering, room: Room) -> None:
    poll, by = opened(world, event, room), world.cara.actor
    answered(event, room, poll, 1, 1, 2, 2)
    told = told_of(move_poll(event, poll, "reveal", by=by))
    assert told is not None
    assert (told.answered, told.lines) == (None, ())
    assert violations() == []


def test_history_names_polls_and_ties_nobody_to_a_vote(
    world: World, event: Gathering, room: Room
) -> None:
    poll = opened(world, event, room)
    before = Event.objects.in_place(room.place_id).count()
    participant = guest_in(event, room)
    vote(poll, participant, choice=1)
    asks(room, participant)
    assert Event.objects.in_place(room.place_id).count() == before
    told = Event.objects.in_place(room.place_id).about("events.poll", poll.pk)
    assert list(told.order_by("pk").values_list("verb", flat=True)) == ["prepare_poll", "open_poll"]


def test_the_room_ends_with_the_event_and_its_code_with_it(
    world: World, event: Gathering, room: Room
) -> None:
    code = door_code(room)
    assert end_rooms_of_the_past(by=system_actor()) == 0
    begin_now(event, hours_ago=5)  # over for two hours, and a moment
    Gathering.objects.in_place(event.place).update(ends_at=timezone.now() - timedelta(hours=2.1))
    assert end_rooms_of_the_past(by=system_actor()) == 1
    assert end_rooms_of_the_past(by=system_actor()) == 0
    ended = room_of(event)
    assert ended is not None
    assert ended.stage == Room.Stage.ENDED
    assert room_of_code(code) is None
    with pytest.raises(Refusal, match="ended"):
        guest_in(event, ended)
    with pytest.raises(Refusal, match="ended"):
        opened(world, event, ended)


def test_the_desk_opens_the_room_and_runs_a_poll(client: Client, world: World) -> None:
    event = announced(world.strathmuir, by=world.cara.actor)
    client.force_login(world.cara.user)
    assert "Open the room" in client.get(DESK).content.decode()
    client.post(DESK, {"do": "begin"})
    key = str(uuid.uuid4())
    wrong = client.post(
        DESK, {"do": "prepare", "question": "Q", "choices": "A", "submission_key": key}
    )
    assert wrong.status_code == 422
    assert "two to six" in wrong.content.decode()
    said = {"do": "prepare", "question": "<b>Where</b>?", "choices": "A\n\n B \n"}
    client.post(DESK, {**said, "submission_key": key})
    poll = Poll.objects.in_place(event.place).get()
    assert poll.choices == ["A", "B"]
    assert "&lt;b&gt;Where" in client.get(DESK).content.decode()
    client.post(DESK, {"do": "poll", "poll": str(poll.pk), "verb": "open"})
    reply = client.post(
        DESK, {"do": "poll", "poll": str(poll.pk), "verb": "reveal", "next": "screen"}
    )
    assert reply.headers["Location"] == f"{DESK}screen/"
    assert "Too few answered" in client.get(DESK).content.decode()
    assert client.post(DESK, {"do": "poll", "poll": "9" * 19, "verb": "open"}).status_code == 404
