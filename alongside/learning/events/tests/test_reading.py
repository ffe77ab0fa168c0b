"""Questions from the floor are read before they are shown, or not; and what becomes of them."""

import uuid

import pytest
from django.test import Client

from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.rooms.actions import open_door
from alongside.foundation.rooms.models import Room
from alongside.learning.events import rules
from alongside.learning.events.actions.live import open_live
from alongside.learning.events.actions.reading import move_question, read_first
from alongside.learning.events.models import FloorQuestion
from alongside.learning.events.queries.floor import floor_of, is_read_first
from alongside.learning.events.tests.test_floor import PAGE, come, sends, text
from tests.gatherings import announced, asks, guest_in
from tests.people import World

DESK = "/strathmuir/workspace/events/plan-it-together/live/"


@pytest.fixture
def event(world: World) -> Gathering:
    return announced(world.strathmuir, by=world.cara.actor)


@pytest.fixture
def room(world: World, event: Gathering) -> Room:
    return open_door(open_live(event, by=world.cara.actor), by=world.cara.actor)


def on_the_list(room: Room) -> list[str]:
    return [one.text for one in floor_of(room, at_most=9)]


def test_where_everybody_may_come_questions_are_read_first(world: World, room: Room) -> None:
    assert is_read_first(room)
    by = world.cara.actor
    ours = announced(world.strathmuir, by=by, title="Ours", audience="members")
    assert not is_read_first(open_live(ours, by=by))


def test_an_unread_question_is_seen_by_its_author_and_the_desk_alone(
    client: Client, world: World, room: Room
) -> None:
    come(client, room)
    assert "organisers read it first" in text(client)
    said = {"do": "ask", "text": "Who <i>pays</i>?", "submission_key": str(uuid.uuid4())}
    told = client.post(PAGE, said, follow=True).content.decode()
    assert "The organisers read it first." in told
    assert "not read yet" in told
    assert "pays" not in text(come(Client(), room))
    cara = Client()
    cara.force_login(world.cara.user)
    assert "pays" not in cara.get(f"{DESK}screen/").content.decode()
    assert "Who &lt;i&gt;pays&lt;/i&gt;?" in cara.get(DESK).content.decode()


def test_the_desk_shows_it_and_its_author_reads_that_it_is_on_the_list(
    client: Client, world: World, room: Room
) -> None:
    come(client, room)
    sends(client, "ask", text="Who pays?", submission_key=str(uuid.uuid4()))
    question = FloorQuestion.objects.in_place(room.place).get()
    cara = Client()
    cara.force_login(world.cara.user)
    for _press in range(2):
        cara.post(DESK, {"do": "question", "show": question.public_id})
    assert on_the_list(room) == ["Who pays?"]
    assert "on the list" in text(client)


def test_what_was_asked_to_be_read_first_goes_on_waiting(
    client: Client, world: World, event: Gathering, room: Room
) -> None:
    asks(room, guest_in(event, room), "Asked before")
    client.force_login(world.cara.user)
    client.post(DESK, {"do": "read_first", "reads_first": "no"})
    asks(room, guest_in(event, room), "Asked after")
    assert on_the_list(room) == ["Asked after"]
    client.post(DESK, {"do": "read_first", "reads_first": "yes"})
    asks(room, guest_in(event, room), "Asked at last")
    assert on_the_list(room) == ["Asked after"]


def test_whoever_has_five_unread_waits_with_the_sixth(event: Gathering, room: Room) -> None:
    asker = guest_in(event, room)
    for number in range(5):
        asks(room, asker, f"Question {number}")
    with pytest.raises(Refusal, match="enough_asked"):
        asks(room, asker)


def test_what_was_set_aside_by_mistake_is_put_back_without_its_reason(
    client: Client, world: World, event: Gathering, room: Room
) -> None:
    by, question = world.cara.actor, asks(room, guest_in(event, room))
    move_question(event, question, "set_aside", why="Not for today", by=by)
    client.force_login(world.cara.user)
    assert "Not for today" not in client.get(DESK).text
    assert "Not for today" in client.get(f"{DESK}?all=yes").text
    client.post(DESK, {"do": "question", "put_back": question.public_id})
    question.refresh_from_db()
    assert (question.state, question.why_set_aside) == ("asked", "")


def test_a_page_from_before_never_shows_again_what_was_set_aside(
    world: World, event: Gathering, room: Room
) -> None:
    by, question = world.cara.actor, asks(room, guest_in(event, room))
    move_question(event, question, "show", by=by)
    move_question(event, question, "set_aside", why="Asked twice", by=by)
    with pytest.raises(Refusal, match="moved_meanwhile"):
        move_question(event, question, "show", by=by)
    assert ("set_aside", "show") not in rules.QUESTIONS


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "rona", "eve", "fay"])
def test_only_who_runs_events_reads_and_shows(
    world: World, event: Gathering, room: Room, name: str
) -> None:
    by, question = getattr(world, name).actor, asks(room, guest_in(event, room))
    with pytest.raises(Refusal, match="not_allowed"):
        move_question(event, question, "show", by=by)
    with pytest.raises(Refusal, match="not_allowed"):
        read_first(event, room, reads_first=False, by=by)


def test_phones_stay_as_they_are_while_questions_are_read(
    world: World, event: Gathering, room: Room
) -> None:
    by, question = world.cara.actor, asks(room, guest_in(event, room))
    room.refresh_from_db()
    before = room.asked
    move_question(event, question, "show", by=by)
    room.refresh_from_db()
    assert room.asked == before
    move_question(event, question, "take", by=by)
    room.refresh_from_db()
    assert room.asked == before + 1


def test_a_full_desk_costs_no_more_queries_than_an_empty_one(
    client: Client,
    world: World,
    event: Gathering,
    room: Room,
    django_assert_max_num_queries: object,
) -> None:
    by = world.cara.actor
    asked = [asks(room, guest_in(event, room), f"Question {n}") for n in range(30)]
    for number, one in enumerate(asked[:20]):
        move_question(event, one, "show", by=by)
        if number % 2:
            move_question(event, one, "answer", by=by)
    client.force_login(world.cara.user)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        assert client.get(DESK).content.decode().count("Question ") >= 30


def test_a_long_list_shows_its_first_and_the_rest_on_demand(
    client: Client, world: World, event: Gathering, room: Room
) -> None:
    by = world.cara.actor
    read_first(event, room, reads_first=False, by=by)
    for number in range(20):
        asks(room, guest_in(event, room), text=f"Question {number:02}?")
    client.force_login(world.cara.user)
    first, whole = client.get(DESK).text, client.get(f"{DESK}?all=yes").text
    assert "Question 07?" in first
    assert "Question 08?" not in first
    assert "Show 12 more" in first
    assert "Question 19?" in whole
    assert "more</a>" not in whole
    taken = client.post(f"{DESK}?all=yes", {"do": "question", "take": asked_last(room).public_id})
    assert taken["Location"] == f"{DESK}?all=yes#questions"


def asked_last(room: Room) -> FloorQuestion:
    last = FloorQuestion.objects.in_place(room.place).order_by("pk").last()
    assert last is not None
    return last
