"""The best assignment: its sum against every assignment there is, and against a linear programme."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from scipy.sparse import csr_array

from alongside.engines.matching import MatchingError, assignment
from alongside.engines.matching.assignment import assign

from .slow import best_sums


def columns(matches):
    return np.array(sorted(matches), dtype=np.int64).reshape(-1, 4).T


@st.composite
def markets(draw):
    people, roles = draw(st.integers(1, 6)), draw(st.integers(1, 4))
    highest = draw(st.sampled_from([1, 3, 1000]))
    matches = [
        (person, role, draw(st.integers(0, highest)), draw(st.integers(1, 9)))
        for person in range(people)
        for role in range(roles)
        if draw(st.booleans())
    ]
    return matches, [draw(st.integers(0, 3)) for _ in range(roles)]


@settings(max_examples=150, deadline=None)
@given(markets())
def test_no_assignment_is_worth_more_and_ties_count_only_among_equals(market):
    matches, capacity = market
    person, role, worth, tie = columns(matches)
    taken = assign(person, role, worth, tie, np.array(capacity))
    assert (int(worth[taken].sum()), int(tie[taken].sum())) == best_sums(tuple(matches), capacity)
    assert len(set(person[taken])) == len(taken)
    assert (np.bincount(role[taken], minlength=len(capacity)) <= capacity).all()


def invented(seed, people, roles, highest):
    rng = np.random.default_rng(seed)
    person, role = np.nonzero(rng.random((people, roles)) < 0.2)
    worth = rng.integers(1, highest + 1, len(person))
    return person, role, worth, rng.integers(1, 1025, len(person)), rng.integers(1, 9, roles)


@pytest.mark.parametrize("highest", [2, 40, 2000])
@pytest.mark.parametrize("people", [60, 150, 300])
def test_a_linear_programme_finds_the_same_sum(people, highest):
    person, role, worth, tie, capacity = invented(people + highest, people, 30, highest)
    taken = assign(person, role, worth, tie, capacity)
    at = np.arange(len(person))
    rows = csr_array(
        (np.ones(2 * len(at)), (np.concatenate([person, people + role]), np.tile(at, 2))),
        shape=(people + 30, len(at)),
    )
    # Worth counts more than all ties together.
    both = worth * 2.0**20 + tie
    limits = np.concatenate([np.ones(people), capacity])
    solved = linprog(-both, A_ub=rows, b_ub=limits, bounds=(0, 1), method="highs")
    assert both[taken].sum() == pytest.approx(-solved.fun, rel=1e-12)
    assert worth[taken].sum() == worth[solved.x > 0.5].sum()


def test_one_place_goes_to_whom_it_is_worth_most_with():
    person, role, worth, tie = columns([(0, 0, 5, 1), (1, 0, 7, 1), (1, 1, 3, 1)])
    assert assign(person, role, worth, tie, np.array([1, 1])).tolist() == [0, 2]


def test_nothing_to_match_and_no_places_give_nothing():
    nothing = np.empty(0, dtype=np.int64)
    assert assign(nothing, nothing, nothing, nothing, np.array([2])).tolist() == []
    person, role, worth, tie = columns([(0, 0, 5, 1)])
    assert assign(person, role, worth, tie, np.array([0])).tolist() == []


def test_more_ties_than_can_be_settled_exactly_are_refused(monkeypatch):
    monkeypatch.setattr(assignment, "MOST_CELLS", 3)
    person, role, worth, tie = columns([(p, r, 5, 1) for p in range(3) for r in range(3)])
    with pytest.raises(MatchingError, match="worth the same") as refused:
        assign(person, role, worth, tie, np.array([1, 1, 1]))
    assert refused.value.code == "too_large"
