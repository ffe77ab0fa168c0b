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
from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from random import Random

from alongside.star.map_it.queries.cubes import EVERY, ProtectedCo
from alongside.star.map_it.queries.rows import Row
from alongside.star.map_it.queries.variation import Cell, Change, Told, Variation

STEPS, CHECKS = 400, 12  # of one search, and how often what it comes to is made into figures
PULLS = (0.3, 3.0, 1.0, 6.0, 0.0)  # how strongly a search is called back to where it began
MOST_STEPS = 24_000  # of all searches for one reader; after them it counts as not found
A_CHECK = 100  # to make figures takes as long as so many steps
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


class _Search:
    """Looks for answers that are told alike, for a reader to whom only some are `unknown`."""

    def __init__(
        self,
        one: ProtectedCo,
        told: Told,
        unknown: Callable[[Row], bool],
        alike: Callable[[Rows], bool],
    ) -> None:
        self.one, self.told, self.unknown, self.alike = one, told, unknown, alike
        self.truth = self._start()
        self.hidden = [cell for cell in one.hidden_cells() if self.truth.open[cell]]
        self.free = {service for service, _ in self.hidden if not one.is_shown(service, EVERY)}
        self.cells = sorted(cell for cell, people in self.truth.open.items() if len(people) > 1)
        self.chance = Random(0)  # noqa: S311 - nothing is secret about it: a search to be repeated
        self.left = MOST_STEPS

    def _start(self) -> Variation:
        return Variation(self.one.rows, self.told, self.unknown)

    def finds_all(self) -> bool:
        waiting = self._waiting()
        while waiting:
            target = min(waiting)
            double = next(filter(None, (self._double(target, pull) for pull in PULLS)), None)
            if double is None:
                return False
            waiting = {count for count in waiting if not self._differs(double, count)}
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

    def _differs(self, double: Variation, count: Count) -> bool:
        cell, code = count
        return double.counts[cell][code] != self.truth.counts[cell][code]

    def _double(self, count: Count, pull: float) -> Variation | None:
        """The first answers near enough of which the same is told."""
        near = islice(self._near(count, pull), CHECKS)
        return next((answers for answers in near if self.alike(answers.rows())), None)

    def _near(self, count: Count, pull: float) -> Iterator[Variation]:
        """Wander, and stop wherever the number is another and nothing else strays."""
        answers, now = self._start(), math.inf
        for step in range(min(STEPS, self.left)):
            self.left -= 1
            changes = self._changes(answers, count[0])
            if not changes:
                continue
            back = answers.change(changes)
            strays = answers.strays() + 2 * (not self._differs(answers, count))
            after = strays + pull * answers.drift()
            warmth = 3 * (1 - step / STEPS) + 0.05
            if after > now and self.chance.random() > math.exp((now - after) / warmth):
                answers.change(back)
                continue
            now = after
            if strays == 0:
                self.left -= A_CHECK
                yield answers

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
        return (
            [(one, cell[0], codes[1]), (other, cell[0], codes[0])] if codes[0] != codes[1] else []
        )

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
            able_to = [v for v in answers.open[service, group] if answers.said[v][service] == old]
            changes.append((self.chance.choice(able_to), service, new))
        return changes
