"""The board: what it says when empty, while answers come in, and with a Star."""

from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.answered_round import opened_round
from alongside.star.map_it.tests.test_draw import drawn_round
from tests.people import World

BOARD = "/strathmuir/workspace/"


def page(client: Client) -> str:
    response = client.get(BOARD)
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_board_offers_the_lead_to_begin(world: World, client: Client) -> None:
    client.force_login(world.cara.user)
    assert reverse("map_it:new", args=["strathmuir"]) in page(client)


def test_an_empty_board_tells_others_that_nothing_has_begun(world: World, client: Client) -> None:
    client.force_login(world.ann.user)
    text = page(client)
    assert "has not begun" in text
    assert reverse("map_it:new", args=["strathmuir"]) not in text


def test_while_answers_come_in_nothing_of_them_is_shown(world: World, client: Client) -> None:
    opened_round(world)
    client.force_login(world.cara.user)
    assert "Answers are being gathered" in page(client)


def test_with_a_star_exactly_one_step_is_next(world: World, client: Client) -> None:
    drawn_round(world)
    client.force_login(world.cara.user)
    text = page(client)
    assert "Our co-production star" in text
    assert text.count("al-step--next") == 1
    assert text.count('class="al-step') >= 5


def test_a_map_past_its_day_is_late(world: World, client: Client) -> None:
    round_ = opened_round(world)
    Round.objects.in_place(world.strathmuir).filter(pk=round_.pk).update(
        opens_at=timezone.now() - timedelta(days=9), closes_at=timezone.now() - timedelta(hours=1)
    )
    client.force_login(world.cara.user)
    assert "past its last day" in page(client)


@pytest.mark.parametrize("rounds", [1, 3])
def test_the_board_costs_at_most_twelve_queries(
    world: World, client: Client, rounds: int, django_assert_max_num_queries
) -> None:
    for _ in range(rounds):
        drawn_round(world)
    client.force_login(world.cara.user)
    with django_assert_max_num_queries(12):
        client.get(BOARD)


def test_visitors_sign_in_and_strangers_find_nothing(world: World, client: Client) -> None:
    assert client.get(BOARD).headers["Location"].startswith("/accounts/login/")
    client.force_login(world.eve.user)
    assert client.get(BOARD).status_code == 404
