from alongside.engines.disclosure import Cube, Dimension, Record
from alongside.engines.disclosure.rollups import Line, Rollups, coarseness

from .tables import DECIDE, one_way, two_way

ROWS = {
    "parks": {"staff": (1, 2), "resident": (3, 4)},
    "buses": {"staff": (0, 0), "resident": (5, 6)},
}


def test_every_margin_is_the_sum_of_its_cells():
    values = Rollups.of(two_way(ROWS), ()).values
    assert values[("parks", "*")] == ((4, 6), 10)
    assert values[("*", "staff")] == ((1, 2), 3)
    assert values[("*", "*")] == ((9, 12), 21)


def test_keys_come_from_fine_to_coarse():
    keys = list(Rollups.of(two_way(ROWS), ()).under)
    assert [coarseness(key) for key in keys] == [0, 0, 0, 0, 1, 1, 1, 1, 2]


def test_lines_are_each_margin_with_its_cells():
    lines = Rollups.of(two_way(ROWS), ()).lines
    assert Line(("parks", "*"), (("parks", "staff"), ("parks", "resident"))) in lines
    assert Line(("*", "*"), (("*", "staff"), ("*", "resident"))) in lines
    assert len(lines) == 2 + 2 + 2


def test_people_in_a_margin_are_counted_once():
    records = [
        Record(1, ("parks",), "yes"),
        Record(1, ("buses",), "no"),
        Record(2, ("buses",), "no"),
    ]
    cube = Cube.from_records([Dimension("service", ("parks", "buses"))], ["no", "yes"], records)
    assert Rollups.of(cube, ()).values[("*",)] == ((2, 1), 2)


def test_a_merged_group_holds_its_members_answers():
    cube = one_way({"elected": (1, 2), "manager": (3, 0), "staff": (6, 6)}, merges=(DECIDE,))
    assert Rollups.of(cube, (DECIDE,)).values[("decide",)] == ((4, 2), 6)
