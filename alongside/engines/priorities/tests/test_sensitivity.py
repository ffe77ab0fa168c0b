"""What would change the first k."""

import math

import pytest

from alongside.engines.priorities import Better, Criterion, PrioritiesError, Ratings, sensitivity
from alongside.engines.priorities.tests import slow
from alongside.engines.priorities.tests.marks import BY_BOTH, invented, matrix, on_both, on_impact

ITEMS = [f"i{at}" for at in range(6)]


def first_k(rows, factor, first):
    """The settled first k with so many times the weight of impact, by the slow sum."""
    worth = slow.worths(rows, ITEMS, {"impact": factor, "effort": 1}, {"effort"})
    worth = {item: round(value, 9) for item, value in worth.items()}
    border = sorted(worth.values(), reverse=True)
    return {
        item for item, value in worth.items() if sum(other >= value for other in border) <= first
    }


@pytest.mark.parametrize("seed", range(10))
def test_the_first_change_comes_where_going_through_factors_finds_it(seed):
    rows = invented(seed, missing=0)
    impact = sensitivity(matrix(rows), BY_BOTH, first=2).weights[0]
    now = first_k(rows, 1, 2)
    if len(now) < 2:
        pytest.skip("the border is tied")
    for turning, direction in ((impact.more, 1), (impact.less, -1)):
        if turning is None:
            for factor in (1e-6, 0.01, 0.5) if direction < 0 else (1.5, 20, 1e6):
                assert first_k(rows, factor, 2) == now
        else:
            assert first_k(rows, turning - direction * 1e-6, 2) == now
            assert first_k(rows, turning + direction * 1e-6, 2) != now


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("factor", [0.0, 2.0, 5.0])
def test_who_leaves_and_enters_is_the_difference(seed, factor):
    rows = invented(seed, missing=0)
    impact = sensitivity(matrix(rows), BY_BOTH, first=2, factor=factor).weights[0]
    now, then = first_k(rows, 1, 2), first_k(rows, factor, 2)
    if len(now) == len(then) == 2:
        assert set(impact.leaves) == now - then
        assert set(impact.enters) == then - now
    assert (impact.criterion, impact.factor) == ("impact", factor)


def test_a_group_whose_absence_matters_is_named():
    rows = [(f"s{at}", "staff", item, "impact", mark) for at in range(3)
            for item, mark in (("a", 5), ("b", 2))]  # fmt: skip
    rows += [("ann", "resident", "a", "impact", 1), ("ann", "resident", "b", "impact", 3)]
    ratings = Ratings.of(rows, items=["a", "b"], criteria=["impact"])
    resident, staff = sensitivity(ratings, [Criterion("impact")], first=1).groups
    assert (resident.group, resident.leaves, resident.enters) == ("resident", (), ())
    assert (staff.group, staff.leaves, staff.enters) == ("staff", ("a",), ("b",))


def test_groups_count_as_agreed():
    rows = [(f"s{at}", "staff", item, "impact", mark) for at in range(9)
            for item, mark in (("a", 4), ("b", 3))]  # fmt: skip
    rows += [("ann", "resident", "a", "impact", 1), ("ann", "resident", "b", "impact", 5)]
    ratings = Ratings.of(rows, items=["a", "b"], criteria=["impact"])
    equal = {"staff": 1, "resident": 1}
    found = sensitivity(ratings, [Criterion("impact")], first=1, group_weights=equal)
    assert found.groups[0].group == "resident"
    assert (found.groups[0].leaves, found.groups[0].enters) == (("b",), ("a",))


def test_one_criterion_and_one_group_leave_nothing_to_sway():
    found = sensitivity(on_impact(a=[5], b=[3]), [Criterion("impact")], first=1, factor=0)
    assert found.groups == ()
    (impact,) = found.weights
    assert (impact.leaves, impact.enters, impact.more, impact.less) == ((), (), None, None)


def test_a_criterion_of_no_weight_sways_nothing():
    criteria = [Criterion("impact", weight=1), Criterion("effort", Better.LOWER, weight=0)]
    ratings = on_both({"a": [(5, 5)], "b": [(4, 1)]})
    effort = sensitivity(ratings, criteria, first=1).weights[1]
    assert (effort.leaves, effort.more, effort.less) == ((), None, None)


def test_ties_everywhere_neither_leave_nor_enter():
    ratings = on_both({"a": [(3, 3)], "b": [(3, 3)], "c": [(3, 3)]})
    for one in sensitivity(ratings, BY_BOTH, first=1).weights:
        assert (one.leaves, one.enters, one.more, one.less) == ((), (), None, None)


def test_an_unrated_item_is_never_in():
    ratings = on_both({"a": [(4, 2)], "b": []})
    for one in sensitivity(ratings, BY_BOTH, first=1).weights:
        assert (one.leaves, one.enters, one.more) == ((), (), None)


def test_what_makes_no_sense_is_refused():
    ratings = on_both({"a": [(4, 2)]})
    for settings, code in (
        ({"first": 0}, "no_places"),
        ({"first": 1, "factor": -1}, "factor_impossible"),
        ({"first": 1, "factor": math.inf}, "factor_impossible"),
        ({"first": 1, "factor": math.nan}, "factor_impossible"),
    ):
        with pytest.raises(PrioritiesError) as refusal:
            sensitivity(ratings, BY_BOTH, **settings)
        assert refusal.value.code == code
