"""The best choice under limits, exactly: worth most, within every limit, proved in whole numbers.

The limits get prices (a linear programme finds good ones; any prices are valid). At a price each
item gains its worth less what its costs are worth, and no choice is worth more than `top`: all
positive gains, and the limits at their prices. Every choice falls short of `top` by its *loss*: the
gain of each item that it leaves although it gains, or takes although it loses, and the price of
what is left of the limits. So a choice worth V has a loss of exactly `top - V`, and whoever has
looked at every choice with a loss up to some bound knows all that are worth `top` less that bound
or more. The search looks at these choices, item after item, for a bound that grows until the best
choice found lies inside: then nothing better exists, and nothing as good was overlooked.

Few items have a gain near nothing, so few choices are near `top`: usually some thousand of them,
held side by side in arrays. Where there are too many, the choice is parted: with and without the
item nearest to nothing, each with prices of its own. If the parts get too many the answer is the
best one found, marked as not proved, with the most that a better one could be worth.

All sums are of whole numbers, so a proof doesn't rest on a solver's tolerance. Ties: of choices worth
the same, the one that takes least of the first limit, then of the second and so on; of these the
one with the item that is listed first, then second and so on.

Source: Balas and Zemel (1980), An algorithm for large zero-one knapsack problems (few items near
nothing decide); Nemhauser and Ullmann (1969), Discrete dynamic programming and capital allocation.
"""

import math
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog

from .beginnings import Beginnings
from .ratings import Floats, Ints, Mask

SIDE_BY_SIDE = 2**18
"""Choices held at once, at most."""

EFFORT = 2**24
"""Choices looked at before an answer is given unproved: some five seconds."""

FIRST_ITEMS = 12
SAFE = 60
"""Sums stay below two to this power."""


@dataclass(frozen=True, eq=False)
class Choice:
    """`chosen` items, what they are `worth`, and the most that any choice can be worth."""

    chosen: Mask
    worth: int
    at_most: int

    @property
    def proved(self) -> bool:
        """Whether nothing better exists."""
        return self.worth >= self.at_most


def best_choice(worth: Ints, costs: Ints, limits: Ints, *, effort: int = EFFORT) -> Choice:
    """The best choice of items; shapes (items,), (limits, items) and (limits,), nothing below 0.

    `effort` is how many choices are looked at before the answer is given unproved.

    >>> best = best_choice(np.array([4, 3, 3]), np.array([[5, 3, 3], [1, 1, 1]]), np.array([6, 2]))
    >>> best.chosen.tolist(), best.worth, best.proved
    ([False, True, True], 6, True)
    """
    search = _Search(worth, costs, np.minimum(limits, costs.sum(axis=1)))
    nothing = np.zeros(len(worth), dtype=np.bool_)
    waiting = [(int(worth.sum()), _Part(nothing, nothing))]
    while waiting and search.looked_at < effort:
        waiting.sort(key=lambda one: one[0])
        waiting += search.halves(waiting.pop()[1])
    at_most = max((bound for bound, _part in waiting), default=0)
    return Choice(search.best, search.worth_of_best, max(search.worth_of_best, at_most))


@dataclass(frozen=True, eq=False)
class _Part:
    """The choices that take some items and leave out others."""

    taken: Mask
    left_out: Mask

    @property
    def free(self) -> Ints:
        return np.flatnonzero(~(self.taken | self.left_out))

    def half(self, item: int, *, take: bool) -> "_Part":
        """The choices of this part that take the item, or that leave it out."""
        taken, left_out = self.taken.copy(), self.left_out.copy()
        (taken if take else left_out)[item] = True
        return _Part(taken, left_out)


@dataclass(frozen=True, eq=False)
class _Priced:
    """A part at a price for each limit: the gain of its free items, and what nothing exceeds.

    Prices, gains and `top` are whole numbers, of which `unit` make one unit of worth.
    """

    part: _Part
    unit: int
    prices: Ints
    gain: Ints
    top: int


class _Search:
    """The best choice so far, and how to look for better ones in a part."""

    def __init__(self, worth: Ints, costs: Ints, limits: Ints) -> None:
        self._worth, self._costs, self._limits = worth, costs, limits
        self.best: Mask = np.zeros(len(worth), dtype=np.bool_)
        self.worth_of_best = 0
        self.looked_at = 0
        self._beyond = 0  # the least loss that the last look left out

    def halves(self, part: _Part) -> list[tuple[int, _Part]]:
        """Look into a part; the two halves that are left to look at, with what each may be worth.

        Nothing is left where the part was looked through, or can't hold anything as good.
        """
        priced = self._price(part)
        if priced is None or priced.top < self.worth_of_best * priced.unit:
            return []
        if self._looked_through(priced):
            return []
        self._offer([self._filled(priced)])
        nearest = int(part.free[np.argmin(np.abs(priced.gain))])
        bound = priced.top // priced.unit
        return [(bound, part.half(nearest, take=take)) for take in (False, True)]

    def _price(self, part: _Part) -> _Priced | None:
        """Prices for a part, none if what it takes is over a limit already."""
        room = self._limits - self._costs[:, part.taken].sum(axis=1)
        if (room < 0).any():
            return None
        worth, costs = self._worth[part.free], self._costs[:, part.free]
        exact = _prices(worth, costs, room)
        largest = max(1.0, float(worth.sum() + exact @ costs.sum(axis=1)))
        unit = 2 ** max(0, min(40, SAFE - math.ceil(math.log2(largest))))
        prices = np.rint(exact * unit).astype(np.int64)
        gain = worth * unit - prices @ costs
        top = int(self._worth[part.taken].sum()) * unit + int(np.maximum(gain, 0).sum())
        return _Priced(part, unit, prices, gain, top + int(prices @ room))

    def _looked_through(self, priced: _Priced) -> bool:
        """Look at ever more of a part until its best choice is known; not so if they get too many."""
        sizes = np.sort(np.abs(priced.gain))
        reach = max(int(sizes[:FIRST_ITEMS].max(initial=0)), priced.top >> 14)
        while True:
            reach = min(reach, priced.top - self.worth_of_best * priced.unit)
            found = self._within(priced, reach)
            if found is None:
                return False
            self._offer(found)
            if reach >= priced.top - self.worth_of_best * priced.unit:
                return True
            reach = max(reach * 3 // 2, self._beyond)

    def _within(self, priced: _Priced, reach: int) -> list[Mask] | None:
        """The best choice with a loss up to `reach`, if there is one; none if they get too many."""
        free, sizes = priced.part.free, np.abs(priced.gain)
        self._beyond = int(sizes[sizes > reach].min(initial=priced.top))
        base = priced.part.taken.copy()
        base[free[(sizes > reach) & (priced.gain > 0)]] = True
        room = self._limits - self._costs[:, base].sum(axis=1)
        if (room < 0).any():
            return []
        near = np.flatnonzero(sizes <= reach)
        rest = self._costs[:, free[near]].sum(axis=1)
        now = Beginnings.of_nothing(len(room), len(near))
        # Large losses first: most choices then end early.
        for at in np.argsort(-sizes[near], kind="stable"):
            item, gain = free[near[at]], int(priced.gain[near[at]])
            costs = self._costs[:, item]
            rest = rest - costs
            now = now.doubled(int(at), gain, int(self._worth[item]), costs)
            unspent = np.maximum((room - rest)[:, None] - now.spent, 0)
            least = now.loss + priced.prices @ unspent
            fits = (now.spent <= room[:, None]).all(axis=0)
            self._beyond = int(least[fits & (least > reach)].min(initial=self._beyond))
            now = now.only(fits & (least <= reach)).distinct()
            self.looked_at += len(now.loss)
            if len(now.loss) > SIDE_BY_SIDE:
                return None
        if not len(now.loss):
            return []
        base[free[near[now.best()]]] = True
        return [base]

    def _filled(self, priced: _Priced) -> Mask:
        """A good choice of a part: what gains most, as long as it fits."""
        chosen = priced.part.taken.copy()
        room = self._limits - self._costs[:, chosen].sum(axis=1)
        for item in priced.part.free[np.argsort(-priced.gain, kind="stable")]:
            if (self._costs[:, item] <= room).all():
                chosen[item] = True
                room = room - self._costs[:, item]
        return chosen

    def _offer(self, found: list[Mask]) -> None:
        """Keep the better of the best so far and another."""
        for other in found:
            if self._order(other) < self._order(self.best):
                self.best, self.worth_of_best = other, int(self._worth[other].sum())

    def _order(self, chosen: Mask) -> tuple[int, list[int], list[bool]]:
        """What comes first is better: worth, then costs limit by limit, then the list."""
        spent = self._costs[:, chosen].sum(axis=1)
        return -int(self._worth[chosen].sum()), spent.tolist(), (~chosen).tolist()


def _prices(worth: Ints, costs: Ints, room: Ints) -> Floats:
    """The prices at which the limits are just worth what they hold, by linear programming.

    None for a few items: to look at all choices takes less time.
    """
    scale = np.maximum(room, 1)
    if len(worth) <= FIRST_ITEMS:
        return np.zeros(len(room))
    found = linprog(-worth, costs / scale[:, None], room / scale, bounds=(0, 1))
    return np.maximum(-found.ineqlin.marginals, 0) / scale if found.success else np.zeros(len(room))
