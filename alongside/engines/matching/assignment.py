"""The best assignment of people to roles with several places: exact, in whole numbers.

Everybody gets one place or none, such that the sum of what the matches are worth is the highest
there is; and of all such assignments it is the one whose tie numbers add up to most. First prices
are found that prove what the highest sum is (`prices`). An assignment is a best one exactly if
everybody has a match that is worth most to them after its price, all who gain by it have one, and
all roles with a price are full. These matches are few, and most people have only one of them; among
the others scipy's solver for sparse assignments (Jonker and Volgenant, by shortest augmenting paths)
settles ties. It counts in doubles, but only adds and subtracts whole numbers that stay below 2**53
(`EXACT`), so it is exact as well.

Source: Jonker and Volgenant (1987), A shortest augmenting path algorithm for dense and sparse linear
assignment problems; decision 0041.
"""

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

from .errors import MatchingError
from .packed import Ints
from .prices import Market, prices_of

EXACT = 2**53
MOST_CELLS = 20_000_000
"""Ties times places that are settled at once: half a gigabyte."""


def assign(person: Ints, role: Ints, worth: Ints, tie: Ints, capacity: Ints) -> Ints:
    """The positions of the matches that are in the best assignment, in order.

    Matches are in the order of people, each pair once; worth is 0 or more, `tie` 1 or more;
    `capacity` has the places of every role.

    Raises `MatchingError`: `too_large`.
    """
    kept = np.flatnonzero(capacity[role])
    if not len(kept):
        return kept
    _names, row = np.unique(person[kept], return_inverse=True)
    role, worth, tie = role[kept], worth[kept], tie[kept]
    places = np.minimum(capacity, np.bincount(role, minlength=len(capacity)))
    market = Market(row, role, worth, places)
    now = prices_of(market)
    tight = np.flatnonzero(now.left == now.gain[row])
    # Whoever gains must have a place, and places with a price must be filled, before ties count.
    must = (now.gain > 0)[row[tight]].astype(np.int64) + (now.price > 0)[role[tight]]
    weight = must * (int(tie.max()) * (market.size + 1)) + tie[tight]
    only = _without_choice(row[tight], now.gain > 0)
    rest = places - np.bincount(role[tight][only], minlength=len(places))
    taken = _settled(row[tight][~only], role[tight][~only], weight[~only], rest)
    return kept[np.sort(np.concatenate([tight[only], tight[~only][taken]]))]


def _without_choice(row: Ints, gains: np.ndarray) -> np.ndarray:
    """Which matches are the only ones of somebody who must have a place."""
    return (np.bincount(row, minlength=len(gains))[row] == 1) & gains[row]


def _settled(row: Ints, role: Ints, weight: Ints, places: Ints) -> Ints:
    """Positions of the matches with the highest sum of weights, in order.

    Every place is a column, and so is going without, for each person by themselves.
    """
    open_to = np.flatnonzero(places[role])
    if not len(open_to):
        return open_to
    names, row = np.unique(row[open_to], return_inverse=True)
    role, weight = role[open_to], weight[open_to]
    places = np.minimum(places, np.bincount(role, minlength=len(places)))
    cells, start = places[role], np.concatenate([[0], np.cumsum(places)])
    top = int(weight.max()) + 1
    _refuse_too_large(int(cells.sum()), top * (2 * len(places) + 2))
    # Cells of a match follow each other, by role; after those of a person comes going without.
    column = np.arange(cells.sum()) + np.repeat(start[role] - (np.cumsum(cells) - cells), cells)
    of_row = np.bincount(row, weights=cells).astype(np.int64)
    ends = np.cumsum(of_row)
    columns = np.insert(column, ends, start[-1] + np.arange(len(names)))
    costs = np.insert(np.repeat(top - weight, cells), ends, top).astype(np.float64)
    ends = np.concatenate([[0], np.cumsum(of_row + 1)])
    table = csr_array((costs, columns, ends), shape=(len(names), int(start[-1]) + len(names)))
    rows, taken = min_weight_full_bipartite_matching(table)
    inside = taken < start[-1]
    of_role = np.searchsorted(start, taken[inside], side="right") - 1
    keys = row * len(places) + role
    return open_to[np.searchsorted(keys, rows[inside] * len(places) + of_role)]


def _refuse_too_large(cells: int, sums: int) -> None:
    """A sum runs along a path that goes through a role at most once, there and back."""
    if cells > MOST_CELLS or sums >= EXACT:
        message = f"Too many matches ({cells} cells) are worth the same; match in smaller parts."
        raise MatchingError("too_large", message, cells=cells)
