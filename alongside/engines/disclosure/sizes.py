"""The audit's first question: how closely is the number behind a hidden key known?"""

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet

from .attacker import Attacker
from .dimensions import Key
from .policy import Policy


class Sizes:
    """How far below and above the truth every hidden key has been shown to reach.

    Distances are kept from one round of hiding to the next: they only grow. The numbers of `told`
    stand in another table: to look for them here would be in vain.
    """

    def __init__(self, policy: Policy, told: AbstractSet[Key] = frozenset()) -> None:
        self._minimum = policy.minimum
        self._told = told
        self._reach: dict[Key, tuple[int, int]] = {}

    def unsafe(self, attacker: Attacker) -> list[Key]:
        """The keys whose possible numbers span less than they should."""
        narrow = self._narrow(attacker, attacker.rows)
        while narrow:
            self._pull_apart(attacker, narrow)
            left = self._narrow(attacker, narrow)
            if len(left) == len(narrow):
                break
            narrow = left
        return [key for key in narrow if not self._opens(attacker, key)]

    def _narrow(self, attacker: Attacker, keys: Iterable[Key]) -> list[Key]:
        return [key for key in keys if not self._is_open(attacker, key)]

    def _is_open(self, attacker: Attacker, key: Key) -> bool:
        """Whether the span is the minimum, or all that the numbers around it leave room for."""
        if key in self._told:
            return True
        below, above = self._reach.get(key, (0, 0))
        return above - below >= min(self._minimum, attacker.room(key))

    def _pull_apart(self, attacker: Attacker, narrow: list[Key]) -> None:
        """Two tables for many keys: every other cell as large as it goes, the rest as small."""
        signs = {key: 1 if place % 2 else -1 for place, key in enumerate(narrow)}
        self._try(attacker, signs)
        self._try(attacker, {key: -sign for key, sign in signs.items()})

    def _opens(self, attacker: Attacker, key: Key) -> bool:
        """The largest and the smallest number this one key may hold: the exact answer."""
        for sign in (1, -1):
            if not self._is_open(attacker, key):
                self._try(attacker, {key: sign})
        return self._is_open(attacker, key)

    def _try(self, attacker: Attacker, signs: Mapping[Key, int]) -> None:
        moved = attacker.furthest(signs, sizes_known=False).sum(axis=1)
        for key, rows in attacker.rows.items():
            distance = int(moved[rows].sum())
            below, above = self._reach.get(key, (0, 0))
            self._reach[key] = min(below, distance), max(above, distance)
