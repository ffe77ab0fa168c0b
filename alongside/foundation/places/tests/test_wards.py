"""The list of wards: pasted whole or not at all, changed, ended, and taken off."""

import pytest
from django.test import Client

from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.actions import (
    ToldWard,
    add_wards,
    change_ward,
    end_ward,
    load_reference_areas,
    remove_ward,
)
from alongside.foundation.places.models import CouncilArea, PlaceArea, Ward
from alongside.foundation.places.queries import ward_choices, wards_of
from tests.people import World

PAGE = "/strathmuir/workspace/settings/wards/"


def listed(world: World) -> list[tuple[str, str]]:
    return [(ward.name, ward.code) for ward in wards_of(world.strathmuir)]


def pasted(client: Client, world: World, text: str, **more: str) -> str:
    client.force_login(world.cara.user)
    return client.post(PAGE, {"wards": text, **more}, follow=True).content.decode()


@pytest.fixture
def two_areas(world: World) -> list[CouncilArea]:
    load_reference_areas()
    areas = list(CouncilArea.objects.filter(name__in=["Stirling", "Clackmannanshire"]))
    for area in areas:
        PlaceArea.objects.create(place=world.strathmuir, council_area=area)
    return areas


def add(world: World, *names: str) -> list[Ward]:
    add_wards(world.strathmuir, [ToldWard(name) for name in names], by=world.cara.actor)
    return wards_of(world.strathmuir)


def test_a_pasted_list_is_added_with_the_codes_it_has(client: Client, world: World) -> None:
    page = pasted(client, world, "Ferrylea\r\n\r\nNorth, West  and Hill; S13-9\nMoor\tS13999901 \n")
    assert "3 wards were added." in page
    assert listed(world) == [
        ("Ferrylea", ""), ("Moor", "S13999901"), ("North, West and Hill", "S13-9")
    ]  # fmt: skip
    assert Event.objects.filter(verb="add_ward").count() == 3


def test_pasting_again_adds_only_what_is_new(client: Client, world: World) -> None:
    pasted(client, world, "Ferrylea\nMoor")
    page = pasted(client, world, "FERRYLEA\nMoor;S13999901\nHill")
    assert "1 ward was added. 2 were there already." in page
    assert listed(world) == [("Ferrylea", ""), ("Hill", ""), ("Moor", "S13999901")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Hill\nhill", "Line 2: the same as line 1. Keep one of them."),
        ("Hill\n; S13", "Line 2: the name is missing."),
        (f"\nHill\n{'x' * 81}", "Line 3: shorten the name to 80 letters; it has 81."),
        ("Hill; S13; more", "Line 1: after the semicolon comes a code of letters and figures."),
        ("Hill; A1\nDale; a1", "Line 2: The code a1 belongs to “Hill”."),
        ("Hill\nDale; OLD", "Line 2: The code OLD belongs to “Ferrylea”."),
        ("Hill\nFerrylea; NEW", "Line 2: “Ferrylea” stands here with the code OLD."),
        (" \n ", "Type or paste at least one ward"),
    ],
)
def test_a_list_with_a_mistake_is_not_added_at_all(
    client: Client, world: World, text: str, words: str
) -> None:
    add_wards(world.strathmuir, [ToldWard("Ferrylea", "OLD")], by=world.cara.actor)
    page = pasted(client, world, text)
    assert words in page
    assert page.count("<textarea") == 1
    assert listed(world) == [("Ferrylea", "OLD")]


def test_a_partnership_of_one_council_area_needs_not_say_which(world: World) -> None:
    load_reference_areas()
    area = CouncilArea.objects.get(name="Stirling")
    PlaceArea.objects.create(place=world.strathmuir, council_area=area)
    assert [ward.council_area for ward in add(world, "Hill")] == [area]
    assert len(add(world, "Hill")) == 1


def test_a_partnership_of_two_says_which(
    client: Client, world: World, two_areas: list[CouncilArea]
) -> None:
    assert "Choose the council area that they lie in" in pasted(client, world, "Central")
    assert listed(world) == []
    for area in two_areas:
        assert "1 ward was added" in pasted(client, world, "Central", council_area=area.code)
    wards = wards_of(world.strathmuir)
    assert {name for _slug, name in ward_choices(wards)} == {
        "Central (Clackmannanshire)", "Central (Stirling)"
    }  # fmt: skip
    assert len({ward.slug for ward in wards}) == 2


def test_an_area_that_is_not_covered_is_refused(world: World, two_areas: list[CouncilArea]) -> None:
    elsewhere = CouncilArea.objects.get(name="Fife")
    with pytest.raises(Refusal, match="ward_refused"):
        add_wards(world.strathmuir, [ToldWard("Hill", "", elsewhere)], by=world.cara.actor)
    assert listed(world) == []


def test_a_ward_takes_another_name_and_code(client: Client, world: World) -> None:
    hill, _moor = add(world, "Hill", "Moor")
    client.force_login(world.cara.user)
    address = f"{PAGE}{hill.slug}/change/"
    taken = client.post(address, {"name": "MOOR", "code": ""}).content.decode()
    assert "Another ward has this name already." in taken
    client.post(address, {"name": "High Hill", "code": "S13999902"})
    assert listed(world) == [("High Hill", "S13999902"), ("Moor", "")]
    assert Ward.objects.in_place(world.strathmuir).filter(slug="hill").exists()


def test_a_ward_that_ended_is_chosen_no_more_and_stands_again_when_it_is_added(
    client: Client, world: World
) -> None:
    hill, _moor = add(world, "Hill", "Moor")
    client.force_login(world.cara.user)
    client.post(f"{PAGE}{hill.slug}/end/", {"why": "ended"})
    wards = wards_of(world.strathmuir)
    assert ward_choices(wards) == [("moor", "Moor")]
    [(slug, name), _moor] = ward_choices(wards, but=[hill])
    assert (slug, name.startswith("Hill (until ")) == ("hill", True)
    assert "until" in client.get(PAGE).content.decode()
    assert add_wards(world.strathmuir, [ToldWard("hill")], by=world.cara.actor) == 1
    assert wards_of(world.strathmuir)[0].ended_on is None


def test_a_ward_put_there_by_mistake_goes(client: Client, world: World) -> None:
    hill, _moor = add(world, "Hill", "Moor")
    client.force_login(world.cara.user)
    assert "Choose what happened" in client.post(f"{PAGE}hill/end/", {"why": ""}).content.decode()
    client.post(f"{PAGE}{hill.slug}/end/", {"why": "mistake"})
    assert listed(world) == [("Moor", "")]


@pytest.mark.parametrize("who", ["ann", "bo", "dev", "rona", "eve", "fay"])
def test_nobody_but_the_lead_changes_the_list(world: World, who: str) -> None:
    [hill] = add(world, "Hill")
    hill.place = world.strathmuir
    by = getattr(world, who).actor
    for attempt in (
        lambda: add_wards(world.strathmuir, [ToldWard("Moor")], by=by),
        lambda: change_ward(hill, name="Dale", by=by),
        lambda: end_ward(hill, by=by),
        lambda: remove_ward(hill, by=by),
    ):
        with pytest.raises(Refusal, match="not_allowed"):
            attempt()
    assert listed(world) == [("Hill", "")]
    assert wards_of(world.strathmuir)[0].ended_on is None


def test_no_ward_takes_the_word_for_everywhere_as_its_address(world: World) -> None:
    assert [ward.slug for ward in add(world, "Everywhere")] == ["everywhere-2"]


def test_each_partnership_has_its_own_list(client: Client, world: World) -> None:
    add(world, "Hill")
    add_wards(world.glenbeg, [ToldWard("Hill", "S1")], by=world.eve.actor)
    assert listed(world) == [("Hill", "")]
    client.force_login(world.eve.user)
    assert client.get(f"{PAGE}hill/change/").status_code == 404
