"""Intervals and p-values of a difference."""

import math
import random

import numpy as np
import pytest
from hypothesis import given
from scipy import stats

from alongside.engines.perceptions import Answers
from alongside.engines.perceptions.pairs import common_sides, compare
from alongside.engines.perceptions.sureness import uncertainty
from alongside.engines.perceptions.tests import slow
from alongside.engines.perceptions.tests.rows import one_service, rounds
from bench.perceptions_coverage import Case, gap_coverage


def doubt(rows, x="manager", y="resident", *, x_complete=False, y_complete=False):
    sides = common_sides(Answers.of(rows), x, y)
    return uncertainty(*sides, x_complete=x_complete, y_complete=y_complete)


@pytest.mark.parametrize("seed", range(20))
def test_contributions_on_one_service_vary_as_brunner_and_munzel_say(seed):
    drawn = random.Random(seed)
    x = [drawn.choice([0, 1, 2, 3, 4]) for _ in range(drawn.randint(5, 30))]
    y = [drawn.choice([0, 1, 1, 2, 3]) for _ in range(drawn.randint(5, 30))]
    sides = common_sides(Answers.of(one_service(manager=x, resident=y)), "manager", "resident")
    pairs = compare(*sides)
    parts = [some.var(ddof=1) * len(some) for some in (pairs.of_x, pairs.of_y)]
    theirs = stats.brunnermunzel(x, y)
    assert pairs.delta / math.sqrt(sum(parts)) == pytest.approx(-theirs.statistic)
    freedom = sum(parts) ** 2 / (parts[0] ** 2 / (len(x) - 1) + parts[1] ** 2 / (len(y) - 1))
    p_value = 2 * stats.t.sf(abs(theirs.statistic), freedom)
    assert p_value == pytest.approx(theirs.pvalue)


@pytest.mark.parametrize("seed", range(5))
def test_with_many_people_it_agrees_with_brunner_and_munzel(seed):
    drawn = random.Random(seed)
    x, y = ([drawn.choice(some) for _ in range(400)] for some in ([0, 1, 2, 3, 4], [0, 1, 2, 3, 3]))
    ours = doubt(one_service(manager=x, resident=y))
    assert ours.p_value == pytest.approx(stats.brunnermunzel(x, y).pvalue, abs=0.01)


@given(rounds)
def test_a_person_with_many_answers_counts_once_in_the_error(rows):
    sides = common_sides(Answers.of(rows), "manager", "resident")
    if sides[2] and min(sides[0].people, sides[1].people) > 1:
        pairs = compare(*sides)
        parts = [some.var(ddof=1) * len(some) for some in (pairs.of_x, pairs.of_y)]
        expected = slow.standard_error(rows, "manager", "resident")
        assert math.sqrt(sum(parts)) == pytest.approx(expected)


def test_copying_everybodys_answers_to_more_services_makes_nothing_surer():
    once = one_service(manager=[3, 2, 1, 4, 2], resident=[2, 1, 1, 0, 3])
    often = [(p, g, f"s{i}", co, c) for p, g, _, co, c in once for i in range(6)]
    assert doubt(often).p_value == pytest.approx(doubt(once).p_value)


def test_interval_and_p_value_are_one_statement():
    some = doubt(one_service(manager=[3, 2, 1, 4, 2, 3], resident=[2, 1, 1, 0, 3, 0]))
    assert some.interval(1 - some.p_value).low == pytest.approx(0, abs=1e-9)


def test_the_further_apart_the_surer_right_up_to_separation():
    steps = [[0, 1, 1, 2, 2, 3], [1, 1, 2, 2, 2, 3], [2, 2, 2, 2, 3, 3], [2, 3, 3, 3, 3, 3]]
    sure = [doubt(one_service(manager=some, resident=[0, 1, 1, 2, 1, 1])) for some in steps]
    sure.append(doubt(one_service(manager=[4] * 6, resident=[0, 1, 1, 2, 1, 1])))
    p_values = [some.p_value for some in sure]
    assert p_values == sorted(p_values, reverse=True)
    assert p_values[-1] < 0.02


@pytest.mark.parametrize("people", [2, 5, 8, 30])
def test_total_separation_has_an_interval_all_the_same(people):
    some = doubt(one_service(manager=[3] * people, resident=[1] * people))
    inside = some.interval(0.95)
    assert -1 <= inside.low < 1
    assert inside.high == 1


def test_separation_of_more_people_is_surer():
    sure = [doubt(one_service(manager=[3] * n, resident=[1] * n)).p_value for n in (1, 2, 5, 20)]
    assert sure == sorted(sure, reverse=True)
    assert sure[0] > 0.2
    assert sure[-1] < 0.001


def test_one_person_a_side_proves_nothing():
    some = doubt(one_service(manager=[4], resident=[0]))
    assert some.interval(0.95).spans(0)
    assert some.p_value > 0.1


def test_everyone_alike_is_no_difference_and_not_certain():
    some = doubt(one_service(manager=[2] * 6, resident=[2] * 6))
    inside = some.interval(0.95)
    assert some.p_value == pytest.approx(1)
    assert inside.low == pytest.approx(-inside.high)
    assert 0.05 < inside.high < 0.8


def test_mean_and_variance_agree_with_a_plain_draw_from_the_posterior():
    n, m = 6, 9
    some = doubt(one_service(manager=[3] * n, resident=[1] * m))
    rng = np.random.default_rng(5)
    drawn = []
    for size, codes in ((n, [3] * n + [0, 4]), (m, [1] * m + [0, 4])):
        weights = np.array([1.0] * size + [0.25] * 2) * (size - 0.5) / (size + 0.5)
        drawn.append((rng.dirichlet(weights, size=20_000), np.array(codes)))
    (u, x), (v, y) = drawn
    signs = np.sign(np.subtract.outer(x, y))
    delta = np.einsum("di,ij,dj->d", u, signs, v)
    assert some.mean == pytest.approx(delta.mean(), abs=0.01)
    assert math.sqrt(some.variance) == pytest.approx(delta.std(), rel=0.1)


def test_complete_sides_are_held_as_they_are():
    rows = one_service(manager=[3, 2, 1, 4, 2], resident=[2, 1, 1, 0, 3])
    assert doubt(rows, x_complete=True, y_complete=True) is None
    assert doubt(rows, x_complete=True).variance < doubt(rows).variance


def test_a_complete_side_of_one_needs_no_imagined_person():
    some = doubt(one_service(manager=[4], resident=[0] * 8), x_complete=True)
    assert some.interval(0.95).low > 0


@given(rounds)
def test_swapping_the_groups_mirrors_the_interval(rows):
    if common_sides(Answers.of(rows), "manager", "resident")[2]:
        one, other = doubt(rows), doubt(rows, "resident", "manager")
        mine, theirs = one.interval(0.95), other.interval(0.95)
        assert (mine.low, mine.high) == pytest.approx((-theirs.high, -theirs.low), abs=1e-6)
        assert one.p_value == pytest.approx(other.p_value, abs=1e-6)
        assert mine.spans(one.delta)


@pytest.mark.parametrize("people", [5, 8, 30])
@pytest.mark.parametrize("apart", [0.0, 2.0])
def test_intervals_of_gaps_hold_the_truth_as_often_as_promised(people, apart):
    case = Case(people=people, groups=2, services=3, apart=apart)
    assert gap_coverage(np.random.default_rng(7), case, runs=150) >= 0.90
