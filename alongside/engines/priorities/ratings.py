"""Who rated what, from 1 to 5; or, where names are gone, how often each mark was given.

Items and criteria are named by the caller, so that an item which nobody has rated is still there;
their order is the published order of the matrix and settles ties in `best_set`. Raters are sorted,
so the order in which ratings arrive changes nothing. The same person in two groups wears two hats
and speaks once in each.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from .errors import PrioritiesError, named

type Ints = NDArray[np.int64]
type Marks = NDArray[np.int8]
type Floats = NDArray[np.float64]
type Mask = NDArray[np.bool_]

LOWEST, HIGHEST = 1, 5
MARKS = np.arange(LOWEST, HIGHEST + 1)
NOT_RATED = 0


class Rating(NamedTuple):
    """One person, speaking for one group (`""` where there are none), on one item and criterion."""

    rater: str
    group: str
    item: str
    criterion: str
    mark: int


class Tally(NamedTuple):
    """How many people of a group gave an item the marks 1, 2, 3, 4 and 5 on one criterion."""

    group: str
    item: str
    criterion: str
    counts: Sequence[int]


@dataclass(frozen=True, eq=False)
class Ratings:
    """Ratings of items by criteria.

    `counts[g, i, c, m - 1]` is how many people of group g gave item i the mark m on criterion c.
    `marks[r, i, c]` is what rater r gave, 0 for nothing, and `group[r]` the position of the rater's
    group; both have no rows when only tallies are known.

    >>> few = Ratings.of([("ann", "", "café", "impact", 4), ("bo", "", "café", "impact", 5)],
    ...                  items=["café", "bus"], criteria=["impact"])
    >>> few.counts[0, :, 0].tolist()
    [[0, 0, 0, 1, 1], [0, 0, 0, 0, 0]]
    """

    items: tuple[str, ...]
    criteria: tuple[str, ...]
    groups: tuple[str, ...]
    counts: Ints
    marks: Marks
    group: Ints

    @classmethod
    def of(
        cls,
        rows: Iterable[tuple[str, str, str, str, int]],
        *,
        items: Sequence[str],
        criteria: Sequence[str],
    ) -> "Ratings":
        """Ratings from rows (rater, group, item, criterion, mark); a missing one has no row.

        Raises `PrioritiesError`: `unknown_mark` for anything but a whole number from 1 to 5,
        `rated_twice`, `unknown_item`, `unknown_criterion`, `named_twice`, `no_items`,
        `no_criteria`.
        """
        axes = _axes(items, criteria)
        given = list(rows)
        raters = sorted({(row[0], row[1]) for row in given})
        groups = sorted({group for _, group in raters})
        who = {rater: at for at, rater in enumerate(raters)}
        rater = np.array([who[row[0], row[1]] for row in given], dtype=np.int64)
        item = _positions("item", axes[0], [row[2] for row in given])
        criterion = _positions("criterion", axes[1], [row[3] for row in given])
        mark = _whole_marks([row[4] for row in given])
        shape = (len(raters), *(len(axis) for axis in axes))
        cell = np.ravel_multi_index((rater, item, criterion), shape) if given else rater
        _refuse_rated_twice(cell, given)
        marks = np.zeros(shape, dtype=np.int8)
        marks.flat[cell] = mark
        of_group = np.array([groups.index(group) for _, group in raters], dtype=np.int64)
        counts = _counted((len(groups), *shape[1:]), of_group[rater], item, criterion, mark)
        return cls(*axes, tuple(groups), counts, marks, of_group)

    @classmethod
    def of_tallies(
        cls,
        rows: Iterable[tuple[str, str, str, Sequence[int]]],
        *,
        items: Sequence[str],
        criteria: Sequence[str],
    ) -> "Ratings":
        """Ratings from rows (group, item, criterion, counts of the marks 1 to 5).

        Nobody can then be followed from one item to another, so the uncertainty of each item and
        criterion stands alone. Raises `PrioritiesError` as `of` does, and `unknown_count`.
        """
        axes = _axes(items, criteria)
        given = list(rows)
        groups = sorted({row[0] for row in given})
        item = _positions("item", axes[0], [row[1] for row in given])
        criterion = _positions("criterion", axes[1], [row[2] for row in given])
        counts = np.zeros((len(groups), *(len(axis) for axis in axes), len(MARKS)), dtype=np.int64)
        seen = set()
        for row, i, c in zip(given, item, criterion, strict=True):
            cell = groups.index(row[0]), int(i), int(c)
            if cell in seen:
                _say_rated_twice(row[0], row[1], row[2])
            seen.add(cell)
            counts[cell] = _whole_counts(row)
        nobody = np.zeros((0, *counts.shape[1:3]), dtype=np.int8)
        return cls(*axes, tuple(groups), counts, nobody, np.zeros(0, dtype=np.int64))

    def columns(self, names: Iterable[str]) -> list[int]:
        """Where criteria stand; `unknown_criterion` for one that nobody was asked about."""
        wanted = list(names)
        if unknown := [name for name in wanted if name not in self.criteria]:
            raise PrioritiesError(
                "unknown_criterion",
                f"Nobody was asked about {named(unknown)}.",
                names=tuple(unknown),
            )
        return [self.criteria.index(name) for name in wanted]


def _axes(items: Sequence[str], criteria: Sequence[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    for kind, labels in (("items", items), ("criteria", criteria)):
        if not labels:
            raise PrioritiesError(f"no_{kind}", f"Name at least one of the {kind}.")
        if again := sorted({label for label in labels if list(labels).count(label) > 1}):
            message = f"Each of the {kind} has one name: {named(again)} stands there twice."
            raise PrioritiesError("named_twice", message, names=tuple(again))
    return tuple(items), tuple(criteria)


def _positions(kind: str, axis: tuple[str, ...], labels: list[str]) -> Ints:
    where = {label: at for at, label in enumerate(axis)}
    if unknown := sorted(set(labels) - set(where)):
        message = f"There are ratings of what is no {kind} of the matrix: {named(unknown)}."
        raise PrioritiesError(f"unknown_{kind}", message, names=tuple(unknown))
    return np.array([where[label] for label in labels], dtype=np.int64)


def _whole_marks(given: list[int]) -> Ints:
    for mark in given:
        if not isinstance(mark, int | np.integer) or not LOWEST <= mark <= HIGHEST:
            message = f"{mark} is not a mark: whole numbers from {LOWEST} to {HIGHEST}."
            raise PrioritiesError("unknown_mark", message, mark=mark)
    return np.array(given, dtype=np.int64)


def _whole_counts(row: tuple[str, str, str, Sequence[int]]) -> list[int]:
    counts = list(row[3])
    if len(counts) != len(MARKS) or any(
        not isinstance(count, int | np.integer) or count < 0 for count in counts
    ):
        message = f"{row[1]} needs five counts, none below 0, on {row[2]}."
        raise PrioritiesError("unknown_count", message, item=row[1], criterion=row[2])
    return counts


def _refuse_rated_twice(cell: Ints, given: list[tuple[str, str, str, str, int]]) -> None:
    order = np.argsort(cell, kind="stable")
    again = np.flatnonzero(np.diff(cell[order]) == 0)
    if len(again):
        who, _group, item, criterion, _mark = given[order[again[0] + 1]]
        _say_rated_twice(who, item, criterion)


def _say_rated_twice(who: str, item: str, criterion: str) -> None:
    message = f"{who} rated {item} twice on {criterion}: keep the later rating."
    raise PrioritiesError("rated_twice", message, who=who, item=item, criterion=criterion)


def _counted(shape: tuple[int, ...], group: Ints, item: Ints, criterion: Ints, mark: Ints) -> Ints:
    whole = (*shape, len(MARKS))
    if not len(mark):
        return np.zeros(whole, dtype=np.int64)
    cell = np.ravel_multi_index((group, item, criterion, mark - LOWEST), whole)
    return np.bincount(cell, minlength=int(np.prod(whole))).reshape(whole).astype(np.int64)
