"""The big screen: who may see it, what it says before the reveal and after."""

import json
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from alongside.foundation.rooms.actions import count_heads
from alongside.foundation.rooms.codes import door_code
from alongside.star.focus_it.actions.items import change_item
from alongside.star.focus_it.actions.reveal import ask_again
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries import rated
from alongside.star.focus_it.queries.matrices import items_of
from alongside.star.focus_it.queries.rated import Progress, progress_of
from tests.matrices import asking, guest, rate_all, reveal
from tests.people import World


@pytest.fixture
def matrix(world: World) -> Matrix:
    matrix = asking(world.strathmuir, by=world.cara.actor)
    first, *_others = items_of(matrix)
    for impact in (5, 4, 5, 3, 4, 2):
        rate_all(matrix, {first: {"impact": impact, "effort": 6 - impact}})
    return matrix


def screen(client: Client, matrix: Matrix) -> str:
    return client.get(f"/strathmuir/workspace/priorities/{matrix.slug}/screen/").content.decode()


def state(client: Client, matrix: Matrix, etag: str = "") -> tuple[int, str, bytes]:
    reply = client.get(
        f"/strathmuir/workspace/priorities/{matrix.slug}/screen/state/",
        headers={"If-None-Match": etag} if etag else {},
    )
    return reply.status_code, reply.headers.get("ETag", ""), reply.content


@pytest.fixture
def wall(client: Client, world: World) -> Client:
    client.force_login(world.cara.user)
    return client


def test_the_screen_shows_how_to_come_in_and_how_many_have_rated(
    wall: Client, matrix: Matrix
) -> None:
    text = screen(wall, matrix)
    assert door_code(matrix.room) in text
    assert "6 of 6 have begun, 0 done" in text
    assert "Reveal" in text
    assert "matrix-ground" not in text


def test_heads_without_phones_are_counted_among_those_here(
    wall: Client, world: World, matrix: Matrix
) -> None:
    count_heads(matrix.room, heads=9, by=world.cara.actor)
    assert "6 of 9 have begun, 0 done" in screen(wall, matrix)


def test_who_began_and_who_is_done_are_told_apart_in_one_query(
    wall: Client, world: World, matrix: Matrix, django_assert_num_queries: Any
) -> None:
    everything = {item: {"impact": 4} for item in items_of(matrix)[:3]} | {items_of(matrix)[3]: {}}
    rate_all(matrix, everything)
    assert "7 of 7 have begun, 1 done" in screen(wall, matrix)
    desk = wall.get(f"/strathmuir/workspace/priorities/{matrix.slug}/").text
    assert "7 of 7 have begun, 1 done" in desk
    with django_assert_num_queries(1):
        assert progress_of(matrix) == Progress(begun=7, done=1)
    change_item(items_of(matrix)[0], title="In other words", by=world.cara.actor)
    assert progress_of(matrix) == Progress(begun=7, done=0)


def test_before_the_reveal_the_state_holds_people_and_no_figure(
    wall: Client, matrix: Matrix
) -> None:
    status, etag, body = state(wall, matrix)
    told = json.loads(body)
    assert status == 200
    assert told.keys() == {
        "stage", "turn", "version", "shown", "heads", "joined", "rated", "done", "said", "wait",
    }  # fmt: skip
    assert (told["joined"], told["rated"], told["done"], told["shown"]) == (6, 6, 0, 0)
    assert etag == f'"{told["version"]}.0.6.6.0"'


def test_what_is_rated_changes_nothing_in_the_state_before_the_reveal(
    wall: Client, world: World, matrix: Matrix
) -> None:
    """Two rooms that rate the opposite can't be told apart."""
    other = asking(world.strathmuir, by=world.cara.actor, title="Second")
    first, *_others = items_of(other)
    for impact in (1, 2, 1, 3, 2, 4):
        rate_all(other, {first: {"impact": impact, "effort": 6 - impact}})
    told = [json.loads(state(wall, one)[2]) for one in (matrix, other)]
    for one in told:
        one.pop("version")
    assert told[0] == told[1]


def test_a_screen_that_knows_already_gets_no_answer(wall: Client, matrix: Matrix) -> None:
    _status, etag, _body = state(wall, matrix)
    assert state(wall, matrix, etag)[0] == 304
    guest(matrix)
    assert state(wall, matrix, etag)[0] == 200


def test_the_reveal_brings_the_picture(wall: Client, world: World, matrix: Matrix) -> None:
    before = state(wall, matrix)[1]
    reveal(matrix, by=world.cara.actor)
    told = json.loads(state(wall, matrix, before)[2])
    assert (told["stage"], told["shown"]) == ("revealed", 1)
    text = screen(wall, matrix)
    assert "matrix-ground" in text
    assert f'data-at="{told["version"]}.1"' in text
    assert "Quick wins" in text


def test_asked_again_the_earlier_picture_stays_beside_the_code(
    wall: Client, world: World, matrix: Matrix
) -> None:
    cara = world.cara.actor
    ask_again(reveal(matrix, by=cara), turn=1, by=cara)
    text = screen(wall, matrix)
    assert "before we talked" in text
    assert "0 of 6 have rated again in this turn" in text


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "rona"])
def test_only_who_holds_the_room_sees_its_code(
    client: Client, world: World, matrix: Matrix, name: str
) -> None:
    client.force_login(getattr(world, name).user)
    for path in ("screen/", "screen/state/"):
        address = f"/strathmuir/workspace/priorities/{matrix.slug}/{path}"
        assert client.get(address).status_code == 403


def test_the_screen_works_without_scripts(wall: Client, matrix: Matrix) -> None:
    assert '<noscript><meta http-equiv="refresh"' in screen(wall, matrix)


def test_where_many_rate_who_is_done_is_counted_now_and_then(
    matrix: Matrix, monkeypatch: pytest.MonkeyPatch, django_assert_num_queries: Any
) -> None:
    monkeypatch.setattr(rated, "MANY", 5)
    assert progress_of(matrix) == Progress(6, 0)
    rate_all(matrix, {item: {"impact": 3, "effort": 3} for item in items_of(matrix)})
    with django_assert_num_queries(1):
        assert progress_of(matrix) == Progress(7, 0)
    caches["template_fragments"].clear()
    with django_assert_num_queries(1):
        assert progress_of(matrix) == Progress(7, 1)


def test_a_screen_asks_little(
    wall: Client, world: World, matrix: Matrix, django_assert_max_num_queries: object
) -> None:
    reveal(matrix, by=world.cara.actor)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        screen(wall, matrix)
    with django_assert_max_num_queries(9):  # type: ignore[operator]
        state(wall, matrix)
