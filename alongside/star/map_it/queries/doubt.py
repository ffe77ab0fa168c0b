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
from collections.abc import Set as AbstractSet
from itertools import islice
from random import Random

from alongside.star.map_it.queries.cubes import ProtectedCo
from alongside.star.map_it.queries.moves import Moves
from alongside.star.map_it.queries.rows import EVERY, Row
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
type Rows = Sequence[Row]
type Reader = Callable[[Row], bool]  # whether an answer is unknown to them
type Count = tuple[Cell, str]  # a hidden cell, and a code that somebody there chose


def all_in_doubt(one: ProtectedCo, told: Told, alike: Callable[[Rows], bool]) -> bool:
    """Whether no hidden answer can be worked back from this; `alike` makes the figures of others."""
    return doubles_of(one, told, alike) is not None


def doubles_of(
    one: ProtectedCo, told: Told, alike: Callable[[Rows], bool]
) -> list[tuple[Reader, Rows]] | None:
    """Return doubles that bring every hidden answer in doubt; none if they weren't found.

    Each with its reader: only answers that are unknown to that one differ in it.
    """
    is_entered = any(row.entered for row in one.rows)
    in_doubt: set[Count] = set()  # to those who know more, so to anybody
    found: list[tuple[Reader, Rows]] = []
    for unknown in (who_entered, anybody) if is_entered else (anybody,):
        search = _Search(one, told, unknown, alike)
        doubles = search.doubles(in_doubt)
        if doubles is None:
            return None
        in_doubt |= search.in_doubt
        found += [(unknown, double) for double in doubles]
    return found


def anybody(_row: Row) -> bool:
    """Whoever reads the results: no answer is known to them."""
    return True


def who_entered(row: Row) -> bool:
    """Those who entered answers for others: the rest is unknown to them."""
    return not row.entered


def _margins(cell: Cell) -> list[Cell]:
    return [(cell[0], EVERY), (EVERY, cell[1]), (EVERY, EVERY)]


class _Search:
    """Looks for answers that are told alike, for a reader to whom only some are `unknown`."""

    def __init__(
        self,
        one: ProtectedCo,
        told: Told,
        unknown: Reader,
        alike: Callable[[Rows], bool],
    ) -> None:
        self.one, self.alike = one, alike
        self.truth, self.answers = (Variation(one.rows, told, unknown) for _ in range(2))
        self.chance = Random(0)  # noqa: S311 - nothing is secret about it: a search to be repeated
        self.moves = Moves(one, self.answers, self.chance)
        self.hidden = self.moves.hidden
        self.left = MOST_STEPS
        self.in_doubt: set[Count] = set()

    def doubles(self, in_doubt: AbstractSet[Count]) -> list[Rows] | None:
        """Doubles for every hidden answer not yet in doubt; one mostly serves for many."""
        waiting, found = self._waiting() - in_doubt, list[Rows]()
        while waiting:
            double, others = self._double(min(waiting))
            if not others:
                return None
            waiting -= others
            self.in_doubt |= others
            found.append(double)
        return found

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

    def _double(self, count: Count) -> tuple[Rows, set[Count]]:
        """The first answers found of which the same is told, and what is otherwise in them."""
        for at in range(TRIES):
            back: list[Change] = []
            near = self._near(count, LENGTHS[at % len(LENGTHS)], PULLS[at % len(PULLS)], back)
            is_found = any(self.alike(self.answers.rows()) for _ in islice(near, CHECKS))
            double, others = (self.answers.rows(), self._others()) if is_found else ((), set())
            self.answers.change(back[::-1])
            if is_found or self.left < 0:
                return double, others
        return (), set()

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
            changes = self.moves.changes(cell, code if not step else None)
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
