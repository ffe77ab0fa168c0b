"""The brief's part about one ward: a councillor's own, or one that is asked for."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.foundation.initiatives.actions import (
    decide_initiative,
    found_initiative,
    propose_candidate,
)
from alongside.foundation.initiatives.models import Stage
from alongside.foundation.members.actions import choose_ward
from alongside.foundation.members.models import Membership
from alongside.foundation.places.actions import end_ward
from alongside.foundation.places.models import Ward
from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.test_draw import drawn_round
from tests.people import World
from tests.wards import hill_and_moor


@pytest.fixture
def wards(world: World) -> list[Ward]:
    return hill_and_moor(world)


@pytest.fixture
def round_(world: World) -> Round:
    return drawn_round(world)[0]


def brief(client: Client, round_: Round, **asked: str) -> str:
    response = client.get(reverse("board:brief", args=[round_.place.slug]), asked)
    assert response.status_code == 200
    return response.content.decode()


def elect_dev(world: World, ward: Ward) -> None:
    hats = Membership.objects.in_place(world.strathmuir).select_related("place")
    choose_ward(hats.get(person=world.dev.person), ward=ward, by=world.dev.actor)


def test_a_councillor_reads_what_happens_in_their_own_ward(
    world: World, round_: Round, wards: list[Ward], client: Client
) -> None:
    by, hill = world.cara.actor, wards[0]
    found_initiative(world.strathmuir, title="Lunch club", co="deliver", wards=[hill], by=by)
    found_initiative(world.strathmuir, title="In the moor", co="deliver", wards=[wards[1]], by=by)
    bench = propose_candidate(world.strathmuir, title="A bench", co="design", wards=[hill], by=by)
    soon = timezone.localdate() + timedelta(days=9)
    decide_initiative(bench, verdict=Stage.TRYING, question="?", stops_on=soon, by=by)
    elect_dev(world, hill)
    client.force_login(world.dev.user)
    page = brief(client, round_)
    assert "My ward: Hill" in page
    for words in ("Happening already", "Lunch club", "Being tried", "A bench", "stops on", "Soon"):
        assert words.casefold() in page.casefold()
    assert "In the moor" not in page.partition("My ward: Hill")[2]
    assert "5 of 5 councillors answered." in page


def test_the_lead_prints_it_for_any_ward(
    world: World, round_: Round, wards: list[Ward], client: Client
) -> None:
    client.force_login(world.cara.user)
    page = brief(client, round_)
    assert '<option value="moor">Moor</option>' in page
    assert "as soon as they have said" in page
    page = brief(client, round_, ward="moor")
    assert "Ward: Moor" in page
    assert "My ward: Moor" not in page
    assert '<option value="moor" selected>Moor</option>' in page


def test_a_ward_where_nothing_is_recorded_says_so_and_what_to_do(
    world: World, round_: Round, wards: list[Ward], client: Client
) -> None:
    for who, words in ((world.cara, "tick the ward"), (world.dev, "Ask the programme lead")):
        client.force_login(who.user)
        page = brief(client, round_, ward="hill")
        assert "Nothing is recorded in this ward yet." in page
        assert words in page


def test_another_ward_or_none_can_be_asked_for_and_an_old_link_leads_home(
    world: World, round_: Round, wards: list[Ward], client: Client
) -> None:
    elect_dev(world, wards[0])
    client.force_login(world.dev.user)
    assert "Ward: Moor" in brief(client, round_, ward="moor")
    assert "Ward: " not in brief(client, round_, ward="")
    assert "My ward: Hill" in brief(client, round_, ward="canary")
    assert "Canary" not in brief(client, round_, ward="canary")


def test_a_ward_that_ended_is_still_its_councillors(
    world: World, round_: Round, wards: list[Ward], client: Client
) -> None:
    elect_dev(world, wards[0])
    end_ward(wards[0], by=world.cara.actor)
    client.force_login(world.dev.user)
    page = brief(client, round_)
    assert "My ward: Hill" in page
    assert "Hill (until " in page


def test_without_a_list_only_the_lead_is_told(world: World, round_: Round, client: Client) -> None:
    client.force_login(world.dev.user)
    assert "ward" not in brief(client, round_).partition("<main")[2].partition("</main>")[0]
    client.force_login(world.cara.user)
    assert "/strathmuir/workspace/settings/wards/" in brief(client, round_)


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_it_costs_few_queries_however_much_there_is(
    world: World, wards: list[Ward], client: Client, rows: int, django_assert_max_num_queries: Any
) -> None:
    round_ = drawn_round(world)[0]
    for n in range(rows):
        found_initiative(
            world.strathmuir, title=f"Activity {n}", co="deliver", wards=wards, by=world.cara.actor
        )
    elect_dev(world, wards[0])
    client.force_login(world.dev.user)
    with django_assert_max_num_queries(12):
        brief(client, round_)


def test_no_released_figure_knows_a_ward(world: World, wards: list[Ward]) -> None:
    elect_dev(world, wards[0])
    _round, release = drawn_round(world)
    assert "ward" not in str(release.bundle).casefold()
