"""Plain figures of what people said."""

import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.priorities import Ratings
from alongside.engines.priorities.posterior import posterior
from alongside.engines.priorities.readings import medians, readings, spreads
from alongside.engines.priorities.tests.marks import on_impact


def read(ratings, **given_):
    figures = posterior(ratings, **given_)
    return [item[0] for item in readings(ratings, figures, confidence=0.95)]


@given(st.lists(st.integers(1, 5), min_size=2, max_size=30))
def test_median_and_spread_are_the_textbooks(marks):
    counts = np.bincount(marks, minlength=6)[1:]
    assert medians(counts) == statistics.median(marks)
    assert spreads(counts) == pytest.approx(statistics.stdev(marks))


def test_one_rater_has_a_mean_and_an_interval_and_no_spread():
    one = read(on_impact(cafe=[4]))[0]
    assert (one.raters, one.mean, one.median, one.spread) == (1, 4, 4, None)
    assert one.interval.low < 2
    assert one.interval.high > 4.7


def test_nobody_rated_is_nothing_at_all():
    none = read(Ratings.of([], items=["cafe"], criteria=["impact"]))[0]
    assert (none.raters, none.everyone) == (0, False)
    assert (none.mean, none.median, none.spread, none.interval) == (None, None, None, None)


def test_where_everyone_has_rated_there_is_no_interval():
    everyone = read(on_impact(cafe=[4, 5]), asked={"": 2})[0]
    assert (everyone.everyone, everyone.interval, everyone.mean) == (True, None, 4.5)


def test_the_interval_is_at_the_confidence_asked_for():
    ratings = on_impact(cafe=[4, 5, 3])
    narrow = readings(ratings, posterior(ratings), confidence=0.5)[0][0].interval
    wide = readings(ratings, posterior(ratings), confidence=0.99)[0][0].interval
    assert wide.low < narrow.low < 4 < narrow.high < wide.high
    assert wide.spans(wide.low)
    assert not narrow.spans(wide.low)
