"""How good items are by the plain means: from 0, the worst mark everywhere, to 1, the best.

A criterion on which nobody has rated an item stands in the middle of the scale, which is also the
middle of what is drawn for it.
"""

from collections.abc import Sequence

import numpy as np

from .criteria import Better, Criterion
from .errors import PrioritiesError
from .posterior import MIDDLE, WIDTH
from .ratings import LOWEST, Floats, Mask

ROUND = 9
"""Digits: the same marks in another order may differ in the last place of a float."""


def parts(means: Floats, criteria: Sequence[Criterion]) -> Floats:
    """Each mean from 0 to 1, its good end up; shape (items, criteria)."""
    up = np.array([one.better is Better.HIGHER for one in criteria])
    share = (np.where(np.isnan(means), MIDDLE, means) - LOWEST) / WIDTH
    return np.where(up, share, 1 - share)


def plain_worth(means: Floats, criteria: Sequence[Criterion], shares: Floats) -> Floats:
    """One number for each item; nan where no criterion with a share has a rating.

    >>> by = [Criterion("impact"), Criterion("effort", Better.LOWER)]
    >>> plain_worth(np.array([[5, 2], [np.nan, np.nan]]), by, np.array([0.5, 0.5])).tolist()
    [0.875, nan]
    """
    worth = np.round(parts(means, criteria) @ shares, ROUND)
    return np.where(is_rated(means, shares), worth, np.nan)


def is_rated(means: Floats, shares: Floats) -> Mask:
    """Which items have a rating on any criterion with a share."""
    return np.asarray((~np.isnan(means[:, shares > 0])).any(axis=1))


def places(worth: Floats) -> list[int | None]:
    """The place of each item, 1 for the best; equal items share the best of their places.

    >>> places(np.array([0.5, 0.9, 0.5, np.nan, 0.1]))
    [2, 1, 2, None, 4]
    """
    return [None if np.isnan(one) else 1 + int(np.count_nonzero(worth > one)) for one in worth]


def settled_first(worth: Floats, first: int) -> list[bool | None]:
    """Whether each item is one of the first so many; none for a tie across that border.

    >>> settled_first(np.array([0.5, 0.9, 0.5]), 2)
    [None, True, None]
    """
    found: list[bool | None] = []
    for one, place in zip(worth, places(worth), strict=True):
        if place is None or place > first:
            found.append(False)
        else:
            last = place - 1 + int(np.count_nonzero(worth == one))
            found.append(True if last <= first else None)
    return found


def refuse_no_places(first: int) -> None:
    """Raises `PrioritiesError`: `no_places` when the first k are fewer than one."""
    if first < 1:
        raise PrioritiesError("no_places", "The first how many? Ask for one place or more.")
