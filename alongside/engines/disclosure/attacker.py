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

from .dimensions import TOTAL, Key
from .rollups import Bases

ROUNDING = 1e-6

type Counts = NDArray[np.int64]


@dataclass(frozen=True, eq=False)
class Sums:
    """What adds up to what, and the truth of it.

    `under` names the base cells of every key, `cells` the key of every base cell; `counts` has
    one row per base cell and one column per category. `people` counts who is behind base cells.
    `blank` are the cells without an answer that a release leaves out; where there may be such,
    a hidden cell may be empty.
    """

    under: Mapping[Key, Bases]
    cells: Sequence[Key]
    counts: Counts
    people: Callable[[Bases], int]
    blank: AbstractSet[Key] = frozenset()
    may_be_empty: bool = False


class Attacker:
    """What is known and unknown to the reader of one release: `hidden` is what it leaves out.

    The base cells to be worked out are the `unknown`, one row each. `rows` gives, for every
    hidden key in the order of the table, the unknown rows it stands on.
    """

    def __init__(self, sums: Sums, hidden: AbstractSet[Key]) -> None:
        self.sums = sums
        left_out = hidden | sums.blank
        self.unknown = [base for base, key in enumerate(sums.cells) if key in left_out]
        place = {base: row for row, base in enumerate(self.unknown)}
        rows_of = {
            key: [place[base] for base in sorted(bases) if base in place]
            for key, bases in sums.under.items()
        }
        self.truth: Counts = sums.counts[self.unknown]
        self.rows = {key: rows for key, rows in rows_of.items() if key in hidden}
        self.groups = sorted(
            {tuple(rows) for key, rows in rows_of.items() if key not in left_out and rows}
        )
        self._not_empty = [
            rows
            for key, rows in self.rows.items()
            if TOTAL in key and len(rows) == len(sums.under[key])  # no shown cell says so already
        ]
        self._shown = [bases for key, bases in sums.under.items() if key not in left_out]
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
    def sizes(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The fewest and the most answers of each unknown cell, as far as numbers alone tell.

        Nobody answers twice in a cell, so it holds no more answers than there are people in any
        shown key around it.
        """
        truth = self.truth.sum(axis=1)
        least = np.full_like(truth, 0 if self.sums.may_be_empty else 1)
        most = np.full_like(truth, self._beyond)
        place = {base: row for row, base in enumerate(self.unknown)}
        for bases in self._shown:
            people = self.sums.people(bases)
            for base in bases & place.keys():
                most[place[base]] = min(most[place[base]], people)
        return least, most

    def room(self, key: Key) -> int:
        """How far the number of a hidden key can span at most, whatever else were hidden.

        Five people who gave seventy answers about fourteen services gave five about each.
        """
        return int(self._room[sorted(self.sums.under[key])].sum())

    @cached_property
    def _room(self) -> NDArray[np.int64]:
        """The same for every base cell: by the people and the answers of each shown key around it."""
        room = np.full(len(self.sums.cells), self._beyond, dtype=np.int64)
        for bases in self._shown:
            rows, people = sorted(bases), self.sums.people(bases)
            answers = int(self.sums.counts[rows].sum())
            fewest = max(0, answers - (len(rows) - 1) * people)
            room[rows] = np.minimum(room[rows], min(people, answers) - fewest)
        return room

    @cached_property
    def _free(self) -> NDArray[np.intp]:
        return np.flatnonzero(self.most)

    @cached_property
    def _sums(self) -> csr_array:
        """One row per known sum and category, one per unknown cell, one per hidden margin."""
        cells, categories = self.truth.shape
        every = np.ones((1, categories))
        by_category = kron(_members(self.groups, cells), eye_array(categories), format="csr")
        by_cell = kron(eye_array(cells), every, format="csr")
        by_margin = kron(_members(self._not_empty, cells), every, format="csr")
        return csr_array(vstack([by_category, by_cell, by_margin]))[:, self._free]

    def furthest(self, direction: Mapping[Key, Counts | int], *, sizes_known: bool) -> Counts:
        """How a table that fits the release, and goes furthest this way, differs from the truth.

        The direction weighs hidden keys, by category or as a whole. A hidden margin holds at
        least one answer (empty ones are shown, and the reader knows that); with `sizes_known` the
        reader has also been told how many answers each unknown cell holds. No difference is given
        back when the solver can't answer: nothing is then proved.
        """
        weights = np.zeros_like(self.truth)
        if not self.unknown:
            return weights
        for key, weight in direction.items():
            weights[self.rows[key]] += weight
        sizes = (self.truth.sum(axis=1),) * 2 if sizes_known else self.sizes
        known, somebody = self.remainders.ravel(), np.ones(len(self._not_empty), dtype=np.int64)
        least = np.concatenate([known, sizes[0], somebody])
        most = np.concatenate([known, sizes[1], somebody * self._beyond])
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


def _members(groups: Sequence[Sequence[int]], cells: int) -> csr_array:
    """One row per group, with a one for each cell in it."""
    member = np.zeros((len(groups), cells))
    for place, rows in enumerate(groups):
        member[place, list(rows)] = 1
    return csr_array(member)
