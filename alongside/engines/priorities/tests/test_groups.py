"""Whose ratings count how much."""

import math

import numpy as np
import pytest

from alongside.engines.priorities import PrioritiesError
from alongside.engines.priorities.groups import heard, unheard
from alongside.engines.priorities.tests.marks import Ratings

ROWS = [
    ("ann", "resident", "café", "impact", 5),
    ("bo", "staff", "café", "impact", 1),
    ("cy", "staff", "café", "impact", 1),
    ("dee", "staff", "café", "impact", 2),
    ("ann", "resident", "bus", "impact", 4),
]


def ratings(rows=ROWS):
    return Ratings.of(rows, items=["café", "bus", "zoo"], criteria=["impact"])


def means(weights):
    return heard(ratings(), group_weights=weights).means[:, 0].tolist()


def refused(weights):
    with pytest.raises(PrioritiesError) as refusal:
        heard(ratings(), group_weights=weights)
    return refusal.value


def test_without_weights_every_rater_counts_the_same():
    assert means(None)[:2] == [9 / 4, 4]


def test_with_weights_groups_count_whatever_their_size():
    assert means({"resident": 1, "staff": 1})[0] == pytest.approx((5 + 4 / 3) / 2)
    assert means({"resident": 30, "staff": 10})[0] == pytest.approx(0.75 * 5 + 0.25 * 4 / 3)


def test_a_group_that_has_not_rated_leaves_its_weight_to_the_others():
    assert means({"resident": 1, "staff": 9})[1] == 4
    assert unheard(ratings(), {"resident": 1, "staff": 9, "elected": 1, "guest": 0}) == [
        ("elected",),
        ("elected", "staff"),
        ("elected", "resident", "staff"),
    ]
    assert unheard(ratings(), None) == [(), (), ()]


def test_a_group_without_any_weight_is_not_counted():
    found = heard(ratings(), group_weights={"resident": 0, "staff": 1})
    assert np.isnan(found.means[1, 0])
    assert found.n[:, 0, 0].tolist() == [0, 3]


def test_nobody_rated_has_no_mean():
    assert math.isnan(means(None)[2])
    assert np.isnan(heard(ratings([]), group_weights=None).means).all()
    assert np.isnan(heard(ratings([]), group_weights={"staff": 1}).means).all()


def test_a_voice_is_complete_when_exactly_those_asked_have_rated():
    def complete(asked, weights):
        return heard(ratings(), group_weights=weights, asked=asked).complete[:, :, 0].tolist()

    both = {"resident": 1, "staff": 1}
    assert complete({"resident": 1, "staff": 3}, both) == [
        [True, True, False],
        [True, False, False],
    ]
    assert complete({"resident": 1, "staff": 2}, both)[1] == [False, False, False]
    assert complete({"resident": 1, "staff": 3}, None) == [[True, False, False]]
    assert complete({"resident": 4}, None) == [[False, False, False]]


def test_weights_that_make_no_sense_are_refused():
    assert refused({"resident": 1}).params == {"groups": ("staff",)}
    assert refused({"resident": 0, "staff": 0}).code == "group_weights_all_zero"
    for weight in (-1, math.nan, math.inf):
        assert refused({"resident": weight, "staff": 1}).code == "group_weight_impossible"
