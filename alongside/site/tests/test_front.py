from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from alongside.foundation.initiatives.actions import describe_initiative, found_initiative
from alongside.foundation.places.actions import choose_term
from alongside.foundation.places.models import Place
from alongside.site.public_star import public_star
from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.answering import make_round
from tests.people import World


def front(client: Client, place: str = "strathmuir") -> str:
    return client.get(f"/{place}/").content.decode()


def test_the_four_doors_carry_the_words_of_the_place(client: Client, world: World) -> None:
    forms = {"short": "Settle", "name": "Settle it together", "verb": "settle it together"}
    choose_term(
        world.strathmuir, language="en-gb", key="commission", forms=forms, by=world.cara.actor
    )
    assert "Settle it together" in front(client)
    assert "Decide together" in front(client, "glenbeg")


def test_a_door_opens_where_there_is_something_to_read(client: Client, world: World) -> None:
    assert "?co=" not in front(client)
    for title, co in (("Garden day", "deliver"), ("Street party", "deliver"), ("Secret", "assess")):
        made = found_initiative(world.strathmuir, title=title, co=co, by=world.cara.actor)
        if title != "Secret":
            describe_initiative(made, is_public=True, by=world.cara.actor)
    html = front(client)

    assert 'href="/strathmuir/activities/?co=deliver"' in html
    assert "2 examples here" in html
    assert "?co=assess" not in html
    behind = client.get("/strathmuir/activities/?co=deliver").content.decode()
    assert "Garden day" in behind
    assert "Secret" not in behind
    assert "Garden day" not in client.get("/strathmuir/activities/?co=design").content.decode()
    assert "Garden day" in client.get("/strathmuir/activities/?co=nonsense").content.decode()


def test_what_is_open_now_stands_on_the_front_and_leads_in(client: Client, world: World) -> None:
    make_round(world.strathmuir, world.home_care, world.parks)
    html = front(client)
    assert 'href="/strathmuir/answer/map-2026/"' in html
    assert "2 services" in html
    assert client.get("/strathmuir/answer/map-2026/").status_code == 200
    assert "map-2026" not in front(client, "glenbeg")


def test_many_open_maps_cost_no_more_queries_than_one(
    client: Client, world: World, django_assert_num_queries: Any
) -> None:
    make_round(world.strathmuir, world.home_care)
    front(client)  # what is kept until something changes is kept from here on
    with CaptureQueriesContext(connection) as alone:
        front(client)
    for n in range(3):
        make_round(world.strathmuir, world.parks, slug=f"more-{n}")
    with django_assert_num_queries(len(alone)):
        assert "more-2" in front(client)


@pytest.mark.parametrize("state", [Round.State.DRAFT, Round.State.CLOSED])
def test_what_is_not_open_does_not(client: Client, world: World, state: str) -> None:
    make_round(world.strathmuir, world.home_care, state=state)
    assert "map-2026" not in front(client)
    assert "Nothing is open for answers just now" in front(client)


def test_the_person_to_ring_stands_on_the_front(client: Client, world: World) -> None:
    Place.objects.filter(pk=world.strathmuir.pk).update(
        contact_name="Moira Bain", contact_phone="01234 567 890"
    )
    assert "Moira Bain" in front(client)
    assert 'href="tel:01234567890"' in front(client)


def test_a_star_that_nobody_made_public_is_not_shown(client: Client, world: World) -> None:
    make_round(world.strathmuir, world.home_care)
    assert public_star(world.strathmuir, {}) is None
    assert "Where we stand" not in front(client)


def test_a_partnership_that_left_has_no_front(client: Client, world: World) -> None:
    Place.objects.filter(pk=world.strathmuir.pk).update(state=Place.State.LEFT)
    assert client.get("/strathmuir/").status_code == 404
    assert client.get("/strathmuir/assurance/").status_code == 404
