"""Deciding: only once it is revealed, on the initiative, remembered by the matrix."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.initiatives.models import Stage
from alongside.foundation.initiatives.queries import standing_in
from alongside.foundation.rooms.actions import close_door
from alongside.star.board.queries.focus import latest_decided
from alongside.star.focus_it.actions.deciding import decide_item
from alongside.star.focus_it.actions.reveal import reveal_matrix
from alongside.star.focus_it.models import Item, Matrix
from alongside.star.focus_it.queries.matrices import items_of
from tests.asking import hidden
from tests.matrices import asking, rate_all
from tests.people import World

BASE = "/strathmuir/workspace/priorities/first/"


@pytest.fixture
def matrix(world: World) -> Matrix:
    matrix = asking(world.strathmuir, by=world.cara.actor)
    for _person in range(6):
        rate_all(matrix, {item: {"impact": 4, "effort": 2} for item in items_of(matrix)})
    return matrix


@pytest.fixture
def revealed(world: World, matrix: Matrix) -> Matrix:
    return reveal_matrix(matrix, turn=1, by=world.cara.actor)


def test_with_the_door_closed_what_was_rated_can_still_be_revealed(
    client: Client, world: World, matrix: Matrix
) -> None:
    close_door(matrix.room, by=world.cara.actor)
    client.force_login(world.cara.user)
    page = client.get(BASE).text
    assert f'action="{BASE}reveal/"' in page
    assert "Open the door" in page


def test_the_board_tells_the_latest_of_one_day_first(
    client: Client, world: World, revealed: Matrix
) -> None:
    for item in items_of(revealed)[::-1]:
        item.matrix, item.place, item.initiative.place = revealed, revealed.place, revealed.place
        decide_item(item, verdict=Stage.TAKEN_ON, by=world.cara.actor)
    titles = [one.title for one in latest_decided(standing_in(world.strathmuir))]
    assert titles == [item.title for item in items_of(revealed)]


def first(matrix: Matrix) -> Item:
    item = items_of(matrix)[0]
    item.matrix, item.place, item.initiative.place = matrix, matrix.place, matrix.place
    return item


def test_nobody_decides_before_the_reveal(world: World, matrix: Matrix, client: Client) -> None:
    with pytest.raises(Refusal, match="not_revealed"):
        decide_item(first(matrix), verdict=Stage.TAKEN_ON, by=world.cara.actor)
    client.force_login(world.cara.user)
    assert client.get(f"{BASE}items/1/decide/").status_code == 404


def test_a_decision_stands_on_the_initiative_and_in_the_matrix(
    world: World, revealed: Matrix, client: Client
) -> None:
    client.force_login(world.cara.user)
    assert "Try it" in client.get(f"{BASE}items/1/decide/").text
    page = client.get(f"{BASE}items/1/decide/trying/")
    day = timezone.localdate() + timedelta(days=60)
    told = {
        "seen": hidden(page, "seen"), "question": "Do people come?", "decided_by": "The board",
        "stops_on_0": day.day, "stops_on_1": day.month, "stops_on_2": day.year,
        "dissent": "Two would rather wait", "reason": "Quick to begin",
    }  # fmt: skip
    for _press in range(2):
        assert client.post(f"{BASE}items/1/decide/trying/", told).status_code == 302
    item = first(revealed)
    assert item.decision is not None
    assert item.initiative.decisions.filter(verdict="trying").count() == 1
    page = client.get(f"{BASE}decisions/").text
    assert "Two would rather wait" in page
    assert (
        "Do people come?"
        in client.get(f"/strathmuir/workspace/activities/{item.initiative.slug}/").text
    )


def test_what_is_missing_is_asked_for(world: World, revealed: Matrix, client: Client) -> None:
    client.force_login(world.cara.user)
    seen = hidden(client.get(f"{BASE}items/1/decide/not_forward/"), "seen")
    assert client.post(f"{BASE}items/1/decide/not_forward/", {"seen": seen}).status_code == 422
    assert first(revealed).decision is None


def test_a_decision_made_meanwhile_is_not_overwritten(
    world: World, revealed: Matrix, client: Client
) -> None:
    client.force_login(world.cara.user)
    seen = hidden(client.get(f"{BASE}items/1/decide/taken_on/"), "seen")
    decide_item(first(revealed), verdict=Stage.BACK_BURNER, reason="Later", by=world.rona.actor)
    assert (
        client.post(
            f"{BASE}items/1/decide/taken_on/", {"seen": seen, "reason": "Quick"}
        ).status_code
        == 409
    )
    decision = first(revealed).decision
    assert decision is not None
    assert decision.verdict == "back_burner"


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "eve", "fay"])
def test_only_who_may_change_activities_decides(world: World, revealed: Matrix, name: str) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        decide_item(first(revealed), verdict=Stage.TAKEN_ON, by=getattr(world, name).actor)


def test_fifty_items_cost_no_more_queries(
    world: World, client: Client, django_assert_max_num_queries: object
) -> None:
    matrix = asking(world.strathmuir, by=world.cara.actor, ideas=[f"Idea {n}" for n in range(50)])
    rate_all(matrix, {items_of(matrix)[0]: {"impact": 4, "effort": 2}})
    reveal_matrix(matrix, turn=1, by=world.cara.actor)
    client.force_login(world.cara.user)
    for address in ("decisions/", "items/1/decide/"):
        with django_assert_max_num_queries(12):  # type: ignore[operator]
            assert client.get(f"{BASE}{address}").status_code == 200
