"""Wards from a sheet: what is there stays, what can't be is told by row and column."""

from typing import Any

import pytest

from alongside.foundation.files.actions import Outcome, import_file
from alongside.foundation.files.sheets import SheetProblems
from alongside.foundation.files.wards import SPEC
from alongside.foundation.places.actions import (
    ToldWard,
    add_wards,
    end_ward,
    load_reference_areas,
)
from alongside.foundation.places.models import CouncilArea, PlaceArea
from alongside.foundation.places.queries import wards_of
from tests.people import World


def brought_in(world: World, text: str) -> Outcome:
    return import_file(SPEC, world.strathmuir, content=text.encode(), by=world.cara.actor)


def problems(world: World, text: str) -> list[Any]:
    with pytest.raises(SheetProblems) as refused:
        brought_in(world, text)
    return [(p.row, p.column) for p in refused.value.problems]


def listed(world: World) -> list[tuple[str, str, str]]:
    wards = wards_of(world.strathmuir)
    return [(ward.name, ward.code, str(ward.council_area or "")) for ward in wards]


def test_the_same_file_twice_changes_nothing(world: World) -> None:
    text = "name,code\nHill,S13999901\nMoor,\n"
    assert brought_in(world, text) == Outcome(new=2, changed=0, unchanged=0)
    assert brought_in(world, text) == Outcome(new=0, changed=0, unchanged=2)
    assert brought_in(world, "name,code\nMOOR,S13999902\n").changed == 1
    assert listed(world) == [("Hill", "S13999901", ""), ("MOOR", "S13999902", "")]


def test_wards_lie_in_the_areas_that_the_file_says(world: World) -> None:
    load_reference_areas()
    for area in CouncilArea.objects.filter(name__in=["Stirling", "Clackmannanshire"]):
        PlaceArea.objects.create(place=world.strathmuir, council_area=area)
    text = "name,council_area\nCentral,Stirling\nCentral,clackmannanshire\n"
    assert brought_in(world, text).new == 2
    assert brought_in(world, text).unchanged == 2
    assert {area for _name, _code, area in listed(world)} == {"Stirling", "Clackmannanshire"}
    assert problems(world, "name,council_area\nHill,\nMoor,Fife\nDale,Nowhere\n") == [
        (2, "name"), (3, "name"), (4, "council_area")
    ]  # fmt: skip


def test_a_ward_of_the_only_area_is_known_with_and_without_it(world: World) -> None:
    load_reference_areas()
    area = CouncilArea.objects.get(name="Stirling")
    PlaceArea.objects.create(place=world.strathmuir, council_area=area)
    assert brought_in(world, "name\nHill\n").new == 1
    assert brought_in(world, "name,council_area\nHill,Stirling\n").unchanged == 1
    assert brought_in(world, "name\nHill\n").unchanged == 1


def test_a_ward_twice_one_that_ended_and_a_taken_code_are_problems(world: World) -> None:
    by = world.cara.actor
    add_wards(world.strathmuir, [ToldWard("Hill", "A1"), ToldWard("Moor")], by=by)
    moor = wards_of(world.strathmuir)[1]
    moor.place = world.strathmuir
    end_ward(moor, by=by)
    text = "name,code\nDale,\ndale,\nMoor,\nGlen,A1\n"
    assert problems(world, text) == [(3, "name"), (4, "name"), (5, "name")]
