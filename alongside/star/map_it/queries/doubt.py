"""Is every hidden answer in doubt, with all that is told beside the cells?

The audit of the cells has made sure that cells and numbers of people give no hidden answer away.
Shares, levels and pairs are made from the same answers, and in a small round could leave only one
set of them that fits. So others are looked for: answers change places, along rings of hidden cells
that leave every shown sum as it is, or between two people of one cell, until everything is told
alike again. Every code that somebody chose in a hidden cell has to come out with another number
once. The same people speak about the same services all the while: what is found in doubt stays so
for a reader who knows who answered where. A search may miss what is there: then too little is told,
never too much.

It is done for any reader, and again for those who entered answers for others and know these.
"""

import math
from collections.abc import Callable
from random import Random

from alongside.star.map_it.queries.cubes import ProtectedCo
from alongside.star.map_it.queries.rows import Row
from alongside.star.map_it.queries.variation import Cell, Change, Told, Variation

STEPS, RESTARTS = 500, 5
LONGEST = 6


def all_in_doubt(one: ProtectedCo, told: Told) -> bool:
    """Whether, with this told, no hidden answer can be worked back."""
    readers = [_anybody] + ([_who_entered] if any(row.entered for row in one.rows) else [])
    return all(_Search(one, told, unknown).finds_all() for unknown in readers)


def _anybody(_row: Row) -> bool:
    return True


def _who_entered(row: Row) -> bool:
    return not row.entered


class _Search:
    """Looks for answers that are told alike, for a reader to whom only some are `unknown`."""

    def __init__(self, one: ProtectedCo, told: Told, unknown: Callable[[Row], bool]) -> None:
        self.one, self.told, self.unknown = one, told, unknown
        self.truth = self._start()
        self.hidden = [cell for cell in one.hidden_cells() if self.truth.open[cell]]
        self.free = {service for service, _ in self.hidden if not one.is_shown(service, "*")}
        self.cells = sorted(cell for cell, people in self.truth.open.items() if len(people) > 1)
        self.chance = Random(0)  # noqa: S311 - nothing is secret about it: a search to be repeated

    def _start(self) -> Variation:
        return Variation(self.one.rows, self.told, self.unknown)

    def finds_all(self) -> bool:
        truth = self.truth
        waiting = {
            (cell, truth.said[who][cell[0]]) for cell in self.hidden for who in truth.open[cell]
        }
        while waiting:
            target = min(waiting)
            other = next(filter(None, (self._other(*target) for _ in range(RESTARTS))), None)
            if other is None:
                return False
            waiting = {
                (cell, code)
                for cell, code in waiting
                if other.counts[cell][code] == truth.counts[cell][code]
            }
        return True

    def _other(self, cell: Cell, code: str) -> Variation | None:
        """Wander until the number is another and everything is told alike."""
        answers, now = self._start(), math.inf
        for step in range(STEPS):
            back = answers.change(self._changes(answers, cell))
            is_same = answers.counts[cell][code] == self.truth.counts[cell][code]
            after = answers.strays() + 2 * is_same
            warmth = 3 * (1 - step / STEPS) + 0.05
            if after > now and self.chance.random() > math.exp((now - after) / warmth):
                answers.change(back)
                continue
            now = after
            if now == 0:
                return answers
        return None

    def _changes(self, answers: Variation, target: Cell) -> list[Change]:
        if self.cells and self.chance.random() < 0.2:
            return self._exchange(answers)
        return self._along(
            answers,
            self._ring(target if self.chance.random() < 0.3 else self.chance.choice(self.hidden)),
        )

    def _exchange(self, answers: Variation) -> list[Change]:
        """Two people exchange what they said of a service."""
        cell = self.chance.choice(self.cells)
        one, other = self.chance.sample(answers.open[cell], 2)
        codes = answers.said[one][cell[0]], answers.said[other][cell[0]]
        return [(one, cell[0], codes[1]), (other, cell[0], codes[0])]

    def _ring(self, start: Cell) -> list[Cell]:
        """Hidden cells, by turns in one column and in one row, until every shown sum is closed."""
        ring = [start]
        while len(ring) < LONGEST:
            if not self._goes_on(ring, axis=1):
                return []
            if {start[0], ring[-1][0]} <= self.free:
                return ring  # the sums of both rows are hidden
            if not self._goes_on(ring, axis=0):
                return []
            last = start[0], ring[-1][1]
            if last in self.hidden and last not in ring:
                return [*ring, last]
        return []

    def _goes_on(self, ring: list[Cell], *, axis: int) -> bool:
        """Add a cell of the same row (0) or column (1)."""
        able = [c for c in self.hidden if c[axis] == ring[-1][axis] and c not in ring]
        if able:
            ring.append(self.chance.choice(able))
        return bool(able)

    def _along(self, answers: Variation, ring: list[Cell]) -> list[Change]:
        """Two codes change places along the ring: each cell gives the one and takes the other."""
        said = [{answers.said[who][at[0]] for who in answers.open[at]} for at in ring]
        able = [sorted(set[str].intersection(*said[turn::2])) for turn in (0, 1) if ring]
        choices = [(a, b) for a in able[0] for b in able[1] if a != b] if able else []
        if not choices:
            return []
        codes = self.chance.choice(choices)
        changes = []
        for place, (service, group) in enumerate(ring):
            old, new = codes if place % 2 == 0 else codes[::-1]
            able_to = [p for p in answers.open[service, group] if answers.said[p][service] == old]
            changes.append((self.chance.choice(able_to), service, new))
        return changes
