"""Too few to be shown: every page says so, in words that tell nothing of the few."""

import pytest
from django.test import Client

from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.matrices import items_of
from tests.matrices import asking, rate_all, reveal
from tests.people import World

DESK = "/strathmuir/workspace/priorities/first/"
WHY = "too few beside a group"


def rated_by(world: World, *groups: str) -> Matrix:
    matrix = asking(world.strathmuir, by=world.cara.actor, minimum=3)
    for number, group in enumerate(groups, start=2):
        rate_all(
            matrix, {i: {"impact": number, "effort": number} for i in items_of(matrix)}, group=group
        )
    return matrix


@pytest.fixture
def cara(client: Client, world: World) -> Client:
    client.force_login(world.cara.user)
    return client


def test_two_residents_and_another_are_told_why_nothing_shows(cara: Client, world: World) -> None:
    reveal(rated_by(world, "resident", "resident", "staff"), by=world.cara.actor)
    for address in (f"{DESK}results/", f"{DESK}screen/"):
        page = cara.get(address).text
        assert WHY in page
        assert "matrix-ground" not in page


def test_the_reason_is_the_same_whichever_group_was_too_few(cara: Client, world: World) -> None:
    reveal(rated_by(world, "staff", "resident"), by=world.cara.actor)
    [told] = [line for line in cara.get(f"{DESK}screen/").text.splitlines() if WHY in line]
    assert "staff" not in told
    assert "resident" not in told


def test_three_residents_are_shown_and_no_reason_is_needed(cara: Client, world: World) -> None:
    reveal(rated_by(world, "resident", "resident", "resident"), by=world.cara.actor)
    for address in (f"{DESK}results/", f"{DESK}screen/"):
        page = cara.get(address).text
        assert WHY not in page
        assert "matrix-ground" in page


def test_the_desk_warns_by_heads_alone_before_the_reveal(cara: Client, world: World) -> None:
    rated_by(world, "resident", "resident")
    assert "Fewer than 3 have rated" in cara.get(DESK).text


def test_the_desk_knows_nothing_of_what_the_picture_would_be(cara: Client, world: World) -> None:
    rated_by(world, "resident", "resident", "staff")
    assert "Fewer than" not in cara.get(DESK).text
