"""The page on which everything is looked for."""

import pytest
from django.test import Client

from alongside.foundation.initiatives.actions import found_initiative
from tests.people import World

SEARCH = "/search/"


@pytest.fixture(autouse=True)
def lunch_clubs(world: World) -> None:
    for n in range(25):
        found_initiative(
            world.strathmuir,
            title=f"Lunch club {n}",
            co="deliver",
            what_happens="Soup on <b>Friday</b>",
            is_public=n < 22,
            by=world.cara.actor,
        )


def test_a_visitor_finds_what_is_public_page_by_page(client: Client) -> None:
    first = client.get(SEARCH, {"q": "soup friday"})
    assert first.text.count("al-found__title") == 20
    assert "<b>Friday" not in first.text
    assert "Activity · Strathmuir" in first.text
    second = client.get(SEARCH, {"q": "soup friday", "page": "2"})
    assert second.text.count("al-found__title") == 2
    assert "?q=soup+friday&amp;kind=&amp;page=2" in first.text


def test_a_member_finds_the_rest(world: World, client: Client) -> None:
    client.force_login(world.ann.user)
    page = client.get(SEARCH, {"q": "lunch 24"}).text
    assert "/strathmuir/workspace/activities/lunch-club-24/" in page
    client.force_login(world.eve.user)
    assert "Nothing was found" in client.get(SEARCH, {"q": "lunch 24"}).text


@pytest.mark.parametrize("query", ["", "q=", "q=soup&kind=nonsense", "q=soup&page=nan", "page=99"])
def test_an_old_or_broken_link_still_shows_the_page(client: Client, query: str) -> None:
    assert client.get(f"{SEARCH}?{query}").status_code == 200


def test_a_slip_is_told(client: Client) -> None:
    page = client.get(SEARCH, {"q": "lumch"}).text
    assert "Nobody wrote “lumch”." in page
