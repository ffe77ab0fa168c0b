"""A reader with bad intentions, who shares no code with the engine beyond its stored release.

They write down every answer of every cell as an unknown, every shown key as a sum, and ask for
the least and the most that each hidden key may hold. A second reader, for tiny tables, tries
every table there is.
"""

from itertools import product

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp

from alongside.engines.disclosure import TOTAL, Shown


class Reader:
    def __init__(self, release):
        self.release = release
        self.cells = [key for key in release.cells if TOTAL not in key]
        self.width = len(release.categories)
        self.shown = {k: c for k, c in release.cells.items() if isinstance(c, Shown)}
        self.hidden = [k for k in release.cells if k not in self.shown]
        self.rows, self.least, self.most = [], [], []
        for key, cell in self.shown.items():
            for category, count in enumerate(cell.counts):
                self.know(self.row(key, category), count, count)
        alone = len(release.dimensions) == 1
        for key in self.hidden:
            # Empty cells are left out too, as long as they are parts of something larger.
            self.know(self.row(key), int(alone or TOTAL in key), np.inf)
        for cell in self.cells:
            self.know(self.row(cell), 0, min(self.people_around(cell), default=np.inf))

    def people_around(self, cell):
        """How many people there are in each shown key that the cell is part of."""
        return [c.people for key, c in self.shown.items() if cell in self.stands_on(key)]

    def room(self, key):
        """How far a number can span whatever is hidden: nobody answers twice in one cell."""
        return sum(min(self._rooms(cell), default=np.inf) for cell in self.stands_on(key))

    def _rooms(self, cell):
        for key, c in self.shown.items():
            cells = self.stands_on(key)
            if cell in cells:
                others, answers = len(cells) - 1, sum(c.counts)
                yield min(c.people, answers) - max(0, answers - others * c.people)

    def know(self, row, least, most):
        self.rows.append(row)
        self.least.append(least)
        self.most.append(most)

    def stands_on(self, key):
        return [
            cell
            for cell in self.cells
            if all(k in (TOTAL, c) for k, c in zip(key, cell, strict=True))
        ]

    def row(self, key, category=None):
        """Which unknowns make up a key, in one category or in all."""
        row = np.zeros((len(self.cells), self.width))
        places = [self.cells.index(cell) for cell in self.stands_on(key)]
        row[places, slice(None) if category is None else category] = 1
        return row.ravel()

    def span(self, row, *, enough):
        """How far apart the most and the least are, as far as `enough`; None if nothing fits."""
        ends = []
        for sign in (1, -1):
            found = milp(
                sign * row,
                integrality=np.ones(len(row)),
                bounds=Bounds(0, 10_000),
                constraints=LinearConstraint(np.array(self.rows), self.least, self.most),
                options={"presolve": False},  # with it, HiGHS was seen to miss the least
            )
            assert found.status == 0, found.message
            ends.append(round(row @ found.x))
        return min(ends[1] - ends[0], enough)

    def told_unanimous(self, cube_people, key):
        """Whether one shown sum of enough people says that this base cell is of one mind."""
        for margin, cell in self.shown.items():
            if key not in self.stands_on(margin):
                continue
            open_cells = [c for c in self.stands_on(margin) if c in self.shown]
            left = np.array(cell.counts) - sum(
                (np.array(self.shown[c].counts) for c in open_cells), np.zeros(self.width, int)
            )
            behind = set().union(
                *(cube_people(c) for c in self.stands_on(margin) if c not in self.shown)
            )
            if np.count_nonzero(left) == 1 and len(behind) >= self.release.policy.unanimous_minimum:
                return True
        return False


class Truth:
    """What the reader is after: counts and people of a release's cells, merges followed."""

    def __init__(self, cube, release):
        label = {p: m.label for m in release.merges_used for p in m.members}
        self.counts, self.people = {}, {}
        for key, counts in cube.counts.items():
            seen = tuple(label.get(name, name) for name in key)
            self.counts[seen] = self.counts.get(seen, 0) + np.array(counts)
            self.people[seen] = self.people.get(seen, frozenset()) | cube.people[key]

    def size(self, key):
        return int(sum(self.counts.get(key, ())))

    def behind(self, key):
        return self.people.get(key, frozenset())


def sizes_worked_back(cube, release):
    """Hidden keys whose number of answers is known more closely than is promised.

    That is the minimum, or all that there is room for; where nobody answered there is nothing.
    """
    reader, truth = Reader(release), Truth(cube, release)
    enough = {
        key: min(release.policy.minimum, reader.room(key))
        for key in reader.hidden
        if any(truth.behind(cell) for cell in reader.stands_on(key))
    }
    return [key for key, m in enough.items() if reader.span(reader.row(key), enough=m) < m]


def contents_worked_back(cube, release):
    """Hidden keys with a count known exactly by a reader who was told how many each cell holds."""
    reader, truth = Reader(release), Truth(cube, release)
    for key in reader.hidden:
        if TOTAL not in key:
            size = truth.size(key)
            reader.know(reader.row(key), size, size)
    told = {cell for cell in reader.cells if reader.told_unanimous(truth.behind, cell)}
    none = np.zeros(reader.width, int)
    return [
        (key, category)
        for key in reader.hidden
        for cells in [[c for c in reader.stands_on(key) if c in reader.hidden]]
        if reader.width > 1 and not told.issuperset(cells)
        for category in np.flatnonzero(sum(truth.counts.get(c, 0) for c in cells) + none)
        if reader.span(reader.row(key, category), enough=1) < 1
    ]


def people_worked_back(cube, release, *, axis):
    """Hidden keys whose people are known too closely, people adding up along one dimension.

    Looks at the keys that leave all other dimensions whole.
    """
    line = {
        k[axis]: c
        for k, c in release.cells.items()
        if k.count(TOTAL) >= len(k) - 1
        and all(name == TOTAL for at, name in enumerate(k) if at != axis)
    }
    whole = line.pop(TOTAL)
    hidden = [name for name, cell in line.items() if not isinstance(cell, Shown)]
    if not hidden or not isinstance(whole, Shown):
        return []
    left = whole.people - sum(c.people for c in line.values() if isinstance(c, Shown))
    return hidden if left - len(hidden) < release.policy.minimum else []


def every_table(release):
    """Every table of whole numbers that fits a tiny release whose total is shown.

    An array of tables by cells by categories, for two categories.
    """
    reader = Reader(release)
    total = reader.shown[(TOTAL,) * len(release.dimensions)]
    fitting = []
    for category in (0, 1):
        grid = np.array(list(product(range(total.counts[category] + 1), repeat=len(reader.cells))))
        for key, cell in reader.shown.items():
            kept = grid[:, places(reader, key)].sum(axis=1) == cell.counts[category]
            grid = grid[kept]
        fitting.append(grid)
    no, yes = (
        grid.repeat(len(fitting[1]), axis=0) if at == 0 else np.tile(grid, (len(fitting[0]), 1))
        for at, grid in enumerate(fitting)
    )
    tables = np.stack([no, yes], axis=2)
    for key in reader.hidden:
        if TOTAL in key:
            tables = tables[tables[:, places(reader, key)].sum(axis=(1, 2)) >= 1]
    return reader, tables


def places(reader, key):
    return [reader.cells.index(cell) for cell in reader.stands_on(key)]
