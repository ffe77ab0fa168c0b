"""The interval of a change."""

import numpy as np
import pytest

from alongside.engines.perceptions import Answers
from alongside.engines.perceptions.rounds import change_intervals, two_rounds
from alongside.engines.perceptions.tests.rows import one_service

BEFORE = one_service(resident=[0, 1, 2, 3, 1, 2, 0])
AFTER = one_service(resident=[1, 1, 3, 3, 2, 4, 0])


def pair(before, after, *asked):
    return two_rounds(Answers.of(before), Answers.of(after), "resident", asked=asked or ({}, {}))


def test_raters_keep_their_keys_in_both_rounds():
    found = pair(BEFORE, AFTER)
    assert found.keys_before == found.keys_after == {f"resident{i}" for i in range(7)}
    assert found.services == ("parks",)


def test_a_group_without_common_services_has_no_ground():
    found = pair(BEFORE, one_service(service="care", resident=[1]))
    assert found.services == ()
    assert not found.before.heard


def test_whether_everyone_answered_is_judged_on_all_services():
    more = one_service(service="care", resident=[1] * 9)
    found = pair(BEFORE + more, AFTER, {"resident": 9}, {"resident": 9})
    assert found.before.complete
    assert not found.after.complete


def test_it_agrees_with_a_plain_draw_where_everyone_stayed():
    often = [
        [(f"{p} {i}", *rest) for p, *rest in rows for i in range(4)] for rows in (BEFORE, AFTER)
    ]
    found = pair(*often)
    moves = (found.after.shares - found.before.shares).mean(axis=0)
    (_, second, *_) = change_intervals([found], moves, confidence=0.95)
    rng = np.random.default_rng(2)
    weights = rng.dirichlet(np.array([1.0] * 28 + [0.25] * 4) * 28 / 29, size=40_000)
    steps = found.after.shares[:, 1] - found.before.shares[:, 1]
    # strangers: each end of one round meets each end of the other
    drawn = weights @ np.append(steps, [0, 1, -1, 0])
    assert (second.low + second.high) / 2 == pytest.approx(drawn.mean(), abs=0.02)
    assert (second.high - second.low) / 4 == pytest.approx(drawn.std(), rel=0.1)


def test_a_complete_round_adds_no_uncertainty():
    both = [pair(BEFORE, AFTER, {"resident": 7}, {"resident": 7})]
    one = [pair(BEFORE, AFTER, {"resident": 7}, {})]
    none = [pair(BEFORE, AFTER)]
    moves = np.zeros(4)
    assert change_intervals(both, moves, confidence=0.95) is None
    strangers = [pair([(f"x{p}", *rest) for p, *rest in BEFORE], AFTER)]
    shorter, longer = (
        change_intervals(some, moves, confidence=0.95)[1] for some in (one, strangers)
    )
    assert shorter.high - shorter.low < longer.high - longer.low
    assert change_intervals(none, moves, confidence=0.95) is not None
