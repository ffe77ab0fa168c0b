"""The heat map."""

from alongside.engines.perceptions import Answers, Status, levels, service_levels
from alongside.engines.perceptions.tests.rows import GROUPS, a_round, one_service


def heat(rows, cells, **more):
    return service_levels(Answers.of(rows), shown_cells=cells, resident_group="resident", **more)


ROWS = one_service(service="parks", manager=[3] * 9, resident=[3] * 9) + one_service(
    service="care", manager=[0] * 9, resident=[1, 1, 1, 0, 0]
)


def test_only_the_cells_named_are_read():
    found = heat(ROWS, [("parks", "manager"), ("parks", "resident"), ("care", "resident")])
    assert list(found) == [("parks", "do"), ("care", "do")]
    assert found["parks", "do"].level == 3
    assert [g.group for g in found["care", "do"].groups] == ["resident"]
    assert found["care", "do"].rings[0] == 0.6
    assert found["care", "do"].staff_view_only


def test_cells_may_differ_by_co():
    assert heat(ROWS, {"do": [("care", "resident")]}).keys() == {("care", "do")}
    assert heat(ROWS, {"design": [("care", "resident")]}) == {}


def test_a_cell_without_answers_is_nobody():
    found = heat(ROWS, [("roads", "resident")], cos=["do", "assess"])
    assert [point.status for point in found.values()] == [Status.NOBODY] * 2


def test_the_people_asked_are_counted_by_service_and_group():
    cells = [("parks", "manager"), ("care", "manager")]
    found = heat(ROWS, cells, asked={("parks", "manager"): 9, ("care", "manager"): 10})
    assert found["parks", "do"].complete
    assert not found["care", "do"].complete


def test_with_a_single_service_it_is_the_star():
    rows = a_round(40, 1, 2)
    cells = [("s0", group) for group in GROUPS]
    star = levels(Answers.of(rows), shown_groups=GROUPS, resident_group="resident")
    assert {co: point for (_, co), point in heat(rows, cells).items()} == star
