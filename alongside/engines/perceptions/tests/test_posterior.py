"""Intervals from the Dirichlet posterior."""

import numpy as np
import pytest
from scipy import stats

from alongside.engines.perceptions import Answers, levels
from alongside.engines.perceptions.posterior import Interval, beta_interval, share_intervals
from alongside.engines.perceptions.tests import slow
from alongside.engines.perceptions.tests.rows import GROUPS, one_service
from alongside.engines.perceptions.voices import voices
from bench.perceptions_coverage import Case, ring_coverage


def intervals(rows, groups, **complete):
    some = [voices(Answers.of(rows), g, complete=complete.get(g, False)) for g in groups]
    return share_intervals(some, confidence=0.95)


def test_an_interval_holds_its_ends():
    assert Interval(0.5, 0.7).spans(0.5)
    assert not Interval(0.5, 0.7).spans(0.71)


def test_the_beta_interval_is_the_one_with_the_given_moments():
    inner = beta_interval(0.3, 0.01, confidence=0.9, lower=-1, upper=1)
    size = 1.3 * 0.7 / 0.01 - 1
    exact = stats.beta(0.65 * size, 0.35 * size, loc=-1, scale=2)
    assert exact.mean() == pytest.approx(0.3)
    assert exact.var() == pytest.approx(0.01)
    assert (inner.low, inner.high) == pytest.approx(exact.interval(0.9))


def test_it_is_close_to_jeffreys_for_one_group_and_one_service():
    (first, *_) = intervals(one_service(resident=[1] * 12 + [0] * 18), ["resident"])
    jeffreys = stats.beta(12.5, 18.5).interval(0.95)
    assert (first.low, first.high) == pytest.approx(jeffreys, abs=0.01)


def test_five_people_who_agree_do_not_prove_that_everyone_does():
    (first, *_) = intervals(one_service(resident=[4] * 5), ["resident"])
    assert 0.5 < first.low < 0.9
    assert first.high == 1


def test_one_person_proves_next_to_nothing():
    (first, *_) = intervals(one_service(resident=[4]), ["resident"])
    assert first.low < 0.5
    assert first.high == 1


def test_more_people_give_a_shorter_interval():
    lengths = []
    for times in (1, 4, 16):
        (first, *_) = intervals(one_service(resident=[0, 0, 2, 2, 2] * times), ["resident"])
        lengths.append(first.high - first.low)
    assert lengths == sorted(lengths, reverse=True)


def test_nothing_is_uncertain_when_every_group_is_complete():
    rows = one_service(staff=[1, 2], resident=[0, 3])
    assert intervals(rows, ["staff", "resident"], staff=True, resident=True) is None
    assert intervals([], ["staff"]) is None


def test_a_complete_group_is_held_as_it_is():
    rows = one_service(staff=[1, 0, 0, 0], resident=[0, 1, 1, 1, 1])
    alone = intervals(rows, ["resident"])
    both = intervals(rows, ["staff", "resident"], staff=True)
    assert both[0].low == pytest.approx((0.25 + alone[0].low) / 2)
    assert both[0].high == pytest.approx((0.25 + alone[0].high) / 2)


def test_intervals_agree_with_a_plain_draw_from_the_posterior():
    rows = [
        (f"{group}{person}", group, f"s{service}", "do", (7 * person + service * g) % 5)
        for g, group in enumerate(GROUPS)
        for person in range(4 + g)
        for service in range(3)
    ]
    drawn = np.array(slow.dirichlet_rings(rows, GROUPS, draws=4000, seed=3))
    for k, found in enumerate(intervals(rows, GROUPS)):
        expected = np.quantile(drawn[:, k], [0.025, 0.975])
        assert (found.low, found.high) == pytest.approx(expected, abs=0.015)


@pytest.mark.parametrize("people", [5, 8, 30])
def test_intervals_of_rings_hold_the_truth_as_often_as_promised(people):
    rng = np.random.default_rng(11)
    case = Case(people=people, groups=4, services=3, apart=1.0)
    assert 0.92 <= ring_coverage(rng, case, runs=120) <= 0.99


def test_the_same_answers_give_the_same_interval_twice():
    rows = Answers.of(one_service(staff=[1, 2, 3], resident=[0, 3, 3]))
    shown = {"shown_groups": ["staff", "resident"], "resident_group": "resident"}
    assert levels(rows, **shown) == levels(rows, **shown)
