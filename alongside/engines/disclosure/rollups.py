"""The cube as one release would roll it up: every cell, margin and total, with its people.

Everything after this module works on `Rollups`: which keys there are, which base cells each key
stands on, how many answers and how many *different* people are behind any set of base cells,
and the lines along which a reader can add and subtract.
"""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import Self

import numpy as np
from numpy.typing import NDArray

from .cube import Cube
from .dimensions import TOTAL, Dimension, Key, Merge

type Bases = frozenset[int]  # positions of base cells


@dataclass(frozen=True)
class Line:
    """A margin and the cells that add up to it: what a reader can take away from what."""

    margin: Key
    cells: tuple[Key, ...]

    @property
    def keys(self) -> tuple[Key, ...]:
        return (*self.cells, self.margin)


@dataclass(frozen=True, eq=False)
class Rollups:
    """A cube seen through the members that a release uses.

    `counts` has one row per base cell and one column per category; `present` one row per base
    cell and one column per person.
    """

    dimensions: tuple[Dimension, ...]
    members: tuple[tuple[str, ...], ...]
    counts: NDArray[np.int64]
    present: NDArray[np.bool_]

    @classmethod
    def of(cls, cube: Cube, merges_used: Iterable[Merge]) -> Self:
        used = tuple(merges_used)
        members = tuple(
            dimension.released_members(m for m in dimension.merges if m in used)
            for dimension in cube.dimensions
        )
        label_of = [
            {
                part: merge.label
                for merge in dimension.merges
                if merge in used
                for part in merge.members
            }
            for dimension in cube.dimensions
        ]
        place = {key: row for row, key in enumerate(product(*members))}
        persons = sorted(frozenset().union(*cube.people.values()), key=repr)
        column = {person: number for number, person in enumerate(persons)}
        counts = np.zeros((len(place), len(cube.categories)), dtype=np.int64)
        present = np.zeros((len(place), len(persons)), dtype=np.bool_)
        for key, row_counts in cube.counts.items():
            row = place[tuple(names.get(m, m) for names, m in zip(label_of, key, strict=True))]
            counts[row] += row_counts
            present[row, [column[person] for person in cube.people[key]]] = True
        return cls(cube.dimensions, members, counts, present)

    @cached_property
    def bases(self) -> tuple[Key, ...]:
        return tuple(product(*self.members))

    @cached_property
    def blank(self) -> frozenset[Key]:
        """The cells in which nobody answered, where they are parts of something larger.

        They are left out as if they were hidden, so that a hidden cell may be empty. With one
        dimension a cell is a whole group, and that nobody of it answered may be said.
        """
        if len(self.members) == 1:
            return frozenset()
        empty = zip(self.bases, self.present.any(axis=1), strict=True)
        return frozenset(key for key, somebody in empty if not somebody)

    @cached_property
    def tight(self) -> dict[Key, list[Key]]:
        """In a table of numbers alone: cells whose number a margin gives away, and that margin.

        Five people who gave seventy answers about fourteen services gave five about each. To hide
        such a number, while the margin is shown, protects neither it nor another.
        """
        found: dict[Key, list[Key]] = {}
        for margin, bases in self.under.items():
            if self.counts.shape[1] == 1 and len(bases) > 1 and self.room(bases) == 0:
                for base in bases:
                    found.setdefault(self.bases[base], []).append(margin)
        return found

    def room(self, bases: Bases) -> int:
        """How far the number of one of these base cells can span, by their people and answers."""
        people, answers = self.people(bases), sum(self.answers(bases))
        return min(people, answers) - max(0, answers - (len(bases) - 1) * people)

    @cached_property
    def under(self) -> dict[Key, Bases]:
        """Each key of the release, finest first, with the base cells it stands on."""
        keys = sorted(product(*((*m, TOTAL) for m in self.members)), key=coarseness)
        grid = np.arange(len(self.bases)).reshape([len(m) for m in self.members])
        places = [{name: number for number, name in enumerate(m)} for m in self.members]
        at = [
            tuple(places[axis].get(name, slice(None)) for axis, name in enumerate(key))
            for key in keys
        ]
        return {
            key: frozenset(np.atleast_1d(grid[index]).ravel().tolist())
            for key, index in zip(keys, at, strict=True)
        }

    @cached_property
    def order(self) -> dict[Key, int]:
        return {key: number for number, key in enumerate(self.under)}

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        return tuple(
            Line(key, tuple((*key[:axis], member, *key[axis + 1 :]) for member in members))
            for key in self.under
            for axis, members in enumerate(self.members)
            if key[axis] == TOTAL
        )

    @cached_property
    def lines_through(self) -> dict[Key, tuple[Line, ...]]:
        through: dict[Key, list[Line]] = {key: [] for key in self.under}
        for line in self.lines:
            for key in line.keys:
                through[key].append(line)
        return {key: tuple(lines) for key, lines in through.items()}

    @cached_property
    def values(self) -> dict[Key, tuple[tuple[int, ...], int]]:
        """The counts and the people of every key."""
        return {key: (self.answers(under), self.people(under)) for key, under in self.under.items()}

    def answers(self, bases: Bases) -> tuple[int, ...]:
        return tuple(self.counts[sorted(bases)].sum(axis=0).tolist())

    def people(self, bases: Bases) -> int:
        """How many different people answered anywhere in these base cells."""
        return int(self.present[sorted(bases)].any(axis=0).sum())

    def is_empty(self, key: Key) -> bool:
        return self.values[key][1] == 0

    def is_known(self, key: Key, hidden: AbstractSet[Key]) -> bool:
        """Nothing there to hide: nobody, or a number that a shown margin gives away."""
        return self.is_empty(key) or not hidden >= set(self.tight.get(key, ()))

    def above(self, key: Key) -> Iterator[Key]:
        """Every margin that the key is part of."""
        for margin in product(*({name, TOTAL} for name in key)):
            if margin != key:
                yield margin


def coarseness(key: Key) -> int:
    """How many dimensions the key leaves whole: 0 for a base cell."""
    return key.count(TOTAL)
