"""Costs and limits as they are given."""

import math

import pytest

from alongside.engines.priorities import Limit, PrioritiesError
from alongside.engines.priorities.limits import LARGEST, cost_table, refuse_too_dear


def refused(*limits, items=("a", "b")):
    with pytest.raises(PrioritiesError) as refusal:
        cost_table(limits, items)
    return refusal.value


def too_dear(most, costs, must=()):
    limits = [Limit("money", most, costs)]
    table, _ = cost_table(limits, list(costs))
    refuse_too_dear(limits, list(costs), table, must)


def test_costs_stand_in_the_order_of_the_items_and_others_are_ignored():
    money, days = Limit("money", 5, {"b": 2, "a": 1, "z": 9}), Limit("days", 7, {"a": 3, "b": 4})
    costs, most = cost_table([money, days], ["a", "b"])
    assert (costs.tolist(), most.tolist()) == ([[1, 2], [3, 4]], [5, 7])


@pytest.mark.parametrize("unknown", [None, math.nan])
def test_a_cost_that_nobody_knows_is_named(unknown):
    error = refused(Limit("money", 5, {"a": 1, "b": unknown}))
    assert (error.code, error.params) == ("costs_missing", {"limit": "money", "items": ("b",)})
    assert refused(Limit("money", 5, {})).params["items"] == ("a", "b")


@pytest.mark.parametrize("cost", [-1, 1.5, "1", LARGEST])
def test_a_cost_is_a_whole_number_from_0_upwards(cost):
    error = refused(Limit("money", 5, {"a": cost, "b": 1}))
    assert (error.code, error.params["items"]) == ("cost_impossible", ("a",))


@pytest.mark.parametrize("most", [-1, 2.5, None, math.nan])
def test_a_limit_is_a_whole_number_from_0_upwards(most):
    assert refused(Limit("money", most, {"a": 1, "b": 1})).code == "limit_impossible"


def test_limits_are_named_once_and_there_is_one():
    assert refused().code == "no_limits"
    assert refused(Limit("money", 5, {}), Limit("money", 6, {})).code == "named_twice"


def test_what_must_be_in_has_to_fit():
    with pytest.raises(PrioritiesError) as refusal:
        too_dear(9, {"a": 5, "b": 5}, must=["a", "b"])
    assert refusal.value.code == "must_exceeds_limit"
    assert refusal.value.params == {"limit": "money", "needed": 10, "most": 9}
    assert str(refusal.value) == "What must be in takes 10 of money, and there is 9."
    too_dear(10, {"a": 5, "b": 5}, must=["a", "b"])


def test_a_limit_of_zero_that_nothing_fits_says_so():
    with pytest.raises(PrioritiesError, match="No item fits into money") as refusal:
        too_dear(0, {"a": 5, "b": 1})
    assert refusal.value.params == {"limits": ("money",)}
    too_dear(0, {"a": 5, "b": 0})


def test_limits_that_are_tight_only_together_are_all_named():
    limits = [Limit("money", 1, {"a": 1, "b": 2}), Limit("days", 1, {"a": 2, "b": 1})]
    table, _ = cost_table(limits, ["a", "b"])
    with pytest.raises(PrioritiesError, match="money, days"):
        refuse_too_dear(limits, ["a", "b"], table, ())


def test_a_limit_without_end_is_as_good_as_the_largest():
    assert cost_table([Limit("money", 10**30, {"a": 1, "b": 1})], ["a", "b"])[1][0] == LARGEST
