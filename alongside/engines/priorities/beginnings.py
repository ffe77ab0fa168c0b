"""Choices among the first few items, side by side in arrays: how the search in `choice` keeps them.

A choice is four things: its loss so far, what it is worth, what it takes of each limit, and which
items it takes. Choices that are worth the same and cost the same have the same future, so only one
of them goes on: the one with the item that is listed first.
"""

from dataclasses import dataclass

import numpy as np

from .ratings import Ints, Mask

WORD = 62
"""Items in one whole number, a bit for each."""

MIX = 0x1E3779B97F4A7C15


@dataclass(frozen=True, eq=False)
class Beginnings:
    """Choices side by side: `loss` and `worth` of each; `spent` has shape (limits, choices).

    `taken` holds the items taken as bits, those listed first as the highest of the first word; so
    of two choices the larger number has the item that is listed first. Shape (words, choices).
    """

    loss: Ints
    worth: Ints
    spent: Ints
    taken: Ints

    @classmethod
    def of_nothing(cls, limits: int, items: int) -> "Beginnings":
        """The one choice among no items, with room for so many."""
        nothing = np.zeros(1, dtype=np.int64)
        words = items // WORD + 1
        return cls(
            nothing,
            nothing,
            np.zeros((limits, 1), dtype=np.int64),
            np.zeros((words, 1), dtype=np.int64),
        )

    def doubled(self, at: int, gain: int, worth: int, costs: Ints) -> "Beginnings":
        """Each choice with one more item, which is listed at `at`, and without it."""
        loss, taken = np.repeat(self.loss, 2), np.repeat(self.taken, 2, axis=1)
        value, spent = np.repeat(self.worth, 2), np.repeat(self.spent, 2, axis=1)
        loss[1 if gain > 0 else 0 :: 2] += abs(gain)
        value[::2] += worth
        spent[:, ::2] += costs[:, None]
        taken[at // WORD, ::2] |= 1 << (WORD - 1 - at % WORD)
        return Beginnings(loss, value, spent, taken)

    def only(self, which: Mask | Ints) -> "Beginnings":
        """Some of them."""
        return Beginnings(
            self.loss[which], self.worth[which], self.spent[:, which], self.taken[:, which]
        )

    def distinct(self) -> "Beginnings":
        """Of choices with equal worth and costs the one with the item that is listed first."""
        if len(self.loss) < 2:
            return self
        # Sorted by one mixed number, which is faster than by all of them; sums may wrap around, and
        # where unlike choices get the same number, both are kept.
        mixed = np.zeros(len(self.loss), dtype=np.int64)
        for part in (self.worth, *self.spent):
            mixed = (mixed + part) * MIX
        order = np.argsort(mixed)
        fresh = np.ones(len(order), dtype=np.bool_)
        fresh[1:] = np.diff(self.worth[order]) != 0
        for part in self.spent:
            fresh[1:] |= np.diff(part[order]) != 0
        if fresh.all():
            return self
        starts = np.flatnonzero(fresh)
        first = np.ones(len(order), dtype=np.bool_)
        for word in self.taken:
            value = np.where(first, word[order], -1)
            first &= value == np.repeat(
                np.maximum.reduceat(value, starts), np.diff(starts, append=len(order))
            )
        return self.only(order[first])

    def best(self) -> Ints:
        """Which items the best of them takes: most worth, least spent, listed first."""
        most = np.flatnonzero(self.worth == self.worth.max())
        order = np.lexsort((*-self.taken[::-1, most], *self.spent[::-1, most]))
        words = self.taken[:, most[order[0]]]
        bits = (words[:, None] >> np.arange(WORD - 1, -1, -1)) & 1
        return np.flatnonzero(bits)
