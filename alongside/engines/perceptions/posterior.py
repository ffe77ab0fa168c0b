"""Intervals that hold in small groups: people are resampled, answers never.

The percentile bootstrap promises 95 % and covers 81 to 91 % with five to eight people. Here people
carry weights from a Dirichlet posterior (the Bayesian bootstrap) in a form made for small samples:

* Beside the n people who rated stand c imagined people, half of them saying nowhere to everything
  and half saying it is how we work. Five people who agree therefore do not prove that everyone
  agrees. With G sampled groups c = 1 / sqrt(G): the imagined people pull all groups the same way
  while the sampling error of their mean shrinks with sqrt(G), and so the two keep in step.
* The weights have total concentration A - 1 with A = n + c, not A, which makes the posterior
  variance sum(x - m)^2 / A^2 instead of the smaller sum(x - m)^2 / (A (A + 1)).

For one group and one service this is close to the Jeffreys interval of a proportion. Nothing is
drawn: mean and variance of that posterior are exact sums, and its quantiles are those of the beta
distribution with the same two moments. So there is no seed to record and no noise between runs.
Measured over levels, groups, sizes and services (`python -m bench.perceptions_coverage`) it covers
93 to 97 % at 5, 8 and 30 people a group.

A group of whom everyone asked has answered is held as it is and adds no uncertainty.

Source: Rubin (1981), The Bayesian bootstrap; decisions on statistics, 35.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from scipy import special

from .answers import Floats
from .voices import Voices

EPSILON = 1e-9
"""Sums of thirds and sevenths miss one half by a hair; within this, equal is equal."""


@dataclass(frozen=True)
class Interval:
    """Both ends belong to the interval."""

    low: float
    high: float

    def spans(self, value: float) -> bool:
        """Whether the value lies inside or on an end."""
        return self.low <= value <= self.high


def beta_interval(
    mean: float, variance: float, *, confidence: float, lower: float = 0, upper: float = 1
) -> Interval:
    """Equal-tailed interval of the beta distribution on [lower, upper] with these moments.

    >>> uniform = beta_interval(0.5, 1 / 12, confidence=0.9)
    >>> round(uniform.low, 6), round(uniform.high, 6)
    (0.05, 0.95)
    """
    a, b = beta_shape(mean, variance, lower=lower, upper=upper)
    tail = (1 - confidence) / 2
    ends = special.betaincinv(a, b, [tail, 1 - tail])
    low, high = (float(lower + (upper - lower) * end) for end in ends)
    return Interval(low, high)


def beta_shape(
    mean: float, variance: float, *, lower: float = 0, upper: float = 1
) -> tuple[float, float]:
    """The two parameters of the beta distribution on [lower, upper] with these moments."""
    width = upper - lower
    centre = (mean - lower) / width
    # A variance at its upper limit would mean two points; the floor keeps the shape finite.
    size = max(centre * (1 - centre) * width**2 / variance - 1, 0.01)
    return centre * size, (1 - centre) * size


def imagined(sampled: int) -> float:
    """How many imagined people stand beside each of so many sampled groups."""
    return 1 / math.sqrt(sampled)


def moments(shares: Floats, extra: float) -> tuple[Floats, Floats]:
    """Posterior mean and variance of one group's share at each level; both of shape (4,)."""
    size = len(shares) + extra
    mean = (shares.sum(axis=0) + extra / 2) / size
    spread = ((shares - mean) ** 2).sum(axis=0) + ends_spread(mean, extra)
    return mean, spread / size**2


def ends_spread(mean: Floats, extra: float) -> Floats:
    """What the imagined people, half at 0 and half at 1, add to the sum of squares."""
    return np.asarray(extra / 2 * (mean**2 + (1 - mean) ** 2))


def share_intervals(groups: Sequence[Voices], *, confidence: float) -> tuple[Interval, ...] | None:
    """An interval for each B_k over the groups heard, or none if all of them are complete.

    The estimate itself is always inside, at the ends 0 and 1 too.
    """
    heard = [some for some in groups if some.heard]
    sampled = [some.shares for some in heard if not some.complete]
    if not sampled:
        return None
    both = [moments(shares, imagined(len(sampled))) for shares in sampled]
    mean = np.mean([one for one, _ in both], axis=0)
    variance = np.sum([one for _, one in both], axis=0) / len(sampled) ** 2
    known = sum(some.shares.mean(axis=0) for some in heard if some.complete)
    means = np.array([some.shares.mean(axis=0) for some in heard])
    part = len(sampled) / len(heard)
    found = []
    for k, estimate in enumerate(means.mean(axis=0)):
        inner = beta_interval(mean[k], variance[k], confidence=confidence)
        fixed = float(np.broadcast_to(known, mean.shape)[k]) / len(heard)
        low, high = fixed + part * inner.low, fixed + part * inner.high
        found.append(Interval(min(low, float(estimate)), max(high, float(estimate))))
    return tuple(found)
