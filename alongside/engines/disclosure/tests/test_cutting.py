from alongside.engines.disclosure import Cube, Dimension, Policy, Record
from alongside.engines.disclosure.cutting import cheapest, complete_lines, primary
from alongside.engines.disclosure.rollups import Rollups

from .tables import one_way, two_way


def table_of(heads):
    return Rollups.of(one_way(heads), ())


def test_too_few_people_are_hidden_and_nobody_is_not():
    table = table_of({"elected": (0, 0), "manager": (2, 2), "staff": (6, 6), "resident": (9, 9)})
    assert primary(table, Policy()) == {("manager",)}


def test_a_cell_that_leaves_too_few_of_its_margin_is_hidden():
    table = table_of({"elected": (1, 2), "manager": (0, 0), "resident": (9, 9)})
    assert primary(table, Policy()) == {("elected",), ("resident",)}


def test_nine_of_one_mind_are_hidden_and_ten_are_not():
    table = table_of({"manager": (9, 0), "staff": (10, 0), "resident": (9, 9)})
    assert primary(table, Policy()) == {("manager",)}


def test_one_hidden_cell_takes_the_smallest_of_its_neighbours_with_it():
    table = table_of({"elected": (1, 2), "manager": (0, 0), "staff": (6, 6), "resident": (9, 9)})
    hidden = complete_lines(table, primary(table, Policy()), Policy())
    assert hidden == {("elected",), ("staff",)}


def test_two_hidden_cells_that_are_too_few_together_take_a_third():
    table = table_of({"elected": (1, 1), "manager": (1, 1), "staff": (6, 6), "resident": (9, 9)})
    hidden = complete_lines(table, primary(table, Policy()), Policy())
    assert hidden == {("elected",), ("manager",), ("staff",)}


def test_a_remainder_of_one_mind_takes_another():
    table = table_of({"elected": (4, 0), "manager": (4, 0), "staff": (6, 6), "resident": (9, 9)})
    hidden = complete_lines(table, primary(table, Policy()), Policy())
    assert hidden == {("elected",), ("manager",), ("staff",)}


def test_the_people_of_a_remainder_are_counted_once():
    """Two services answered by the same three people are three people, not six."""
    services = ("parks", "buses", "roads", "pools")
    records = [Record(n, (s,), "yes") for s in ("parks", "buses") for n in range(3)]
    records += [
        Record(n, (s,), "no" if n % 3 else "yes") for s in ("roads", "pools") for n in range(10, 22)
    ]
    cube = Cube.from_records([Dimension("service", services)], ["no", "yes"], records)
    table = Rollups.of(cube, ())
    assert primary(table, Policy()) == {("parks",), ("buses",)}
    assert len(complete_lines(table, {("parks",), ("buses",)}, Policy())) == 3


def test_base_cells_are_cut_before_margins_and_where_a_line_is_cut_already():
    rows = {
        "parks": {"staff": (6, 6), "resident": (5, 6)},
        "buses": {"staff": (9, 9), "resident": (7, 7)},
    }
    table = Rollups.of(two_way(rows), ())
    row = [("buses", "staff"), ("buses", "resident"), ("buses", "*")]
    assert cheapest(table, row, set()) == ("buses", "resident")
    assert cheapest(table, row, {("parks", "staff")}) == ("buses", "staff")
    assert cheapest(table, row, {*row[:2]}) == ("buses", "*")


def test_two_by_two_needs_a_rectangle():
    rows = {
        "parks": {"staff": (1, 2), "resident": (8, 8)},
        "buses": {"staff": (9, 9), "resident": (7, 7)},
    }
    table = Rollups.of(two_way(rows), ())
    hidden = complete_lines(table, primary(table, Policy()), Policy())
    assert hidden == {key for key in table.under if "*" not in key}
