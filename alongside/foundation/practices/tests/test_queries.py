"""Cases for what is not happening yet: the same way first, then a service like this, then the Co."""

from itertools import product
from typing import Any

import pytest

from alongside.foundation.places.models import Place
from alongside.foundation.practices.models import Practice
from alongside.foundation.practices.queries import (
    Cases,
    Gap,
    practices_matching,
    practices_that_fit,
    service_areas_of,
)
from tests.people import World


def add(place: Place, title: str, co: str, approach: str = "", area: str = "Housing") -> Practice:
    return Practice.objects.create(
        place=place, slug=title.lower().replace(" ", "-"), title=title, co=co, approach=approach,
        service_area=area, what_happens="x",
    )  # fmt: skip


def test_the_same_approach_comes_before_the_area_and_that_before_the_co(world: World) -> None:
    nation = world.nation
    add(nation, "Same Co", "assess")
    add(nation, "Same area and Co", "assess", area="Older people")
    add(nation, "Same approach", "deliver", "inspecting")
    add(nation, "Same approach and area", "deliver", "inspecting", "Older people")
    add(nation, "Same in all", "assess", "inspecting", "Older people")
    add(nation, "Only the area", "design", "other", "Older people")
    fits = practices_that_fit(
        world.strathmuir, co="assess", approach="inspecting", service_areas=["Older people"]
    )
    assert [fit.practice.title for fit in fits] == [
        "Same in all", "Same approach and area", "Same approach", "Same area and Co", "Same Co",
    ]  # fmt: skip
    assert str(fits[0].why) == "the same way of working, in a service like this"


def test_the_cases_of_a_list_are_those_of_a_page_in_the_same_order(world: World) -> None:
    ways, areas = ["", "inspecting", "other"], ["Housing", "Older people"]
    for n, (co, way, area, basis) in enumerate(
        product(["assess", "design"], ways, areas, ["example", "change"])
    ):
        practice = add(world.nation, f"Case {n * 7 % 24}", co, way, area)
        Practice.objects.in_place(world.nation).filter(pk=practice.pk).update(rests_on=basis)
    cases = Cases(world.strathmuir)
    for co, way, near in product(["assess", "deliver"], [*ways, "new"], [(), ("Older people",)]):
        fits = practices_that_fit(world.strathmuir, co=co, approach=way, service_areas=near)
        gap = Gap(co, way, near)
        assert [str(case) for case in cases.fitting(gap)] == [str(fit.practice) for fit in fits]
        best = 2 - fits[0].same_approach - fits[0].same_area if fits else 3
        assert cases.farness(gap) == best


def test_many_gaps_cost_one_query(world: World, django_assert_num_queries: Any) -> None:
    for n in range(30):
        add(world.nation, f"Case {n}", "assess", f"way {n % 5}")
    with django_assert_num_queries(1):
        cases = Cases(world.strathmuir)
        found = [cases.fitting(Gap("assess", f"way {n % 5}", ("Housing",))) for n in range(50)]
    assert {len(cases) for cases in found} == {30}


def test_another_partnerships_own_cases_are_not_seen(world: World) -> None:
    add(world.glenbeg, "Canary of Glenbeg", "assess")
    add(world.strathmuir, "Ours", "assess")
    found = practices_that_fit(world.strathmuir, co="assess")
    assert [fit.practice.title for fit in found] == ["Ours"]
    assert [case.owner for case in Cases(world.strathmuir).fitting(Gap("assess"))] == ["strathmuir"]
    assert not Practice.objects.visible_to(world.cara.actor).filter(title__contains="Canary")


@pytest.mark.parametrize(
    ("words", "titles"),
    [("lunch", {"Lunch club"}), ("CLUB housing", {"Lunch club"}), ("lunch assess", set())],
)
def test_every_word_must_occur_somewhere(world: World, words: str, titles: set[str]) -> None:
    add(world.nation, "Lunch club", "deliver")
    add(world.nation, "Inspections", "assess")
    found = practices_matching(world.strathmuir, words=words)
    assert {practice.title for practice in found} == titles


def test_a_picked_service_knows_its_areas_and_another_has_none(world: World) -> None:
    assert "Older people" in service_areas_of(world.home_care)
    assert service_areas_of(world.elsewhere) == ()
