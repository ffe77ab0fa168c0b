"""The audit's second question: is the number behind a hidden key in some category known exactly?"""

import numpy as np

from .attacker import Attacker
from .dimensions import Key
from .policy import Policy

type Count = tuple[Key, int]  # a hidden key and the position of a category


class Contents:
    """Which counts have been shown to be in doubt: some other table that fits has another number.

    Doubts are kept from one round of hiding to the next: more hidden, more doubt.
    """

    def __init__(self, policy: Policy) -> None:
        self._enough = policy.unanimous_minimum
        self._doubtful: set[Count] = set()

    def unsafe(self, attacker: Attacker) -> list[Count]:
        """The counts above zero that can be worked back."""
        waiting = self._to_doubt(attacker)
        while waiting:
            left = self._try(attacker, waiting, sign=-1)
            if len(left) == len(waiting):
                break
            waiting = left
        return [count for count in waiting if not self._is_in_doubt(attacker, count)]

    def _to_doubt(self, attacker: Attacker) -> list[Count]:
        """Counts of categories that somebody chose, where a shown sum doesn't say so already.

        With one category there is nothing to tell beyond the number itself.
        """
        if attacker.truth.shape[1] == 1:
            return []
        told = attacker.openly_unanimous(self._enough)
        return [
            (key, int(category))
            for key, rows in attacker.rows.items()
            if not told.issuperset(rows)
            for category in np.flatnonzero(attacker.truth[rows].sum(axis=0))
            if (key, int(category)) not in self._doubtful
        ]

    def _is_in_doubt(self, attacker: Attacker, count: Count) -> bool:
        """The smallest and the largest this one count may be: the exact answer."""
        for sign in (-1, 1):
            if count not in self._doubtful:
                self._try(attacker, [count], sign=sign)
        return count in self._doubtful

    def _try(self, attacker: Attacker, counts: list[Count], *, sign: int) -> list[Count]:
        """Leave as much of these counts as one table can; give back those that didn't move."""
        direction = {key: np.zeros_like(attacker.truth[0]) for key, _ in counts}
        for key, category in counts:
            direction[key][category] = sign
        moved = attacker.furthest(direction, sizes_known=True)
        self._doubtful.update(
            (key, int(category))
            for key, rows in attacker.rows.items()
            for category in np.flatnonzero(moved[rows].sum(axis=0))
        )
        return [count for count in counts if count not in self._doubtful]
