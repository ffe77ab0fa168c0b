"""The four quadrants of the matrix, and the chance of each.

A line is a fixed mark on the scale, not the median of the items: a line through the median always
calls half of the items good, and moves under everybody's feet when one item is added. A mean that
lies exactly on a line is on the good side of it: impact from the line upwards, effort from the line
downwards.

The chances of an item are those of its two figures together, with the dependence that comes from
the same people rating both, as areas of a bivariate normal distribution; nothing is drawn for them.

Source: method, "Priority Matrix"; Owen (1956), Tables for computing bivariate normal probabilities.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy import special

from .errors import PrioritiesError
from .posterior import Posterior
from .ratings import HIGHEST, LOWEST, Floats

EPSILON = 1e-9
"""Sums of thirds and sevenths miss a line by a hair; within this, equal is equal."""

HAIR = 1e-100
FAR = 38.0
"""Beyond this a standard normal has no chance left that a float can hold."""


class Quadrant(StrEnum):
    """Where an item stands: high impact with low effort, high with high, low with low, or the rest."""

    QUICK_WIN = "quick_win"
    MAJOR_PROJECT = "major_project"
    FILL_IN = "fill_in"
    NOT_NOW = "not_now"


QUADRANTS = tuple(Quadrant)


@dataclass(frozen=True)
class Lines:
    """The two criteria of the matrix, and the marks at which they are divided.

    >>> Lines(impact_from=6)
    Traceback (most recent call last):
    ...
    alongside.engines.priorities.errors.PrioritiesError: A line lies inside the scale of 1 to 5.
    """

    impact: str = "impact"
    effort: str = "effort"
    impact_from: float = 3
    effort_to: float = 3

    def __post_init__(self) -> None:
        if not all(LOWEST <= line <= HIGHEST for line in (self.impact_from, self.effort_to)):
            message = f"A line lies inside the scale of {LOWEST} to {HIGHEST}."
            raise PrioritiesError("line_off_scale", message)
        if self.impact == self.effort:
            raise PrioritiesError("one_axis", "Impact and effort are two different criteria.")


def quadrant_of(impact: float, effort: float, lines: Lines) -> Quadrant:
    """The quadrant of two plain means.

    >>> str(quadrant_of(3.0, 3.0, Lines()))
    'quick_win'
    """
    high = impact >= lines.impact_from - EPSILON
    low = effort <= lines.effort_to + EPSILON
    if low:
        return Quadrant.QUICK_WIN if high else Quadrant.FILL_IN
    return Quadrant.MAJOR_PROJECT if high else Quadrant.NOT_NOW


def quadrant_chances(axes: Posterior, lines: Lines) -> list[Mapping[Quadrant, float] | None]:
    """The chance of each quadrant for each item; none where an axis has no rating.

    The two criteria of `axes` are impact and effort. The four chances add up to 1.
    """
    high = _margin(axes, 0, lines.impact_from)
    low = -_margin(axes, 1, lines.effort_to, inclusive=-1)
    together = -(axes.loadings[:, :, 0] * axes.loadings[:, :, 1]).sum(axis=0)
    win = both_below(high, low, together)
    impact, ease = special.ndtr(high), special.ndtr(low)
    chances = np.stack([win, impact - win, ease - win, 1 - impact - ease + win], axis=1)
    chances = np.clip(chances, 0, 1)
    chances /= chances.sum(axis=1, keepdims=True)
    return [
        dict(zip(QUADRANTS, map(float, row), strict=True)) if known else None
        for row, known in zip(chances, axes.rated.all(axis=1), strict=True)
    ]


def both_below(x: Floats, y: Floats, correlation: Floats) -> Floats:
    """The chance that two standard normals lie below x and below y, by Owen's T.

    >>> float(both_below(np.array([0.0]), np.array([0.0]), np.array([0.5])).round(12)[0])
    0.333333333333
    """
    # The formula has limits at 0 that floats would divide by; a hair's breadth away it is exact.
    x, y = (np.clip(side, -FAR, FAR) for side in (x, y))
    x, y = (np.where(np.abs(side) < HAIR, np.where(side < 0, -HAIR, HAIR), side) for side in (x, y))
    root = np.sqrt((1 - correlation) * (1 + correlation))
    t_x = special.owens_t(x, (y / x - correlation) / root)
    t_y = special.owens_t(y, (x / y - correlation) / root)
    opposite = np.where((x < 0) != (y < 0), 0.5, 0.0)
    chance = (special.ndtr(x) + special.ndtr(y)) / 2 - t_x - t_y - opposite
    return np.asarray(np.clip(chance, 0, 1))


def _margin(axes: Posterior, axis: int, line: float, *, inclusive: int = 1) -> Floats:
    """How many standard deviations each figure's middle lies above the line.

    A figure without uncertainty lies infinitely far off; on the line itself on the side that
    `inclusive` says: 1 above, -1 below.
    """
    floor, width = axes.floor[:, axis], axes.width[:, axis]
    share = (line - inclusive * EPSILON - floor) / np.where(width > 0, width, 1)
    share = np.where(width > 0, share, np.where(share > 0, np.inf, -np.inf))
    b = np.where(axes.b[:, axis] > 0, axes.b[:, axis], 1)
    return np.asarray((axes.a[:, axis] - special.logit(np.clip(share, 0, 1))) / b)
