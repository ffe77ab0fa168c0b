"""The distribution that every figure has."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import special, stats

from alongside.engines.priorities.logit_normal import fitted

STEPS = np.linspace(-10, 10, 4001)
CHANCE = stats.norm.pdf(STEPS) * (STEPS[1] - STEPS[0])


def integrated(a, b):
    values = special.expit(a + b * STEPS)
    mean = values @ CHANCE
    return mean, values**2 @ CHANCE - mean**2


@given(st.floats(0.001, 0.999), st.floats(1e-6, 0.33))
def test_mean_and_variance_are_those_asked_for(mean, share):
    variance = share * mean * (1 - mean)
    a, b = fitted(np.array([mean]), np.array([variance]))
    found_mean, found_variance = integrated(a[0], b[0])
    assert found_mean == pytest.approx(mean, abs=2e-6)
    assert found_variance == pytest.approx(variance, abs=2e-6)


def test_it_mirrors():
    a, b = fitted(np.array([0.2, 0.8]), np.array([0.02, 0.02]))
    assert a[0] == pytest.approx(-a[1])
    assert b[0] == pytest.approx(b[1])


def test_shapes_are_kept_and_nothing_is_nothing():
    a, b = fitted(np.full((2, 3), 0.4), np.full((2, 3), 0.01))
    assert a.shape == b.shape == (2, 3)
    assert fitted(np.zeros(0), np.zeros(0))[0].shape == (0,)


@pytest.mark.parametrize("raters", [10, 1_000, 100_000, 10_000_000])
def test_very_many_who_agree_at_an_end_still_have_a_distribution(raters):
    size = raters + 1
    mean = (raters * 5 + 3) / size
    spread = raters * (5 - mean) ** 2 + 2 + (3 - mean) ** 2
    centre, variance = np.array([(mean - 1) / 4]), np.array([spread / size**2 / 16])
    a, b = fitted(centre, variance)
    assert special.expit(a - 2 * b)[0] < centre[0] < special.expit(a + 2 * b)[0] < 1
