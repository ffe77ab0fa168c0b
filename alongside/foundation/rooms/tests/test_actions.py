"""Holding a room: its door, its heads, and who moves it on."""

from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.foundation.consent.actions import join_activity
from alongside.foundation.consent.models import Activity, Notice
from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.seats import take_seat
from alongside.foundation.rooms.actions import (
    close_door,
    close_doors_left_open,
    come_in,
    count_heads,
    move_room,
    open_door,
    prepare_room,
)
from alongside.foundation.rooms.codes import door_code, door_link
from alongside.foundation.rooms.models import Room
from alongside.foundation.rooms.queries import joined_count, live_state, room_of_code, room_of_link
from tests.people import World


@pytest.fixture
def activity(world: World) -> Activity:
    notice = Notice.objects.create(
        place=world.strathmuir, version=1, kind="matrix", who_sees="Nobody", text="Why"
    )
    return Activity.objects.create(
        place=world.strathmuir, kind="matrix", title="First", purpose="Decide", notice=notice
    )


@pytest.fixture
def room(world: World, activity: Activity) -> Room:
    return prepare_room(activity, by=world.cara.actor)


def verbs(room: Room) -> list[str]:
    """What history says about the room, in its order."""
    events = Event.objects.in_place(room.place_id).about("rooms.room", room.pk)
    return list(events.order_by("pk").values_list("verb", flat=True))


def test_a_code_leads_in_only_while_the_door_is_open(world: World, room: Room) -> None:
    room = open_door(room, by=world.cara.actor)
    code, link = door_code(room), door_link(room)
    assert room_of_code(f"{code[:2]} {code[2:]}") == room
    assert room_of_link(link) == room
    close_door(room, by=world.cara.actor)
    assert room_of_code(code) is None
    assert room_of_link(link) is None


def test_a_code_is_five_digits_and_new_each_time(world: World, room: Room) -> None:
    codes = set()
    for _time in range(4):
        room = open_door(room, by=world.cara.actor)
        codes.add(door_code(room))
        room = close_door(room, by=world.cara.actor)
    assert len(codes) == 4
    assert all(len(code) == 5 and code.isdigit() for code in codes)


def test_opening_an_open_door_keeps_its_code(world: World, room: Room) -> None:
    first = open_door(room, by=world.cara.actor)
    again = open_door(room, by=world.cara.actor)
    assert door_code(first) == door_code(again)
    assert verbs(room) == ["prepare_room", "open_door"]


def test_two_doors_never_share_a_code(
    world: World, room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = door_code(open_door(room, by=world.cara.actor))
    notice = room.activity.notice
    other = Activity.objects.create(
        place=world.strathmuir, kind="matrix", title="Second", purpose="Decide", notice=notice
    )
    second = prepare_room(other, by=world.cara.actor)
    drawn = iter([taken, taken, "54321"])
    monkeypatch.setattr("alongside.foundation.rooms.actions.door_code", lambda _room: next(drawn))
    second = open_door(second, by=world.cara.actor)
    assert second.door_number == 3
    assert room_of_code("54321") == second
    assert room_of_code(taken) == room


def test_a_door_left_open_leads_nowhere_and_is_swept(world: World, room: Room) -> None:
    room = open_door(room, by=world.cara.actor)
    code = door_code(room)
    Room.objects.in_place(world.strathmuir).update(
        door_closes_at=timezone.now() - timedelta(minutes=1)
    )
    assert room_of_code(code) is None
    assert close_doors_left_open(by=system_actor()) == 1
    assert close_doors_left_open(by=system_actor()) == 0
    assert verbs(room)[-1] == "close_door"


def test_whoever_comes_in_twice_is_counted_once(world: World, room: Room) -> None:
    room = open_door(room, by=world.cara.actor)
    seat = take_seat(
        room.place, activity_id=room.activity_id, group="resident", group_confirmed=True
    )[0]
    participant = join_activity(room.activity, by=actor_of_seat(seat))
    come_in(room, participant)
    come_in(room, participant)
    assert joined_count(room) == 1
    room = open_door(close_door(room, by=world.cara.actor), by=world.cara.actor)
    assert joined_count(room) == 0


def test_two_facilitators_reveal_once(world: World, room: Room) -> None:
    move_room(room, "begin", turn=1, by=world.cara.actor)
    _room, moved = move_room(room, "reveal", turn=1, by=world.cara.actor)
    _room, again = move_room(room, "reveal", turn=1, by=world.cara.actor)
    assert (moved, again) == (True, False)
    assert verbs(room).count("reveal_room") == 1


def test_asking_again_is_done_once_for_each_turn(world: World, room: Room) -> None:
    for verb in ("begin", "reveal"):
        move_room(room, verb, turn=1, by=world.cara.actor)
    room, moved = move_room(room, "ask_again", turn=1, by=world.cara.actor)
    assert (room.turn, moved) == (2, True)
    room, moved = move_room(room, "ask_again", turn=1, by=world.cara.actor)
    assert (room.turn, moved) == (2, False)


def test_a_stale_page_moves_nothing(world: World, room: Room) -> None:
    for verb in ("begin", "reveal", "ask_again"):
        move_room(room, verb, turn=1, by=world.cara.actor)
    with pytest.raises(Refusal, match="moved_meanwhile"):
        move_room(room, "reveal", turn=1, by=world.cara.actor)
    with pytest.raises(Refusal, match="moved_meanwhile"):
        move_room(room, "end", turn=2, by=world.cara.actor)


def test_a_room_that_ended_can_not_be_entered(world: World, room: Room) -> None:
    room = open_door(room, by=world.cara.actor)
    code = door_code(room)
    for verb in ("begin", "reveal", "end"):
        room, _moved = move_room(room, verb, turn=1, by=world.cara.actor)
    assert room_of_code(code) is None
    with pytest.raises(Refusal, match="ended"):
        open_door(room, by=world.cara.actor)


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "rona", "eve", "fay"])
def test_only_who_holds_rooms_moves_them(world: World, room: Room, name: str) -> None:
    by = getattr(world, name).actor
    with pytest.raises(Refusal, match="not_allowed"):
        open_door(room, by=by)
    with pytest.raises(Refusal, match="not_allowed"):
        move_room(room, "begin", turn=1, by=by)
    with pytest.raises(Refusal, match="not_allowed"):
        count_heads(room, heads=3, by=by)
    assert verbs(room) == ["prepare_room"]


def test_phones_learn_of_every_change_and_of_no_figure(world: World, room: Room) -> None:
    before = live_state(room.public_id)
    assert before is not None
    assert (before.stage, before.turn, before.wait) == ("preparing", 1, 4)
    move_room(room, "begin", turn=1, by=world.cara.actor)
    assert live_state(room.public_id) == before  # at most a second old
