"""The page of who did what."""

import pytest
from django.test import Client

from alongside.foundation.places.actions import edit_place
from tests.people import World

PAGE = "/strathmuir/workspace/history/"


def test_it_says_who_and_what_and_no_values(world: World, client: Client) -> None:
    edit_place(world.strathmuir, contact_name="Moira Canary", by=world.cara.actor)
    client.force_login(world.cara.user)
    page = client.get(PAGE).content.decode()
    assert "Edit place" in page
    assert "(contact name)" in page
    assert "Cara" in page
    assert "Moira Canary" not in page


@pytest.mark.parametrize(("name", "status"), [("ann", 403), ("rona", 403), ("eve", 404)])
def test_only_the_lead_reads_it(world: World, client: Client, name: str, status: int) -> None:
    client.force_login(getattr(world, name).user)
    assert client.get(PAGE).status_code == status


@pytest.mark.parametrize("count", [1, 3, 60])
def test_it_costs_the_same_for_any_number_of_rows(
    world: World, client: Client, count: int, django_assert_max_num_queries
) -> None:
    for n in range(count):
        edit_place(world.strathmuir, contact_name=f"Person {n}", by=world.cara.actor)
    client.force_login(world.cara.user)
    with django_assert_max_num_queries(12):
        client.get(PAGE)
