import time

import pytest
from hypothesis import given, settings

from alongside.engines.disclosure import (
    Cube,
    Dimension,
    DisclosureError,
    Hidden,
    Policy,
    Record,
    Shown,
    protect,
    protect_together,
)

from .tables import DECIDE, one_way, survey, surveys, two_way


def shown(release):
    return {key: cell for key, cell in release.cells.items() if isinstance(cell, Shown)}


def test_large_groups_are_shown_as_they_are():
    release = protect(one_way({"staff": (6, 7), "resident": (9, 8)}), Policy())
    assert release.cells == {
        ("staff",): Shown((6, 7), 13),
        ("resident",): Shown((9, 8), 17),
        ("*",): Shown((15, 15), 30),
    }


def test_an_empty_table_is_shown_empty():
    cube = Cube.from_records([Dimension("group", ("staff", "resident"))], ["no", "yes"], [])
    assert set(protect(cube, Policy()).cells.values()) == {Shown((0, 0), 0)}


def test_one_person_is_hidden_everywhere_and_empty_margins_are_shown_empty():
    cube = two_way(
        {
            "parks": {"staff": (1, 0), "resident": (0, 0)},
            "buses": {"staff": (0, 0), "resident": (0, 0)},
        }
    )
    release = protect(cube, Policy())
    assert set(shown(release)) == {("buses", "*"), ("*", "resident")}
    assert release.cell("buses", "*") == release.cell("*", "resident") == Shown((0, 0), 0)


def test_everybody_in_one_cell_is_shown_there_and_in_its_margins():
    cube = two_way(
        {
            "parks": {"staff": (7, 5), "resident": (0, 0)},
            "buses": {"staff": (0, 0), "resident": (0, 0)},
        }
    )
    release = protect(cube, Policy())
    empty = {("parks", "resident"), ("buses", "staff"), ("buses", "resident")}
    assert set(release.cells) - set(shown(release)) == empty
    assert release.cell("parks", "*") == release.cell("parks", "staff") == Shown((7, 5), 12)


def test_where_everybody_agrees_small_groups_stay_hidden_and_large_ones_may_be_seen():
    release = protect(
        one_way({"elected": (0, 4), "manager": (0, 9), "staff": (0, 12), "resident": (0, 30)}),
        Policy(),
    )
    assert set(shown(release)) == {("staff",), ("resident",), ("*",)}


def test_nine_who_agree_with_nobody_else_are_hidden_whole():
    assert shown(protect(one_way({"staff": (0, 9)}), Policy())) == {}


def test_seven_people_in_two_small_groups_are_shown_only_together():
    release = protect(one_way({"elected": (2, 1), "resident": (2, 2)}), Policy())
    assert shown(release) == {("*",): Shown((4, 3), people=7)}


def test_six_people_in_two_small_groups_are_not_shown_even_together():
    """Each group would be known to have one to five people: a span of four, not of five."""
    assert shown(protect(one_way({"elected": (2, 1), "resident": (2, 1)}), Policy())) == {}


def test_two_of_three_and_three_need_company():
    """Six are left for two hidden groups: each has one to five, known too closely."""
    release = protect(
        one_way({"elected": (1, 2), "manager": (2, 1), "staff": (6, 6), "resident": (9, 9)}),
        Policy(),
    )
    assert set(shown(release)) == {("resident",), ("*",)}


def test_a_count_that_only_one_cell_can_hold_costs_another_cell():
    """A category chosen in one row and one column alone would point at their crossing."""
    rows = {
        "parks": {"staff": (2, 0, 2), "manager": (6, 6, 0), "resident": (20, 20, 0)},
        "buses": {"staff": (6, 6, 0), "manager": (7, 7, 0), "resident": (20, 20, 0)},
        "roads": {"staff": (20, 20, 0), "manager": (20, 20, 0), "resident": (20, 20, 20)},
    }
    release = protect(two_way(rows, categories=("no", "yes", "unsure")), Policy())
    assert release.cell("roads", "resident") == Hidden()


def test_shares_of_a_survey_are_kept_where_they_matter_most():
    release = protect(
        survey(4, heads=(12, 30, 158, 300), services=20, categories=7, part=0.35), Policy()
    )
    margins = [key for key in release.cells if "*" in key]
    assert all(isinstance(release.cells[key], Shown) for key in margins)


@settings(max_examples=25, deadline=None)
@given(cube=surveys())
def test_the_same_cube_gives_the_same_bytes(cube):
    assert protect(cube, Policy()).to_json() == protect(cube, Policy()).to_json()


@settings(max_examples=25, deadline=None)
@given(cube=surveys())
def test_what_is_shown_is_true_and_large_enough(cube):
    release = protect(cube, Policy())
    everybody = frozenset().union(*cube.people.values())
    total = release.cell("*", "*")
    if isinstance(total, Shown):
        assert total.people == len(everybody)
        assert sum(total.counts) == sum(map(sum, cube.counts.values()))
    assert all(cell.people == 0 or cell.people >= 5 for cell in shown(release).values())


def test_a_person_with_two_hats_is_one_contributor():
    dimensions = [Dimension("group", ("staff", "resident"))]
    records = [Record(n, ("staff",), "no" if n < 3 else "yes") for n in range(6)]
    records += [Record(n, ("resident",), "no" if n < 3 else "yes") for n in range(6)]
    release = protect(Cube.from_records(dimensions, ["no", "yes"], records), Policy())
    assert release.cell("*") == Shown((6, 6), people=6)


@pytest.mark.parametrize("seed", range(2))
def test_a_partnership_of_five_hundred_is_protected_in_a_moment(seed):
    cube = survey(
        seed, heads=(12, 30, 158, 300), services=20, categories=7, part=0.3, merges=(DECIDE,)
    )
    started = time.process_time()
    protect(cube, Policy())
    assert time.process_time() - started < 2.0


def test_what_one_table_hides_for_its_number_the_others_hide_too():
    """The same people answered both: a number that one leaves out must not stand in the next."""
    first = two_way(
        {
            "parks": {"staff": (2, 1), "resident": (6, 7)},
            "buses": {"staff": (6, 6), "resident": (8, 9)},
            "trains": {"staff": (9, 6), "resident": (7, 5)},
        }
    )
    answered = [Record(person, key, "no") for key, who in first.people.items() for person in who]
    second = Cube.from_records(first.dimensions, first.categories, answered)
    releases = protect_together({"one": first, "other": second}, Policy())
    for release in releases.values():
        assert release.cell("parks", "staff") == Hidden()
    for key, cell in releases["one"].cells.items():
        if isinstance(cell, Shown) and cell.people < 5:
            raise AssertionError(key)


def test_tables_together_are_of_the_same_dimensions():
    one, other = one_way({"staff": (6, 7)}), one_way({"resident": (6, 7)})
    for cubes, code in (({"one": one, "other": other}, "different_table"), ({}, "no_tables")):
        with pytest.raises(DisclosureError) as refused:
            protect_together(cubes, Policy())
        assert refused.value.code == code


def test_answers_that_somebody_entered_do_not_make_a_group_large_enough():
    """Whoever typed in four takes them away, and is left with the fifth."""

    def staff(entered):
        records = [
            Record(n, ("staff",), ("no", "yes")[n % 2], entered=entered and n > 0) for n in range(5)
        ]
        records += [Record(n, ("resident",), ("no", "yes")[n % 2]) for n in range(10, 30)]
        group = Dimension("group", ("staff", "resident"))
        return protect(Cube.from_records([group], ["no", "yes"], records), Policy()).cell("staff")

    assert staff(entered=False) == Shown((3, 2), 5)
    assert staff(entered=True) == Hidden()
