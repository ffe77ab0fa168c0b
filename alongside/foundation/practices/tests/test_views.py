"""The index of practice as members read it."""

from typing import Any

import pytest
from django.test import Client

from alongside.foundation.practices.models import Practice
from alongside.foundation.practices.tests.test_queries import add
from tests.people import World

INDEX = "/strathmuir/workspace/practices/"


def test_the_index_shows_the_nations_and_its_own_cases_and_filters_them(
    world: World, client: Client
) -> None:
    add(world.nation, "Lunch club", "deliver", "co-performing", "Older people")
    add(world.strathmuir, "Budget vote", "commission")
    add(world.glenbeg, "Canary of Glenbeg", "assess")
    client.force_login(world.ann.user)
    page = client.get(INDEX).text
    assert "Lunch club" in page
    assert "Budget vote" in page
    assert "Canary" not in page
    filtered = client.get(INDEX, {"co": "deliver", "service_area": "Older people", "words": "club"})
    assert "Lunch club" in filtered.text
    assert "Budget vote" not in filtered.text
    assert "No entry fits" in client.get(INDEX, {"words": "nothing like it"}).text


def test_a_filter_that_no_longer_exists_is_passed_over(world: World, client: Client) -> None:
    add(world.nation, "Lunch club", "deliver")
    client.force_login(world.ann.user)
    answer = client.get(INDEX, {"co": "x", "service_area": "gone", "page": "999"})
    assert answer.status_code == 200
    assert "Lunch club" in answer.text


@pytest.mark.parametrize(
    ("rests_on", "words"),
    [
        ("quotation", "This rests on what somebody said. It isn&#x27;t proof of change."),
        ("programme", "A programme that was announced or run. It isn&#x27;t proof of change."),
        ("example", "The source doesn&#x27;t show what it changed."),
        ("change", "The source shows what changed."),
    ],
)
def test_an_entry_says_what_it_rests_on(
    world: World, client: Client, rests_on: str, words: str
) -> None:
    case = add(world.nation, "Lunch club", "deliver")
    Practice.objects.in_place(world.nation).filter(pk=case.pk).update(rests_on=rests_on)
    client.force_login(world.ann.user)
    assert words in client.get(f"{INDEX}from/caldonia/lunch-club/").text


def test_equal_addresses_of_nation_and_partnership_lead_to_each(
    world: World, client: Client
) -> None:
    add(world.nation, "Lunch club", "deliver", area="Nation")
    add(world.strathmuir, "Lunch club", "deliver", area="Ours")
    client.force_login(world.ann.user)
    assert "Nation" in client.get(f"{INDEX}from/caldonia/lunch-club/").text
    assert "Ours" in client.get(f"{INDEX}from/strathmuir/lunch-club/").text


def test_only_members_read_and_others_cases_are_not_found(world: World, client: Client) -> None:
    add(world.nation, "Lunch club", "deliver")
    add(world.glenbeg, "Canary", "assess")
    addresses = [INDEX, f"{INDEX}from/caldonia/lunch-club/"]
    assert [client.get(a).status_code for a in addresses] == [302, 302]
    for name in ("ann", "bo", "cara", "dev", "rona"):
        client.force_login(getattr(world, name).user)
        assert [client.get(a).status_code for a in addresses] == [200, 200]
        assert client.get(f"{INDEX}from/glenbeg/canary/").status_code == 404
        assert client.post(INDEX).status_code == 405
    for name in ("eve", "fay"):
        client.force_login(getattr(world, name).user)
        assert [client.get(a).status_code for a in addresses] == [404, 404]


def test_only_the_lead_is_offered_the_import(world: World, client: Client) -> None:
    for name, offered in (("cara", True), ("rona", False)):
        client.force_login(getattr(world, name).user)
        assert ("practices/import/" in client.get(INDEX).text) is offered


def test_hostile_words_stay_words(world: World, client: Client) -> None:
    case = add(world.nation, "Lunch club", "deliver")
    hostile = "<script>alert(1)</script>"
    Practice.objects.in_place(world.nation).filter(pk=case.pk).update(
        title=hostile, what_happens=hostile, note=hostile, approach=hostile
    )
    client.force_login(world.ann.user)
    for address in (INDEX, f"{INDEX}from/caldonia/lunch-club/"):
        assert "<script>alert(1)" not in client.get(address).text


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_the_index_costs_few_queries_however_long(
    world: World, client: Client, rows: int, django_assert_max_num_queries: Any
) -> None:
    for n in range(rows):
        add(world.nation, f"Case {n}", "assess", area=f"Area {n}")
    client.force_login(world.ann.user)
    with django_assert_max_num_queries(12):
        assert client.get(INDEX).status_code == 200
    with django_assert_max_num_queries(12):
        assert client.get(f"{INDEX}from/caldonia/case-0/").status_code == 200
