"""What ratings say, and how far they may be off."""

import numpy as np
import pytest
from scipy import special

from alongside.engines.priorities import Ratings
from alongside.engines.priorities.posterior import posterior
from alongside.engines.priorities.tests import slow
from alongside.engines.priorities.tests.marks import invented, matrix, on_both, on_impact
from bench.priorities_coverage import WORLDS, coverage

POINTS, SHARES = np.polynomial.hermite_e.hermegauss(64)


def moments(figures):
    """Mean and variance of every figure, by integrating its distribution."""
    values = special.expit(figures.a[..., None] + figures.b[..., None] * POINTS)
    values = figures.floor[..., None] + figures.width[..., None] * values
    mean = values @ SHARES / SHARES.sum()
    return mean, values**2 @ SHARES / SHARES.sum() - mean**2


def interval(ratings, confidence=0.95, **given):
    low, high = posterior(ratings, **given).reach(confidence)
    return low[0, 0].item(), high[0, 0].item()


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("weights", [None, {"g0": 1, "g1": 1}, {"g0": 5, "g1": 1}])
def test_mean_and_variance_are_those_of_marks_with_one_imagined_rater(seed, weights):
    rows = invented(seed, raters=4, groups=2, missing=0.3)
    mean, variance = moments(posterior(matrix(rows), group_weights=weights))
    for i in range(6):
        for c, axis in enumerate(("impact", "effort")):
            if any(row[2:4] == (f"i{i}", axis) for row in rows):
                expected = slow.moments(rows, f"i{i}", axis, weights)
                assert (mean[i, c], variance[i, c]) == pytest.approx(expected, rel=1e-6)


def test_the_estimate_is_the_plain_mean_and_inside_the_interval():
    figures = posterior(on_impact(a=[5] * 40, b=[1] * 40, c=[3, 4]))
    assert figures.estimate[:, 0].tolist() == [5, 1, 3.5]
    low, high = figures.reach(0.5)
    assert ((low <= figures.estimate) & (figures.estimate <= high)).all()
    assert ((low >= 1) & (high <= 5)).all()


def test_after_one_rater_nearly_everything_is_possible():
    low, high = interval(on_impact(cafe=[5]))
    assert low < 2
    assert high == 5


def test_three_who_agree_prove_less_than_thirty():
    few, many = (interval(on_impact(cafe=[4] * n)) for n in (3, 30))
    assert few[0] < 3
    assert many[0] > 3.6
    assert many[1] < 4.3 < few[1]


def test_the_interval_narrows_with_each_rater_who_says_the_same():
    widths = [high - low for low, high in (interval(on_impact(cafe=[3] * n)) for n in range(1, 20))]
    assert widths == sorted(widths, reverse=True)


def test_a_divided_room_is_less_sure_than_one_that_agrees():
    divided, agreed = (interval(on_impact(cafe=some)) for some in ([1, 5] * 4, [3] * 8))
    assert divided[0] < agreed[0] < 3 < agreed[1] < divided[1]


def test_what_nobody_rated_can_be_anything():
    ratings = Ratings.of([], items=["cafe"], criteria=["impact"])
    figures = posterior(ratings)
    mean, variance = moments(figures)
    assert (mean[0, 0], variance[0, 0]) == pytest.approx((3, 16 / 12))
    assert np.isnan(figures.estimate).all()
    assert not figures.rated.any()


def test_where_everyone_asked_has_rated_nothing_is_uncertain():
    figures = posterior(on_impact(cafe=[4, 5, 2], bus=[4, 5]), asked={"": 3})
    assert figures.certain[:, 0].tolist() == [True, False]
    assert [end[0, 0] for end in figures.reach(0.95)] == pytest.approx([11 / 3, 11 / 3])


def test_a_group_that_is_complete_narrows_what_is_left():
    rows = [(f"s{at}", "staff", "cafe", "impact", mark) for at, mark in enumerate((5, 4, 5))]
    rows += [(f"r{at}", "resident", "cafe", "impact", mark) for at, mark in enumerate((1, 2, 3))]
    ratings = Ratings.of(rows, items=["cafe"], criteria=["impact"])
    equal = {"group_weights": {"staff": 1, "resident": 1}}
    low, high = interval(ratings, **equal)
    sure_low, sure_high = interval(ratings, **equal, asked={"staff": 3})
    assert low < sure_low < 10 / 3 < sure_high
    assert sure_high - sure_low < 0.8 * (high - low)
    figures = posterior(ratings, **equal, asked={"staff": 3})
    staff = 14 / 3
    assert figures.floor[0, 0] == pytest.approx((staff + 1) / 2)
    assert figures.floor[0, 0] + figures.width[0, 0] == pytest.approx((staff + 5) / 2)


def test_dependence_is_that_of_the_same_peoples_ratings():
    ratings = matrix(invented(4, raters=6, missing=0))
    figures = posterior(ratings)
    _mean, variance = moments(figures)
    marks = ratings.marks.astype(float)
    off = (marks - marks.mean(axis=0)).reshape(6, -1) / 7
    expected = off.T @ off
    flat = (figures.loadings * np.sqrt(variance)).reshape(len(figures.loadings), -1)
    assert flat.T @ flat == pytest.approx(expected, abs=1e-6)
    assert figures.own**2 + (figures.loadings**2).sum(axis=0) == pytest.approx(1)


def test_more_raters_than_figures_take_no_more_factors_than_figures():
    rows = invented(5, raters=40, items=3, missing=0.1)
    figures = posterior(matrix(rows, items=3))
    assert figures.loadings.shape == (6, 3, 2)
    assert figures.own**2 + (figures.loadings**2).sum(axis=0) == pytest.approx(1)


def test_someone_strict_throughout_ties_their_ratings_together():
    strict = {"a": [(1, 2), (4, 5), (3, 4)], "b": [(2, 1), (5, 4), (4, 3)]}
    figures = posterior(on_both(strict))
    together = figures.loadings.reshape(3, -1)
    assert (together.T @ together > 0.5).all()


def test_another_item_changes_nothing_about_the_first():
    alone = interval(on_impact(a=[4, 5, 2]))
    assert interval(on_impact(a=[4, 5, 2], b=[1, 1, 2])) == pytest.approx(alone)


@pytest.mark.parametrize("raters", [1, 3, 8])
@pytest.mark.parametrize("world", WORLDS, ids=lambda world: world.name)
def test_intervals_hold_the_truth_as_often_as_promised(world, raters):
    eighty, ninety_five = coverage(np.random.default_rng(7), world, raters, 15)
    assert eighty >= 0.75
    assert ninety_five >= 0.91
