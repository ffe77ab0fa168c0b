"""The exact choice under limits."""

import random

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.engines.priorities import choice as module
from alongside.engines.priorities.choice import best_choice
from alongside.engines.priorities.tests import slow
from bench.priorities import KINDS, solved_by_scipy


def chosen(worth, costs, limits, **given_):
    found = best_choice(
        np.array(worth, dtype=np.int64),
        np.array(costs, dtype=np.int64).reshape(len(limits), len(worth)),
        np.array(limits, dtype=np.int64),
        **given_,
    )
    spent = [int(np.dot(row, found.chosen)) for row in costs]
    assert all(taken <= limit for taken, limit in zip(spent, limits, strict=True))
    assert found.worth == np.dot(worth, found.chosen)
    return found, (found.worth, spent, found.chosen.tolist())


@st.composite
def tasks(draw, most_items):
    items, limits = draw(st.integers(0, most_items)), draw(st.integers(1, 3))
    high = draw(st.sampled_from([1, 3, 20, 10**6, 10**11]))
    amounts = st.lists(st.integers(0, high), min_size=items, max_size=items)
    costs = [draw(amounts) for _ in range(limits)]
    shares = [draw(st.integers(0, 100)) for _ in range(limits)]
    return (
        draw(st.lists(st.integers(0, min(high, 10**6)), min_size=items, max_size=items)),
        costs,
        [sum(row) * share // 100 for row, share in zip(costs, shares, strict=True)],
    )


@settings(max_examples=150, deadline=None)
@given(tasks(9))
def test_it_is_the_best_of_all_choices_with_ties_as_published(task):
    found, answer = chosen(*task)
    assert found.proved
    assert answer == slow.best_choice(*task)


@pytest.mark.parametrize("items", [12, 16, 20])
@pytest.mark.parametrize("high", [4, 1000])
def test_up_to_twenty_items_it_agrees_with_enumeration(items, high):
    rng = np.random.default_rng([items, high])
    worth, costs = rng.integers(1, high, items), rng.integers(1, high, (2, items))
    limits = costs.sum(axis=1) * 2 // 5
    subsets = ((np.arange(2**items)[:, None] >> np.arange(items)[::-1]) & 1).astype(np.int32)
    spent = subsets @ costs.T
    fits = np.flatnonzero((spent <= limits).all(axis=1))
    # Of equal worth and costs the largest number: it has the item that is listed first.
    order = np.lexsort((-fits, spent[fits, 1], spent[fits, 0], -(subsets[fits] @ worth)))
    found = best_choice(worth, costs, limits)
    assert found.proved
    assert found.chosen.tolist() == subsets[fits[order[0]]].astype(bool).tolist()


@pytest.mark.parametrize("kind", KINDS)
def test_200_items_have_the_worth_that_scipys_solver_finds(kind):
    worth, costs = KINDS[kind](np.random.default_rng(9))
    limits = costs.sum(axis=1) * 3 // 10
    found = best_choice(worth, costs, limits)
    assert found.proved
    assert found.worth == solved_by_scipy(worth, costs, limits)


def test_of_equal_worth_the_cheaper_then_the_first_listed():
    _, (_, spent, which) = chosen([3, 3, 3], [[2, 1, 1], [1, 1, 1]], [2, 1])
    assert (spent, which) == ([1, 1], [False, True, False])


def test_a_hundred_alike_are_taken_from_the_top_of_the_list():
    found, _ = chosen([7] * 100, [[3] * 100, [2] * 100], [90, 1000])
    assert found.proved
    assert found.chosen.tolist() == [True] * 30 + [False] * 70


def test_limits_that_hold_everything_hold_everything():
    found, _ = chosen([1, 2, 3], [[5, 5, 5]], [10**15])
    assert found.chosen.all()


def test_nothing_to_choose_from_is_nothing():
    found, answer = chosen([], [[]], [5])
    assert (found.proved, answer) == (True, (0, [0], []))


def test_a_limit_of_zero_leaves_what_costs_nothing():
    _, (worth, spent, which) = chosen([5, 4, 3], [[1, 0, 0]], [0])
    assert (worth, spent, which) == (7, [0], [False, True, True])


def test_one_choice_too_many_parts_the_search_and_the_answer_stays_exact(monkeypatch):
    worth, costs = KINDS["what is worth more costs more"](np.random.default_rng(2))
    limits = costs.sum(axis=1) * 3 // 10
    whole = best_choice(worth, costs, limits)
    monkeypatch.setattr(module, "SIDE_BY_SIDE", 300)
    parted = best_choice(worth, costs, limits)
    assert parted.proved
    assert parted.chosen.tolist() == whole.chosen.tolist()


@settings(max_examples=30, deadline=None)
@given(tasks(8))
def test_parted_down_to_single_choices_it_is_still_exact(task):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "SIDE_BY_SIDE", 2)
        found, answer = chosen(*task)
    assert found.proved
    assert answer == slow.best_choice(*task)


def test_a_part_that_is_over_a_limit_or_cannot_be_as_good_is_not_looked_into():
    worth, costs, limits = np.array([5, 4]), np.array([[3, 3]]), np.array([4])
    search = module._Search(worth, costs, limits)
    all_in, none_in = np.ones(2, dtype=bool), np.zeros(2, dtype=bool)
    assert search.halves(module._Part(taken=all_in, left_out=none_in)) == []
    assert search.halves(module._Part(taken=none_in, left_out=none_in)) == []
    assert (search.worth_of_best, search.best.tolist()) == (5, [True, False])
    looked_at = search.looked_at
    assert search.halves(module._Part(taken=none_in, left_out=np.array([True, False]))) == []
    assert search.looked_at == looked_at


@settings(max_examples=30, deadline=None)
@given(tasks(8), st.sampled_from([0.0, 0.01, 3.0]))
def test_any_prices_are_valid(task, price):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(module, "FIRST_ITEMS", 1)
        patch.setattr(module, "_prices", lambda worth, costs, room: np.full(len(room), price))
        found, answer = chosen(*task)
    assert found.proved
    assert answer == slow.best_choice(*task)


def test_an_unproved_answer_is_good_and_says_how_much_better_one_could_be(monkeypatch):
    worth, costs = KINDS["what is worth more costs more"](np.random.default_rng(2))
    limits = costs.sum(axis=1) * 3 // 10
    best = best_choice(worth, costs, limits)
    monkeypatch.setattr(module, "SIDE_BY_SIDE", 20)
    hasty = best_choice(worth, costs, limits, effort=1)
    assert not hasty.proved
    assert 0.98 * best.worth < hasty.worth <= best.worth <= hasty.at_most
    assert (costs[:, hasty.chosen].sum(axis=1) <= limits).all()


@pytest.mark.parametrize("seed", range(6))
def test_worth_in_step_with_cost_is_hard_and_exact_all_the_same(seed):
    drawn = random.Random(seed)
    worth = [drawn.randint(1, 1000) for _ in range(14)]
    task = worth, [[10 * value + 1 for value in worth], [value + 7 for value in worth]]
    limits = [sum(row) * 2 // 5 for row in task[1]]
    found, answer = chosen(*task, limits)
    assert found.proved
    assert answer == slow.best_choice(*task, limits)
