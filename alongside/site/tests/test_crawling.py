"""What search engines are told."""

import pytest
from django.test import Client

from alongside.foundation.initiatives.actions import found_initiative
from alongside.foundation.places.models import Place
from tests.people import World


@pytest.fixture(autouse=True)
def activities(world: World) -> None:
    for title, public in (("Lunch club", True), ("Budget", False)):
        found_initiative(
            world.strathmuir, title=title, co="deliver", is_public=public, by=world.cara.actor
        )


def listed(client: Client) -> str:
    return "".join(
        client.get(f"/sitemap-{section}.xml").text for section in ("pages", "partnerships", "found")
    )


def test_pages_for_everybody_are_listed_and_no_others(client: Client) -> None:
    text = listed(client)
    for path in ("/learn/cases/", "/strathmuir/", "/strathmuir/activities/lunch-club/"):
        assert f"{path}</loc>" in text
    assert "budget" not in text
    assert "workspace" not in text


@pytest.mark.parametrize("change", [{"is_example": True}, {"state": Place.State.LEFT}])
def test_examples_and_those_who_left_are_not_listed(
    world: World, client: Client, change: dict[str, object]
) -> None:
    Place.objects.filter(pk=world.strathmuir.pk).update(**change)
    assert "strathmuir" not in listed(client)


def test_the_index_leads_to_every_list(client: Client) -> None:
    text = client.get("/sitemap.xml").text
    assert all(f"/sitemap-{section}.xml" in text for section in ("pages", "partnerships", "found"))
    assert client.get("/sitemap-elsewhere.xml").status_code == 404


def test_robots_are_told_where_not_to_look(client: Client) -> None:
    text = client.get("/robots.txt").text
    assert "Disallow: /*/workspace/" in text
    assert text.rstrip().endswith("/sitemap.xml")


def test_it_asks_little(client: Client, django_assert_max_num_queries) -> None:  # type: ignore[no-untyped-def] # pytest-django
    with django_assert_max_num_queries(2):
        client.get("/sitemap-found.xml")
