"""Is every hidden answer in doubt, with all that is told beside the cells?

The audit of the cells has made sure that cells and numbers of people give no hidden answer away.
Shares, levels and pairs are made from the same answers, and in a small round could leave only one
set of them that fits. So doubles are looked for: other answers that are told alike. Answers change
places, along rings of hidden cells that leave every shown sum as it is, or between two people of
one cell; whoever strays from what is told is called back; what comes near is made into figures, and
has to agree with what is told of the true answers. Every code that somebody chose in a hidden cell
has to come out with another number once. The same people speak about the same services all the
while: what is found in doubt stays so for a reader who knows who answered where. A search may miss
what is there: then too little is told, never too much (decision 0030).

It is done for any reader, and again for those who entered answers for others and know these.
"""

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from random import Random

from alongside.star.map_it.queries.cubes import EVERY, ProtectedCo
from alongside.star.map_it.queries.rows import CODES, Row
from alongside.star.map_it.queries.variation import Cell, Change, Told, Variation

LENGTHS = (
    1,
    8,
    30,
    8,
    120,
    30,
    8,
    300,
)  # of tries, one after another: mostly a small change will do
PULLS = (3.0, 1.0, 0.3, 6.0, 0.0)  # how strongly each try is called back to where it began
TRIES, CHECKS = 120, 3  # for one answer; and how often one try is made into figures
MOST_STEPS = 20_000  # of all tries for one reader; after them it counts as not found
A_CHECK = 50  # to make figures takes as long as so many steps
LONGEST = 6
type Rows = Sequence[Row]
type Count = tuple[Cell, str]  # a hidden cell, and a code that somebody there chose


def all_in_doubt(one: ProtectedCo, told: Told, alike: Callable[[Rows], bool]) -> bool:
    """Whether no hidden answer can be worked back from this; `alike` makes the figures of others."""
    readers = [_anybody] + ([_who_entered] if any(row.entered for row in one.rows) else [])
    return all(_Search(one, told, unknown, alike).finds_all() for unknown in readers)


def _anybody(_row: Row) -> bool:
    return True


def _who_entered(row: Row) -> bool:
    return not row.entered


def _margins(cell: Cell) -> list[Cell]:
    return [(cell[0], EVERY), (EVERY, cell[1]), (EVERY, EVERY)]


def _codes_in(counts: Mapping[str, int]) -> list[str]:
    return [code for code in CODES if counts[code]]


class _Search:
    """Looks for answers that are told alike, for a reader to whom only some are `unknown`."""

    def __init__(
        self,
        one: ProtectedCo,
        told: Told,
        unknown: Callable[[Row], bool],
        alike: Callable[[Rows], bool],
    ) -> None:
        self.one, self.alike = one, alike
        self.truth, self.answers = (Variation(one.rows, told, unknown) for _ in range(2))
        self.hidden = [cell for cell in one.hidden_cells() if self.truth.open[cell]]
        self.free = {service for service, _ in self.hidden if not one.is_shown(service, EVERY)}
        self.cells = sorted(cell for cell, people in self.truth.open.items() if len(people) > 1)
        self.chance = Random(0)  # noqa: S311 - nothing is secret about it: a search to be repeated
        self.left = MOST_STEPS

    def finds_all(self) -> bool:
        """Whether every hidden answer has a double; one double mostly serves for many."""
        waiting = self._waiting()
        while waiting:
            found = self._double(min(waiting))
            if not found:
                return False
            waiting -= found
        return True

    def _waiting(self) -> set[Count]:
        """Every code that somebody chose in a hidden cell, where a shown sum doesn't say so already.

        A margin of one mind may be shown when it holds enough people (trust 26).
        """
        said = {
            cell: {self.truth.said[voice][cell[0]] for voice in self.truth.open[cell]}
            for cell in self.hidden
        }
        of_one_mind: set[Cell] = set()
        for margin in {margin for cell in self.hidden for margin in _margins(cell)}:
            inside = [cell for cell in self.hidden if margin in _margins(cell)]
            if self.one.is_shown(*margin) and len(set().union(*(said[c] for c in inside))) == 1:
                of_one_mind.update(inside)
        return {
            (cell, code) for cell in self.hidden if cell not in of_one_mind for code in said[cell]
        }

    def _double(self, count: Count) -> set[Count]:
        """What is otherwise in the first answers found of which the same is told; or nothing."""
        for at in range(TRIES):
            back: list[Change] = []
            near = self._near(count, LENGTHS[at % len(LENGTHS)], PULLS[at % len(PULLS)], back)
            is_found = any(self.alike(self.answers.rows()) for _ in islice(near, CHECKS))
            others = self._others() if is_found else set()
            self.answers.change(back[::-1])
            if is_found or self.left < 0:
                return others
        return set()

    def _others(self) -> set[Count]:
        return {
            (cell, code)
            for cell in self.hidden
            for code, number in self.truth.counts[cell].items()
            if number != self.answers.counts[cell][code]
        }

    def _near(self, count: Count, length: int, pull: float, back: list[Change]) -> Iterator[None]:
        """Change this number, wander on, and stop wherever nothing strays from what is told."""
        cell, code = count
        now = math.inf
        for step in range(length):
            self.left -= 1
            changes = self._changes(cell, code if not step else None)
            if not changes:
                continue
            undone = self.answers.change(changes)
            is_same = self.answers.counts[cell][code] == self.truth.counts[cell][code]
            strays = self.answers.strays() + 2 * is_same
            after = strays + pull * self.answers.drift()
            warmth = 2 * (1 - step / length) + 0.05
            if after > now and self.chance.random() > math.exp((now - after) / warmth):
                self.answers.change(undone)
                continue
            now = after
            back += undone[::-1]
            if strays == 0:
                self.left -= A_CHECK
                yield

    def _changes(self, target: Cell, code: str | None) -> list[Change]:
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
