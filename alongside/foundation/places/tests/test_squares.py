"""Partnerships stand where the national team put them; nobody is missing, nobody stands on another."""

import pytest

from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.actions import load_reference_areas
from alongside.foundation.places.actions.squares import give_squares
from alongside.foundation.places.models import CouncilArea, Place, PlaceArea
from alongside.foundation.places.squares import area_squares, nation_maps, suggested_squares
from tests.people import World


def standing() -> dict[str, tuple[int, int]]:
    places = Place.objects.partnerships().select_related("nation")
    (found,) = nation_maps(places)
    return {square.name: (square.row, square.column) for square in found.squares}


def test_a_map_begins_at_its_first_row_and_column(world: World) -> None:
    squares = {"strathmuir": (4, 5), "glenbeg": (6, 3)}
    give_squares(world.nation, squares, by=world.fay.actor)
    assert standing() == {"Strathmuir": (1, 3), "Glenbeg": (3, 1)}


def test_whoever_has_no_square_follows_below(world: World) -> None:
    assert standing() == {"Glenbeg": (1, 1), "Strathmuir": (1, 2)}
    give_squares(world.nation, {"strathmuir": (2, 2)}, by=world.fay.actor)
    assert standing() == {"Strathmuir": (1, 1), "Glenbeg": (2, 1)}


def test_two_change_squares_at_once_and_it_is_noted_once(world: World) -> None:
    first = {"strathmuir": (1, 1), "glenbeg": (1, 2)}
    give_squares(world.nation, first, by=world.fay.actor)
    turned = {"strathmuir": (1, 2), "glenbeg": (1, 1)}
    for _press in range(2):
        give_squares(world.nation, turned, by=world.fay.actor)
    assert standing() == {"Strathmuir": (1, 2), "Glenbeg": (1, 1)}
    assert Event.objects.filter(verb="give_squares").count() == 2


def test_two_on_one_square_are_refused(world: World) -> None:
    both = {"strathmuir": (1, 1), "glenbeg": (1, 1)}
    with pytest.raises(Refusal, match="one_square"):
        give_squares(world.nation, both, by=world.fay.actor)
    assert not Place.objects.exclude(map_row=None).exists()


@pytest.mark.parametrize("name", ["ann", "cara", "eve"])
def test_only_a_national_lead_arranges_the_map(world: World, name: str) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        give_squares(world.nation, {"glenbeg": (1, 1)}, by=getattr(world, name).actor)


def test_every_council_area_has_a_square_of_its_own(db: None) -> None:
    load_reference_areas()
    assert set(area_squares()) == set(CouncilArea.objects.values_list("code", flat=True))
    assert len(set(area_squares().values())) == 32


def test_the_first_council_area_suggests_a_square(world: World) -> None:
    load_reference_areas()
    fife = CouncilArea.objects.get(name="Fife")
    PlaceArea.objects.create(place=world.strathmuir, council_area=fife)
    assert suggested_squares(world.nation) == {"strathmuir": (5, 5)}
