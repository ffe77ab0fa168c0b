"""Weights that are agreed, and weights that are open."""

import math

import numpy as np
import pytest
from scipy import stats

from alongside.engines.priorities import Criterion, PrioritiesError
from alongside.engines.priorities.criteria import Weights


def drawn(*weights, count=4000):
    criteria = [Criterion(f"c{at}", weight=weight) for at, weight in enumerate(weights)]
    return Weights.of(criteria).draw(np.random.default_rng(3), count)


def refused(*criteria):
    with pytest.raises(PrioritiesError) as refusal:
        Weights.of(criteria)
    return refusal.value


def test_agreed_weights_are_not_drawn():
    assert np.unique(drawn(2, 1, 1), axis=0).tolist() == [[0.5, 0.25, 0.25]]


def test_open_weights_are_uniform_over_all_that_add_up_to_one():
    shares = drawn(None, None, None)
    assert shares.sum(axis=1) == pytest.approx(1)
    for column in shares.T:
        assert stats.kstest(column, stats.beta(1, 2).cdf).pvalue > 0.01


def test_agreed_weights_keep_their_proportions_beside_open_ones():
    shares = drawn(3, None, 1)
    assert shares[:, 0] == pytest.approx(3 * shares[:, 2])
    assert stats.kstest(shares[:, 1], stats.beta(1, 2).cdf).pvalue > 0.01


def test_a_weight_of_zero_never_counts():
    assert (drawn(0, None, 1)[:, 0] == 0).all()
    assert drawn(0, None, None).mean(axis=0) == pytest.approx([0, 0.5, 0.5], abs=0.02)


@pytest.mark.parametrize("weights", [(None, None), (2, 1), (3, None, 1), (0, None), (0, 1, None)])
def test_the_central_weights_are_the_mean_of_the_draws(weights):
    criteria = [Criterion(f"c{at}", weight=weight) for at, weight in enumerate(weights)]
    assert drawn(*weights).mean(axis=0) == pytest.approx(Weights.of(criteria).central, abs=0.02)


def test_weights_that_are_all_zero_say_what_to_do():
    error = refused(Criterion("impact", weight=0), Criterion("effort", weight=0))
    assert error.code == "weights_all_zero"
    assert "Give at least one criterion a weight above zero" in str(error)


@pytest.mark.parametrize("weight", [-1, math.nan, math.inf])
def test_a_weight_is_a_number_from_0_upwards(weight):
    error = refused(Criterion("impact", weight=weight))
    assert (error.code, error.params) == ("weight_impossible", {"criterion": "impact"})


def test_criteria_are_named_once_and_there_is_one():
    assert refused().code == "no_criteria"
    assert refused(Criterion("impact"), Criterion("impact")).code == "named_twice"


def test_huge_weights_do_not_overflow():
    assert drawn(1e308, 1e308, count=1).tolist() == [[0.5, 0.5]]
