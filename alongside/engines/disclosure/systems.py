"""What a reader can add up in a release: answers everywhere, people along some dimensions.

Answers add up along every dimension. People add up only where nobody appears twice: somebody
answers for many services but usually in one group. So each way of leaving the other dimensions
whole gives one more system of sums for the audit.
"""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from itertools import product

import numpy as np

from .attacker import Sums
from .audit import Audit
from .dimensions import TOTAL, Key
from .policy import Policy
from .rollups import Bases, Rollups


def audits_of(table: Rollups, policy: Policy, told: AbstractSet[Key] = frozenset()) -> list[Audit]:
    """One audit for the answers, and one for each system in which people add up on their own.

    Of the keys in `told` the reader knows from elsewhere how many answers they hold.
    """
    answers = Sums(
        table.under,
        table.bases,
        table.counts,
        table.people,
        blank=table.blank,
        may_be_empty=len(table.members) > 1,
    )
    people = _sums_of_people(table)
    return [Audit(answers, policy, told), *(Audit(sums, policy) for sums in people)]


def exclusive_axes(table: Rollups) -> tuple[int, ...]:
    """The dimensions in which every person appears under one member only."""
    axes = []
    for axis in range(len(table.members)):
        by_member = _spread(table, axis)
        if (by_member.sum(axis=0) <= 1).all():
            axes.append(axis)
    return tuple(axes)


def _spread(table: Rollups, axis: int) -> np.ndarray:
    """Members of one dimension by people: who appears under what."""
    shape = [len(names) for names in table.members]
    cube = table.present.reshape(*shape, -1)
    others = tuple(number for number in range(len(shape)) if number != axis)
    return cube.any(axis=others)


def _sums_of_people(table: Rollups) -> Iterator[Sums]:
    exclusive = exclusive_axes(table)
    repeated = [axis for axis in range(len(table.members)) if axis not in exclusive]
    if not exclusive or not repeated:
        return  # people add up nowhere, or exactly where answers do
    for fixed in product(*((*table.members[axis], TOTAL) for axis in repeated)):
        if TOTAL in fixed:
            yield _people_within(table, dict(zip(repeated, fixed, strict=True)))


def _people_within(table: Rollups, fixed: dict[int, str]) -> Sums:
    keys = [key for key in table.under if all(key[axis] == name for axis, name in fixed.items())]
    cells = [key for key in keys if not _is_margin(key, fixed)]
    place = {table.under[key]: number for number, key in enumerate(cells)}
    under: dict[Key, Bases] = {
        key: frozenset(n for cell, n in place.items() if cell <= table.under[key]) for key in keys
    }
    heads = np.array([[table.values[key][1]] for key in cells], dtype=np.int64)
    return Sums(under, cells, heads, lambda bases: int(heads[sorted(bases)].sum()))


def _is_margin(key: Key, fixed: dict[int, str]) -> bool:
    return any(name == TOTAL for axis, name in enumerate(key) if axis not in fixed)
