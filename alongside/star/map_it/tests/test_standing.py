"""Which of several Stars stands on the board and on the public front."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.models import Service
from alongside.star.map_it.actions.draw import draw_star
from alongside.star.map_it.actions.rounds import (
    close_round,
    offer_help,
    open_round,
    prepare_round,
)
from alongside.star.map_it.actions.standing import show_as_star
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.releases import shared_star, standing_star
from alongside.star.map_it.tests.answered_round import HELP, answer, opened_round
from alongside.star.map_it.tests.answering import DAY
from tests.people import World

BOARD = "/strathmuir/workspace/"


def held(world: World, title: str, *services: Service, said: str = "1223", **more: Any) -> Round:
    """Hold a map about these services; `said` is answered by residents and by staff."""
    round_ = prepare_round(
        world.strathmuir,
        title=title,
        opens_at=timezone.now(),
        closes_at=timezone.now() + DAY,
        services=services,
        by=world.cara.actor,
        **more,
    )
    offer_help(round_.activity, by=world.cara.actor, **HELP)
    round_ = open_round(round_, by=world.cara.actor)
    for group in ("resident", "staff"):
        answer(round_, group, list(said * 2), services=services)
    round_ = close_round(round_, by=world.cara.actor)
    draw_star(round_, by=world.cara.actor)
    return round_


def standing(world: World) -> str:
    found = standing_star(world.strathmuir)
    return found[0].title if found else ""


def page(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def at(name: str, round_: Round) -> str:
    return reverse(f"map_it:{name}", args=["strathmuir", round_.slug])


def test_the_first_star_stands_and_one_as_large_follows_it(world: World) -> None:
    assert standing(world) == ""
    held(world, "First", world.parks, world.home_care)
    assert standing(world) == "First"
    held(world, "Second", world.parks, world.home_care)
    assert standing(world) == "Second"


def test_a_smaller_one_waits_until_the_lead_decides(world: World, client: Client) -> None:
    held(world, "Large", world.parks, world.home_care)
    small = held(world, "A closer look", world.parks)
    assert standing(world) == "Large"
    client.force_login(world.cara.user)
    for address in (BOARD, at("results", small)):
        assert "Show it as our Star" in page(client, address)
    client.post(at("show_as_star", small))
    assert standing(world) == "A closer look"
    assert "from <a" in page(client, BOARD)
    assert f'href="{at("round", small)}">A closer look</a>' in page(client, BOARD)
    assert "Show it as our Star" not in page(client, BOARD)
    assert Event.objects.filter(verb="show_as_star").count() == 2


def test_others_are_told_and_cannot_change_it(world: World, client: Client) -> None:
    held(world, "Large", world.parks, world.home_care)
    small = held(world, "A closer look", world.parks)
    client.force_login(world.ann.user)
    assert "“A closer look” was drawn since, about 1 service." in page(client, BOARD)
    assert "Show it as our Star" not in page(client, BOARD)
    assert client.post(at("show_as_star", small)).status_code == 403


def test_the_lead_may_go_back_to_an_earlier_one(world: World) -> None:
    first = held(world, "First", world.parks)
    held(world, "Second", world.parks, world.home_care)
    show_as_star(first, by=world.cara.actor)
    assert standing(world) == "First"


def test_a_map_without_a_star_cannot_stand(world: World) -> None:
    with pytest.raises(Refusal, match="no_results"):
        show_as_star(opened_round(world), by=world.cara.actor)


def test_a_full_map_follows_a_first_look_and_never_the_other_way(world: World) -> None:
    held(world, "First look", world.parks, world.home_care, is_provisional=True)
    held(world, "Full map", world.parks)
    assert standing(world) == "Full map"
    held(world, "Another look", world.parks, world.home_care, is_provisional=True)
    assert standing(world) == "Full map"


def test_a_star_that_shows_nobody_does_not_take_the_place_of_one_that_does(world: World) -> None:
    held(world, "Heard", world.parks)
    held(world, "Nobody came", world.parks, world.home_care, said="")
    assert standing(world) == "Heard"


def test_drawn_again_it_does_not_push_itself_forward(world: World) -> None:
    first = held(world, "First", world.parks)
    held(world, "Second", world.parks)
    answer(first, "resident", list("01234321"), services=[world.parks])
    draw_star(first, by=world.cara.actor)
    assert standing(world) == "Second"


def test_the_public_sees_the_one_on_the_board_if_it_is_shared(world: World) -> None:
    first = held(world, "First", world.parks)
    second = held(world, "Second", world.parks)
    rounds = Round.objects.in_place(world.strathmuir)
    assert shared_star(world.strathmuir) is None
    rounds.filter(pk=first.pk).update(sharing="public")
    assert shared_star(world.strathmuir)[0] == first
    rounds.filter(pk=second.pk).update(sharing="public")
    assert shared_star(world.strathmuir)[0] == second
    show_as_star(first, by=world.cara.actor)
    assert shared_star(world.strathmuir)[0] == first


def test_the_list_of_maps_and_the_map_itself_say_which_one_it_is(
    world: World, client: Client
) -> None:
    round_ = held(world, "First", world.parks)
    client.force_login(world.dev.user)
    assert "our Star" in page(client, reverse("map_it:rounds", args=["strathmuir"]))
    assert "Our Star" in page(client, at("round", round_))


def test_results_beside_another_star_cost_at_most_twelve_queries(
    world: World, client: Client, django_assert_max_num_queries: Any
) -> None:
    held(world, "Large", world.parks, world.home_care)
    small = held(world, "A closer look", world.parks)
    client.force_login(world.cara.user)
    client.get(at("results", small))
    with django_assert_max_num_queries(12):
        client.get(at("results", small))
