"""Prices of roles at which what people would choose fits into the places there are.

If a role that is much wanted had a price, in points, everybody could simply take the role that is
worth most to them less its price, or none. Where prices are such that all who gain can have what
they choose, and every role with a price is full, the choice is a best assignment; that is the
duality of linear programmes, and proves it. So prices are looked for, in whole points:

- *Up*: of those who gain as many as possible get a role of their choice (a maximum flow). If some
  get none, the roles that they compete for are too cheap together, and are raised.
- *Down*: roles with a price that can't be filled by people who choose them are lowered.

Each step takes at least a point off the dual sum (gains of people plus prices times places), a whole
number that can't fall below the worth of any assignment; so it comes to an end, at the optimum.

Source: Demange, Gale and Sotomayor (1986), Multi-item auctions; Murota (2016), Discrete convex
analysis: a tool for economics and game theory (the dual sum is L-natural convex).
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

from .packed import Ints, Mask

BEGINNING = 8
LOW = np.int64(-(2**60))


@dataclass(frozen=True, eq=False)
class Market:
    """Matches of people (`row`, in order, each with at least one) and roles, and places of roles."""

    row: Ints
    role: Ints
    worth: Ints
    places: Ints

    @cached_property
    def size(self) -> int:
        """How many people there are."""
        return int(self.row[-1]) + 1

    @cached_property
    def first(self) -> Ints:
        """Where the matches of each person begin."""
        return np.searchsorted(self.row, np.arange(self.size))

    def best(self, values: Ints) -> Ints:
        """The highest value of each person, and 0 where that is lower."""
        return np.maximum(np.maximum.reduceat(values, self.first), 0)


@dataclass(frozen=True, eq=False)
class Prices:
    """Prices of roles, what is left of each match after the price, and what each person gains."""

    price: Ints
    left: Ints
    gain: Ints

    @classmethod
    def at(cls, market: Market, price: Ints) -> "Prices":
        """What follows from prices."""
        left = market.worth - price[market.role]
        return cls(price, left, market.best(left))


def prices_of(market: Market) -> Prices:
    """Prices at which there is an assignment that fits; see above."""
    now = Prices.at(market, _beginning(market))
    while True:
        if short := _short(market, now, now.gain > 0, market.places, upwards=True):
            # Roles differ: three quarters of the way overshoot fewer of them, by measure.
            step = -(-3 * _rise(market, now, short) // 4)
        elif short := _short(market, now, None, market.places * (now.price > 0), upwards=False):
            step = -_fall(market, now, short)
        else:
            return now
        now = Prices.at(market, now.price + step * short[1])


def _beginning(market: Market) -> Ints:
    """Prices to start from: each role by itself is raised until its places are enough."""
    price = np.zeros(len(market.places), dtype=np.int64)
    at, start = np.arange(len(market.row)), market.first
    for _ in range(BEGINNING):
        now = Prices.at(market, price)
        top = now.left == np.maximum.reduceat(now.left, start)[market.row]
        chosen = np.minimum.reduceat(np.where(top, at, len(at)), start)
        others = now.left.copy()
        others[chosen] = LOW
        instead = now.gain[market.row]
        instead[chosen] = market.best(others)
        bid = market.worth - instead
        raised = _clearing(market, np.flatnonzero(bid > price[market.role]), bid, price)
        if (raised == price).all():
            break
        price = raised
    return price


def _clearing(market: Market, at: Ints, bid: Ints, price: Ints) -> Ints:
    """Where more bid for a role than it has places, the highest bid of those left over."""
    order = at[np.lexsort((-bid[at], market.role[at]))]
    counts = np.bincount(market.role[order], minlength=len(price))
    over = np.flatnonzero(counts > market.places)
    raised = price.copy()
    raised[over] = bid[order[(np.cumsum(counts) - counts + market.places)[over]]]
    return raised


def _short(
    market: Market, now: Prices, people: Mask | None, places: Ints, *, upwards: bool
) -> tuple[Mask, Mask] | None:
    """None where the side that must be served is; else who and which roles stand in the way.

    Upwards `people` must all get a role of their choice; downwards all `places` must be filled.
    """
    chosen = np.flatnonzero(now.left == now.gain[market.row])
    takers = np.ones(market.size, dtype=bool) if people is None else people
    chosen = chosen[takers[market.row[chosen]]]
    size, roles = market.size, len(places)
    source, sink = size + roles, size + roles + 1
    one, two = market.row[chosen], size + market.role[chosen]
    near, far = np.flatnonzero(takers), size + np.arange(roles)
    ends = (near, np.ones(len(near), dtype=np.int64)), (far, places)
    if not upwards:
        one, two, ends = two, one, ends[::-1]
    (starts, supply), (stops, demand) = ends
    rows = np.concatenate([np.full(len(starts), source), one, stops])
    columns = np.concatenate([starts, two, np.full(len(stops), sink)])
    room = np.concatenate([supply, np.ones(len(chosen), dtype=np.int64), demand]).astype(np.int32)
    graph = csr_array((room, (rows, columns)), shape=(sink + 1, sink + 1))
    flow = maximum_flow(graph, source, sink)
    if flow.flow_value == supply.sum():
        return None
    rest = csr_array(graph - flow.flow)
    rest.data = np.maximum(rest.data, 0)
    rest.eliminate_zeros()
    reached = np.zeros(sink + 1, dtype=bool)
    reached[breadth_first_order(rest, source, return_predecessors=False)] = True
    return reached[:size], reached[size:source]


def _rise(market: Market, now: Prices, short: tuple[Mask, Mask]) -> int:
    """How far these roles rise together until no more people insist on them than fit in."""
    inside = short[1][market.role]
    insist = now.gain - market.best(np.where(inside, LOW, now.left))
    return int(np.sort(insist)[::-1][int(market.places[short[1]].sum())])


def _fall(market: Market, now: Prices, short: tuple[Mask, Mask]) -> int:
    """How far these roles fall together until enough people could choose them, or one is free."""
    inside = short[1][market.role]
    within = np.maximum.reduceat(np.where(inside, now.left, LOW), market.first)
    away = np.sort(market.best(np.where(inside, LOW, now.left)) - within)
    free, needed = int(now.price[short[1]].min()), int(market.places[short[1]].sum())
    return min(free, int(away[needed - 1])) if needed <= len(away) else free
