"""Ways in which answers change places, and every shown sum stays as it is.

Along a ring of hidden cells: each gives an answer in one code and takes one in another, by turns in
one column and in one row. Or between two people of one cell.
"""

from collections.abc import Mapping
from random import Random

from alongside.star.map_it.queries.cubes import ProtectedCo
from alongside.star.map_it.queries.rows import CODES, EVERY
from alongside.star.map_it.queries.variation import Cell, Change, Variation

LONGEST = 6  # cells of a ring


class Moves:
    """Finds answers to change, by chance, among those that vary."""

    def __init__(self, one: ProtectedCo, answers: Variation, chance: Random) -> None:
        self.answers, self.chance = answers, chance
        self.hidden = [cell for cell in one.hidden_cells() if answers.open[cell]]
        self.free = {service for service, _ in self.hidden if not one.is_shown(service, EVERY)}
        self.cells = sorted(cell for cell, people in answers.open.items() if len(people) > 1)

    def changes(self, target: Cell, code: str | None) -> list[Change]:
        """Some answers that change places; with a code, one of the target changes it."""
        if code is None and self.cells and self.chance.random() < 0.2:
            return self._exchange()
        near = code is not None or self.chance.random() < 0.3
        return self._along_ring(target if near else self.chance.choice(self.hidden), code)

    def _exchange(self) -> list[Change]:
        """Two people exchange what they said of a service."""
        answers = self.answers
        cell = self.chance.choice(self.cells)
        one, other = self.chance.sample(answers.open[cell], 2)
        codes = answers.said[one][cell[0]], answers.said[other][cell[0]]
        return (
            [(one, cell[0], codes[1]), (other, cell[0], codes[0])] if codes[0] != codes[1] else []
        )

    def _along_ring(self, start: Cell, code: str | None) -> list[Change]:
        """Two codes change places along a ring: each cell gives the one and takes the other."""
        gives = code or self.chance.choice(_codes_in(self.answers.able[start]))
        takes = self.chance.choice([other for other in CODES if other != gives])
        changes = []
        for place, (service, group) in enumerate(self._ring(start, (gives, takes))):
            old, new = (gives, takes) if place % 2 == 0 else (takes, gives)
            said = self.answers.said
            able = [v for v in self.answers.open[service, group] if said[v][service] == old]
            changes.append((self.chance.choice(able), service, new))
        return changes

    def _ring(self, start: Cell, codes: tuple[str, str]) -> list[Cell]:
        """Hidden cells, by turns in one column and in one row, until every shown sum is closed.

        Those at even places have an answer in the first code to give, the others in the second.
        """
        ring = [start]
        while len(ring) < LONGEST:
            if not self._goes_on(ring, codes[1], axis=1):
                return []
            if {start[0], ring[-1][0]} <= self.free:
                return ring  # the sums of both rows are hidden
            if not self._goes_on(ring, codes[0], axis=0):
                return []
            last = start[0], ring[-1][1]
            if last in self.hidden and last not in ring and self.answers.able[last][codes[1]]:
                return [*ring, last]
        return []

    def _goes_on(self, ring: list[Cell], code: str, *, axis: int) -> bool:
        """Add a cell of the same row (0) or column (1) in which somebody said so."""
        near = (c for c in self.hidden if c[axis] == ring[-1][axis] and c not in ring)
        able = [cell for cell in near if self.answers.able[cell][code]]
        if able:
            ring.append(self.chance.choice(able))
        return bool(able)


def _codes_in(counts: Mapping[str, int]) -> list[str]:
    return [code for code in CODES if counts[code]]
