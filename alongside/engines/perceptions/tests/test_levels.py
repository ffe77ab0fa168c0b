"""The four points of the Star."""

import random

import pytest
from hypothesis import given

from alongside.engines.perceptions import NOT_OUR_ROLE, Answers, Status, levels
from alongside.engines.perceptions.tests import slow
from alongside.engines.perceptions.tests.rows import GROUPS, a_round, one_service, rounds

BOTH = ["manager", "resident"]


def star(rows, shown=BOTH, **more):
    return levels(Answers.of(rows), shown_groups=shown, resident_group="resident", **more)


def test_an_example_worked_by_hand():
    rows = [
        ("ann", "resident", "parks", "do", 2),
        ("ann", "resident", "care", "do", 0),  # ann: 1/2 1/2 0 0
        ("al", "resident", "care", "do", 1),  # al: 1 0 0 0
        ("mo", "manager", "parks", "do", 3),
        ("mo", "manager", "care", "do", 4),
        ("mo", "manager", "roads", "do", NOT_OUR_ROLE),  # mo: 1 1 1 1/2
    ]
    point = star(rows)["do"]
    assert point.rings == (0.875, 0.625, 0.5, 0.25)
    assert point.rule_level == 3
    assert point.ends == (0.25, 0.5)  # al is at the low end, mo at the high one, ann at neither
    assert point.status is Status.BETWEEN
    assert (point.answered, point.voices) == (3, 3)
    assert {g.group: g.rings for g in point.groups} == {
        "manager": (1, 1, 1, 0.5),
        "resident": (0.75, 0.25, 0, 0),
    }
    assert {g.group: g.rule_level for g in point.groups} == {"manager": 4, "resident": 1}


def test_every_co_asked_for_has_a_point_even_if_nobody_answered():
    found = star([], cos=["commission", "design"])
    assert list(found) == ["commission", "design"]
    assert found["design"].status is Status.NOBODY
    assert found["design"].staff_view_only
    assert star([]) == {}


def test_a_hidden_group_leaves_no_trace_in_the_level():
    without = one_service(manager=[2] * 6, resident=[1] * 6)
    found = star([*without, *one_service(elected=[4, 4, 4])])
    assert found == star(without)


def test_shown_groups_may_differ_by_co():
    rows = one_service("do", manager=[4] * 9, resident=[1] * 9)
    rows += one_service("design", manager=[4] * 9, resident=[1] * 9)
    found = star(rows, shown={"do": BOTH, "design": ["resident"]})
    assert [g.group for g in found["design"].groups] == ["resident"]
    assert found["design"].level == 1
    assert found["do"].status is Status.DIVIDED


@pytest.mark.parametrize(
    ("shown", "flag"),
    [(BOTH, False), (["manager", "staff"], True), (["resident"], True), ([], True)],
)
def test_one_group_or_no_residents_is_a_staff_view_only(shown, flag):
    rows = one_service(manager=[2] * 5, staff=[2] * 5, resident=[2] * 5)
    assert star(rows, shown)["do"].staff_view_only is flag


def test_residents_shown_but_silent_are_a_staff_view_only():
    rows = one_service(manager=[2] * 5, staff=[2] * 5, resident=[NOT_OUR_ROLE] * 5)
    point = star(rows, ["manager", "staff", "resident"])["do"]
    assert point.staff_view_only
    assert point.groups[2].status is Status.NOBODY


def test_residents_alone_are_one_group_even_beside_a_silent_one():
    rows = one_service(manager=[NOT_OUR_ROLE] * 5, resident=[2] * 5)
    assert star(rows)["do"].staff_view_only


def test_a_group_is_complete_by_co():
    rows = one_service("do", manager=[2] * 5, resident=[2] * 5)
    rows += one_service("design", manager=[2] * 4, resident=[2] * 5)
    found = star(rows, asked={"manager": 5, "resident": 5})
    assert found["do"].complete
    assert not found["design"].complete
    assert [g.complete for g in found["design"].groups] == [False, True]


def test_a_group_named_twice_counts_once():
    rows = one_service(manager=[4] * 5, resident=[0] * 5)
    assert star(rows, ["manager", "resident", "manager"])["do"].rings == (0.5,) * 4


@given(rounds)
def test_rings_levels_and_ends_agree_with_a_slow_count(rows):
    point = star(rows, cos=["do"])["do"]
    expected = slow.rings(rows, BOTH)
    if expected is None:
        assert point.rings is None
    else:
        assert point.rings == pytest.approx([float(b) for b in expected])
        assert point.rule_level == slow.level(expected)
        assert point.ends == pytest.approx([float(end) for end in slow.ends(rows, BOTH)])


@given(rounds)
def test_higher_rings_are_never_fuller_and_intervals_hold_them(rows):
    point = star(rows, cos=["do"])["do"]
    if point.rings:
        assert list(point.rings) == sorted(point.rings, reverse=True)
        assert all(i.spans(b) for i, b in zip(point.intervals, point.rings, strict=True))
        assert point.between[0] <= point.rule_level <= point.between[1]
        assert point.bounds[0] <= point.rule_level <= point.bounds[1]


@given(rounds)
def test_the_order_of_answers_changes_nothing(rows):
    mixed = list(rows)
    random.Random(1).shuffle(mixed)
    assert star(mixed) == star(rows)


def test_other_names_for_people_change_nothing():
    rows = a_round(60, 5, 1)
    renamed = [(f"x{37 * int(p[1:]) % 61}", *rest) for p, *rest in rows]
    one, other = (star(some, GROUPS)["c0"] for some in (rows, renamed))
    assert one.rings == pytest.approx(other.rings)
    assert (one.status, one.level, one.between) == (other.status, other.level, other.between)
    assert [(i.low, i.high) for i in one.intervals] == [
        pytest.approx((i.low, i.high)) for i in other.intervals
    ]


@given(rounds)
def test_not_our_role_on_one_more_service_changes_nothing(rows):
    more = [(p, g, "swimming", "do", NOT_OUR_ROLE) for p, g in {(r[0], r[1]) for r in rows}]
    assert star([*rows, *more]) == star(rows)
