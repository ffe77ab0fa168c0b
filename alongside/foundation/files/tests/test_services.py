"""Services from a sheet: the rows that need the place to be judged."""

from typing import Any

import pytest

from alongside.foundation.files.actions import Outcome, import_file
from alongside.foundation.files.services import SPEC
from alongside.foundation.files.sheets import SheetProblems
from alongside.foundation.places.actions import end_service
from alongside.foundation.places.models import Service
from tests.people import World


def brought_in(world: World, text: str) -> Outcome:
    return import_file(SPEC, world.strathmuir, content=text.encode(), by=world.cara.actor)


def problems(world: World, text: str) -> list[Any]:
    with pytest.raises(SheetProblems) as refused:
        brought_in(world, text)
    return [(p.row, p.column) for p in refused.value.problems]


def test_what_is_there_is_changed_only_where_the_file_says_more(world: World) -> None:
    text = "name,organisation,sector,starter_key\nhome care,Muir Care,Third sector,\n"
    assert brought_in(world, text) == Outcome(new=0, changed=1, unchanged=0)
    service = Service.objects.in_place(world.strathmuir).get(pk=world.home_care.pk)
    assert service.organisation is not None
    assert (service.name, service.organisation.sector) == ("home care", "third")
    assert service.starter_key == "home-care"
    assert brought_in(world, text) == Outcome(new=0, changed=0, unchanged=1)


def test_a_new_organisation_says_its_sector_once(world: World) -> None:
    told = "name,organisation,sector\nA,Trust,third\nB,Trust,\n"
    assert brought_in(world, told).new == 2
    assert problems(world, "name,organisation\nC,Other\n") == [(2, "sector")]


def test_two_sectors_for_one_organisation_are_a_problem(world: World) -> None:
    assert problems(world, "name,organisation,sector\nA,T,third\nB,T,nhs\n") == [(3, "sector")]


def test_a_sector_without_its_organisation_is_a_problem(world: World) -> None:
    assert problems(world, "name,sector\nA,nhs\n") == [(2, "organisation")]


def test_a_service_twice_and_one_that_ended_are_problems(world: World) -> None:
    end_service(world.parks, by=world.cara.actor)
    assert problems(world, "name\nSchools\nSCHOOLS\nParks and play\n") == [(3, "name"), (4, "name")]


def test_an_unknown_kind_and_sector_are_problems_by_row_and_column(world: World) -> None:
    text = "name,organisation,sector,starter_key\nA,T,private,robots\n"
    assert problems(world, text) == [(2, "sector"), (2, "starter_key")]
