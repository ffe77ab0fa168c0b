"""The councillor's page: the Star, the matrix, what waits for a decision and what was decided."""

from typing import Any

import pytest
from django.test import Client

from alongside.star.focus_it.models import Matrix
from alongside.star.map_it.tests.test_draw import drawn_round
from tests.matrices import IDEAS
from tests.people import World

BRIEF = "/strathmuir/workspace/brief/"


def section(page: str, title: str) -> str:
    """What stands under a heading."""
    return page.partition(f">{title}</h2>")[2].partition("</section>")[0]


def test_an_empty_partnership_has_a_page_that_says_so(world: World, client: Client) -> None:
    client.force_login(world.dev.user)
    page = client.get(BRIEF).text
    assert "Nothing has been mapped or decided yet." in page
    assert "To decide" not in page


def test_it_tells_of_a_star_alone(world: World, client: Client) -> None:
    drawn_round(world)
    client.force_login(world.dev.user)
    page = client.get(BRIEF).text
    assert "Where we stand" in page
    assert "Parks and play" in section(page, "Where more could be tried")
    assert not section(page, "To decide")
    assert not section(page, "What was decided, and what it costs")


def test_it_tells_what_came_first_and_what_waits(
    world: World, decided: Matrix, client: Client
) -> None:
    client.force_login(world.dev.user)
    page = client.get(BRIEF).text
    assert 'class="matrix' in page
    assert "6 people rated" in page
    waiting = section(page, "To decide")
    assert IDEAS[0] not in waiting
    assert all(f"{idea}</li>" in waiting for idea in IDEAS[1:])
    assert f">{IDEAS[0]}</a>: taken on" in section(page, "What was decided, and what it costs")


@pytest.mark.parametrize("rows", [1, 60])
def test_it_costs_few_queries_however_much_was_rated(
    world: World,
    decided: Matrix,
    client: Client,
    rows: int,
    django_assert_max_num_queries: Any,
) -> None:
    drawn_round(world)
    client.force_login(world.dev.user)
    with django_assert_max_num_queries(12):
        client.get(BRIEF)
