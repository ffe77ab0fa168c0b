"""How often each item takes each place, over many draws.

Equal items share their places: two that tie for the first place take the first and the second in
half of that draw each. So the places of every item add up to 1, and so do the items of every place,
and no order of listing shows.

Source: Lahdelma and Salminen (2001), SMAA-2 (rank acceptability).
"""

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from .draws import Singles
from .ratings import Floats, Ints

STEPS = 2**22
NEAR = 4
"""Items less than `NEAR / STEPS`, a millionth of the whole scale, apart are equal."""


def place_shares(pieces: Iterable[Singles], items: int) -> Floats:
    """The share of draws in which item i takes place p; shape (items, items), best place first.

    >>> place_shares([np.array([[0.5, 0.9, 0.5]], dtype=np.float32)], 3).tolist()
    [[0.0, 0.5, 0.5], [1.0, 0.0, 0.0], [0.0, 0.5, 0.5]]
    """
    taken = np.zeros((items, items))
    draws = 0
    for goodness in pieces:
        draws += len(goodness)
        # Place and item in one whole number: one sort then does for both.
        key = np.rint((1 - goodness) * STEPS).astype(np.int64)
        key = np.sort(key * items + np.arange(items), axis=1)
        level, item = np.divmod(key, items)
        fresh = np.diff(level, axis=1, prepend=level[:, :1] - NEAR - 1) > NEAR
        plain = fresh.all(axis=1)
        taken += _counted(item[plain] * items + np.arange(items), items)
        if not plain.all():
            taken += _shared(item[~plain], fresh[~plain])
    return taken / max(draws, 1)


def _counted(cell: Ints, items: int) -> Floats:
    counts = np.bincount(cell.ravel(), minlength=items * items)
    return counts.reshape(items, items).astype(np.float64)


def _shared(item: Ints, fresh: NDArray[np.bool_]) -> Floats:
    """Places where some draws have ties; `fresh` marks those that differ from the one before."""
    _draws, items = item.shape
    places = np.arange(items)
    first = np.maximum.accumulate(np.where(fresh, places, 0), axis=1)
    ends = np.concatenate([fresh[:, 1:], np.ones((len(fresh), 1), dtype=np.bool_)], axis=1)
    last = np.where(ends, places, items)[:, ::-1]
    last = np.minimum.accumulate(last, axis=1)[:, ::-1]
    part = (1 / (last - first + 1)).ravel()
    # Each item gets its part of every place from first to last: up at one end, down after the other.
    wide = items + 1
    up = np.bincount((item * wide + first).ravel(), part, items * wide)
    down = np.bincount((item * wide + last + 1).ravel(), part, items * wide)
    return np.cumsum((up - down).reshape(items, wide), axis=1)[:, :items]
