"""What people said of one item on one criterion, in plain figures.

Source: decisions on engines, 5; method, "Priority Matrix" (median and spread beside the mean).
"""

from dataclasses import dataclass

import numpy as np

from .posterior import Interval, Posterior
from .ratings import MARKS, Floats, Ints, Ratings


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One item on one criterion.

    `mean` weighs groups as agreed; `median` and `spread` (the standard deviation) are of the marks
    as given. All are none where nobody rated; `spread` also with one rater, since nothing is known
    about it then. `interval` (at the confidence asked for) is none too when `everyone` who was
    asked has rated.
    """

    criterion: str
    raters: int
    mean: float | None
    median: float | None
    spread: float | None
    interval: Interval | None
    everyone: bool


def readings(
    ratings: Ratings, figures: Posterior, *, confidence: float
) -> list[tuple[Reading, ...]]:
    """The readings of each item, one for each criterion, both in the order of `ratings`."""
    counts = ratings.counts.sum(axis=0)
    median, spread = medians(counts), spreads(counts)
    low, high = figures.reach(confidence)
    return [
        tuple(
            Reading(
                criterion=criterion,
                raters=int(figures.raters[item, at]),
                mean=_known(figures.estimate[item, at]),
                median=_known(median[item, at]),
                spread=_known(spread[item, at]),
                interval=None
                if figures.certain[item, at] or not figures.rated[item, at]
                else Interval(float(low[item, at]), float(high[item, at])),
                everyone=bool(figures.certain[item, at]),
            )
            for at, criterion in enumerate(ratings.criteria)
        )
        for item in range(len(ratings.items))
    ]


def medians(counts: Ints) -> Floats:
    """The median of marks given by their counts; between two marks their middle, nan for none.

    >>> medians(np.array([[1, 0, 0, 1, 1], [1, 0, 0, 1, 0], [0, 0, 0, 0, 0]])).tolist()
    [4.0, 2.5, nan]
    """
    so_far = np.cumsum(counts, axis=-1)
    n = so_far[..., -1:]
    lower = MARKS[np.argmax(so_far > (n - 1) // 2, axis=-1)]
    upper = MARKS[np.argmax(so_far > n // 2, axis=-1)]
    return np.where(n[..., 0] > 0, (lower + upper) / 2, np.nan)


def spreads(counts: Ints) -> Floats:
    """The standard deviation (of a sample) of marks given by their counts; nan below two marks.

    >>> spreads(np.array([[0, 1, 0, 1, 0], [0, 0, 1, 0, 0]])).round(3).tolist()
    [1.414, nan]
    """
    n = counts.sum(axis=-1)
    total = counts @ MARKS
    squares = counts @ MARKS**2 - total * total / np.maximum(n, 1)
    return np.where(n > 1, np.sqrt(np.maximum(squares, 0) / np.maximum(n - 1, 1)), np.nan)


def _known(value: float) -> float | None:
    return None if np.isnan(value) else float(value)
