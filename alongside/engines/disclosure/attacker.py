"""The reader who adds and subtracts: every table that agrees with what was released.

Somebody who holds a release knows some sums and looks for the table behind them. What they can
be sure of is what all tables that fit the sums have in common. This module finds such tables by
linear programming, in whole numbers (HiGHS, in scipy). One table that differs from the truth is
a proof: a reader can't exclude it, so that much stays unknown to them, whichever table the
solver found. Every table is checked against the sums before it counts, so that a solver at
fault can make us hide too much, never too little.
"""

from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array, eye_array, kron, vstack

from .dimensions import Key
from .rollups import Bases

ROUNDING = 1e-6

type Counts = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Sums:
    """What adds up to what, and the truth of it.

    `under` names the base cells of every key, `cells` the key of every base cell; `counts` has
    one row per base cell and one column per category. `people` counts who is behind base cells.
    """

    under: Mapping[Key, Bases]
    cells: Sequence[Key]
    counts: Counts
    people: Callable[[Bases], int]


class Attacker:
    """What is known and unknown to the reader of one release: `hidden` is what it leaves out.

    The base cells to be worked out are the `unknown`, one row each. `rows` gives, for every
    hidden key in the order of the table, the unknown rows it stands on.
    """

    def __init__(self, sums: Sums, hidden: AbstractSet[Key]) -> None:
        self.sums = sums
        self.unknown = [base for base, key in enumerate(sums.cells) if key in hidden]
        place = {base: row for row, base in enumerate(self.unknown)}
        rows_of = {
            key: [place[base] for base in sorted(bases) if base in place]
            for key, bases in sums.under.items()
        }
        self.truth: Counts = sums.counts[self.unknown]
        self.rows = {key: rows for key, rows in rows_of.items() if key in hidden}
        self.groups = sorted(
            {tuple(rows) for key, rows in rows_of.items() if key not in hidden and rows}
        )
        self._beyond = int(sums.counts.sum()) * 2 + 100  # stands for "without limit"

    @cached_property
    def remainders(self) -> Counts:
        """For each group of unknown cells whose sum is known: that sum, by category."""
        sums = [self.truth[list(rows)].sum(axis=0) for rows in self.groups]
        return np.array(sums, dtype=np.int64).reshape(len(self.groups), self.truth.shape[1])

    @cached_property
    def most(self) -> Counts:
        """A bound that needs no solver: no cell holds more than any remainder it is part of."""
        bound = np.full(self.truth.shape, self._beyond, dtype=np.int64)
        for rows, remainder in zip(self.groups, self.remainders, strict=True):
            bound[list(rows)] = np.minimum(bound[list(rows)], remainder)
        return bound

    @cached_property
    def _free(self) -> NDArray[np.intp]:
        return np.flatnonzero(self.most)

    @cached_property
    def _sums(self) -> csr_array:
        """One row per known sum and category, then one row per unknown cell's own total."""
        cells, categories = self.truth.shape
        member = np.zeros((len(self.groups), cells))
        for place, rows in enumerate(self.groups):
            member[place, list(rows)] = 1
        by_category = kron(csr_array(member), eye_array(categories), format="csr")
        by_cell = kron(eye_array(cells), np.ones((1, categories)), format="csr")
        return csr_array(vstack([by_category, by_cell]))[:, self._free]

    def furthest(self, direction: Mapping[Key, Counts | int], *, sizes_known: bool) -> Counts:
        """How a table that fits the release, and goes furthest this way, differs from the truth.

        The direction weighs hidden keys, by category or as a whole. Every unknown cell holds at
        least one answer (empty cells are never hidden, and the reader knows that); with
        `sizes_known` the reader has also been told how many answers each holds. No difference
        is given back when the solver can't answer: nothing is then proved.
        """
        weights = np.zeros_like(self.truth)
        if not self.unknown:
            return weights
        for key, weight in direction.items():
            weights[self.rows[key]] += weight
        sizes = self.truth.sum(axis=1)
        known = self.remainders.ravel()
        least = np.concatenate([known, sizes if sizes_known else np.ones_like(sizes)])
        most = np.concatenate([known, sizes if sizes_known else np.full_like(sizes, self._beyond)])
        sums = LinearConstraint(self._sums, least, most)
        for whole in (False, True):  # a fractional answer is rare, and costs a second, slower try
            values = self._solve(-weights.ravel()[self._free], sums, whole=whole)
            if values is not None:
                table = np.zeros(self.truth.size, dtype=np.int64)
                table[self._free] = values
                return table.reshape(self.truth.shape) - self.truth
        return np.zeros_like(self.truth)

    def _solve(
        self, cost: NDArray[np.int64], sums: LinearConstraint, *, whole: bool
    ) -> NDArray[np.int64] | None:
        """The cheapest values, if the solver found them and they are whole and fit exactly."""
        found = milp(
            cost,
            integrality=np.full(len(cost), int(whole)),
            bounds=Bounds(0, self.most.ravel()[self._free]),
            constraints=sums,
            options={"mip_rel_gap": 0, "presolve": False},  # presolving was seen to miss the best
        )
        if found.status != 0:
            return None
        values = np.rint(found.x).astype(np.int64)
        if np.abs(found.x - values).max(initial=0) > ROUNDING:
            return None
        reached = self._sums @ values
        return values if ((sums.lb <= reached) & (reached <= sums.ub)).all() else None

    def openly_unanimous(self, enough: int) -> set[int]:
        """The unknown rows that one known sum, of `enough` people or more, says are of one mind."""
        return {
            row
            for rows, remainder in zip(self.groups, self.remainders, strict=True)
            if np.count_nonzero(remainder) == 1
            and self.sums.people(frozenset(self.unknown[row] for row in rows)) >= enough
            for row in rows
        }
