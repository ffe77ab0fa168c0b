"""A distribution between 0 and 1: `1 / (1 + exp(-(a + b z)))` with a normal z.

It is used instead of the beta distribution, which it resembles, because thousands of dependent
draws take one exponential each, and because interval and chance have closed forms. `a` and `b` are
chosen so that mean and variance are exactly those asked for.

Source: Aitchison and Shen (1980), Logistic-normal distributions: some properties and uses.
"""

import numpy as np
from scipy import special

from .ratings import Floats

_POINTS, _WEIGHTS = np.polynomial.hermite_e.hermegauss(64)
_WEIGHTS = _WEIGHTS / _WEIGHTS.sum()
STEPS = 60
CLOSE = 1e-10


def fitted(mean: Floats, variance: Floats) -> tuple[Floats, Floats]:
    """The `a` and `b` with these means and variances (of any one shape).

    By Newton's method on `a` and log `b`. The mean lies strictly between 0 and 1 and the variance
    is up to two fifths of `mean (1 - mean)`; those of this engine stay below a third.

    >>> a, b = fitted(np.array([0.5]), np.array([1 / 12]))
    >>> abs(float(a[0])) < 1e-12, round(float(b[0]), 2)
    (True, 1.69)
    """
    product = mean * (1 - mean)
    log_b = 0.5 * np.log(np.log1p(variance / product**2))
    a = special.logit(mean) + (mean - 0.5) * np.exp(2 * log_b)
    for _ in range(STEPS):
        b = np.exp(log_b)[..., None]
        value = special.expit(a[..., None] + b * _POINTS)
        slope = value * (1 - value)
        off = _mean(value) - mean, _mean(value**2) - variance - mean**2
        if max(np.abs(one / variance).max(initial=0) for one in off) < CLOSE:
            break
        by_a = _mean(slope), _mean(2 * value * slope)
        by_b = _mean(slope * b * _POINTS), _mean(2 * value * slope * b * _POINTS)
        determinant = by_a[0] * by_b[1] - by_a[1] * by_b[0]
        a = a - np.clip((off[0] * by_b[1] - off[1] * by_b[0]) / determinant, -1, 1)
        log_b = log_b - np.clip((off[1] * by_a[0] - off[0] * by_a[1]) / determinant, -0.5, 0.5)
    return a, np.exp(log_b)


def _mean(values: Floats) -> Floats:
    return np.asarray(values @ _WEIGHTS)
