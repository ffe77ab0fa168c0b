"""Quadrants and their chances."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from alongside.engines.priorities import Lines, PrioritiesError, Quadrant, Ratings
from alongside.engines.priorities.posterior import posterior
from alongside.engines.priorities.quadrants import both_below, quadrant_chances, quadrant_of
from alongside.engines.priorities.tests.marks import invented, matrix, on_both

WIN, MAJOR, FILL, NOT = Quadrant


def chances(ratings, lines=None, **given):
    return quadrant_chances(posterior(ratings, **given), lines or Lines())


@pytest.mark.parametrize(
    ("impact", "effort", "expected"),
    [(4, 2, WIN), (4, 4, MAJOR), (2, 2, FILL), (2, 4, NOT), (3, 3, WIN), (2.99, 3.01, NOT)],
)
def test_a_mean_on_a_line_is_on_its_good_side(impact, effort, expected):
    assert quadrant_of(impact, effort, Lines()) is expected


def test_thirds_and_sevenths_reach_a_line_that_they_equal():
    assert quadrant_of(0.1 + 0.2 + 2.7, 3 - 0.1 - 0.2 + 0.3, Lines()) is WIN


@given(st.floats(-6, 6), st.floats(-6, 6), st.floats(-0.99, 0.99))
def test_both_below_agrees_with_integration(x, y, correlation):
    covariance = [[1, correlation], [correlation, 1]]
    expected = stats.multivariate_normal.cdf([x, y], cov=covariance)
    ours = both_below(np.array([x]), np.array([y]), np.array([correlation]))[0]
    assert ours == pytest.approx(expected, abs=1e-5)


@pytest.mark.parametrize(
    ("x", "y", "expected"),
    [(0, 0, 0.25), (0, np.inf, 0.5), (np.inf, np.inf, 1), (-np.inf, 3, 0), (0, -np.inf, 0)],
)
def test_both_below_holds_at_nothing_and_at_infinity(x, y, expected):
    ours = both_below(np.array([x], dtype=float), np.array([y], dtype=float), np.zeros(1))
    assert ours[0] == pytest.approx(expected)


@pytest.mark.parametrize("seed", range(5))
def test_the_four_chances_add_up_and_agree_with_plain_draws(seed):
    ratings = matrix(invented(seed, raters=4))
    figures = posterior(ratings)
    rng = np.random.default_rng(seed)
    factors = rng.normal(size=(40_000, len(figures.loadings)))
    z = np.tensordot(factors, figures.loadings, axes=1)
    z += figures.own * rng.normal(size=z.shape)
    values = figures.floor + figures.width / (1 + np.exp(-figures.a - figures.b * z))
    high, low = values[..., 0] >= 3, values[..., 1] <= 3
    drawn = [high & low, high & ~low, ~high & low, ~high & ~low]
    for item, found in enumerate(chances(ratings)):
        assert sum(found.values()) == pytest.approx(1)
        assert list(found) == [WIN, MAJOR, FILL, NOT]
        shares = [some[:, item].mean() for some in drawn]
        assert list(found.values()) == pytest.approx(shares, abs=0.012)


def test_the_same_people_seeing_more_effort_with_more_impact_makes_quick_wins_rarer():
    pairs = [(2, 2), (3, 3), (4, 4), (3, 3), (5, 5), (1, 1)]
    together = chances(on_both({"a": pairs}))[0][WIN]
    apart = chances(on_both({"a": [(i, 6 - e) for i, e in pairs]}))[0][WIN]
    assert together < 0.25 < apart


def test_without_a_rating_on_an_axis_there_is_no_chance():
    rows = [
        ("ann", "", "a", "impact", 4),
        ("ann", "", "b", "impact", 4),
        ("ann", "", "b", "effort", 1),
    ]
    ratings = Ratings.of(rows, items=["a", "b"], criteria=["impact", "effort"])
    assert chances(ratings)[0] is None
    assert chances(ratings)[1][WIN] > 0.5


def test_where_everyone_has_rated_there_is_no_doubt_even_on_the_line():
    ratings = on_both({"a": [(3, 3), (3, 3)], "b": [(2, 3), (3, 4)], "c": [(5, 5), (5, 4)]})
    found = chances(ratings, asked={"": 2})
    assert [one[q] for one, q in zip(found, (WIN, NOT, MAJOR), strict=True)] == [1, 1, 1]


def test_one_axis_without_doubt_leaves_the_other_in_doubt():
    rows = [
        ("ann", "", "a", "impact", 5),
        ("bo", "", "a", "impact", 5),
        ("ann", "", "a", "effort", 2),
    ]
    ratings = Ratings.of(rows, items=["a"], criteria=["impact", "effort"])
    found = chances(ratings, asked={"": 2})[0]
    assert found[WIN] + found[MAJOR] == pytest.approx(1)
    assert 0.5 < found[WIN] < 0.9


def test_a_higher_line_is_harder_to_reach():
    ratings = on_both({"a": [(4, 2), (4, 3), (3, 2)]})
    strict = chances(ratings, Lines(impact_from=4, effort_to=2))[0][WIN]
    assert strict < chances(ratings)[0][WIN]


def test_every_item_reaches_a_line_at_the_end_of_the_scale():
    ratings = on_both({"a": [(1, 5)]})
    assert chances(ratings, Lines(impact_from=1, effort_to=5))[0][WIN] == pytest.approx(1)


def test_lines_lie_on_the_scale_and_cross():
    for given_ in ({"impact_from": 0.5}, {"effort_to": 5.5}, {"impact_from": float("nan")}):
        with pytest.raises(PrioritiesError) as refusal:
            Lines(**given_)
        assert refusal.value.code == "line_off_scale"
    with pytest.raises(PrioritiesError) as refusal:
        Lines(impact="effort")
    assert refusal.value.code == "one_axis"
