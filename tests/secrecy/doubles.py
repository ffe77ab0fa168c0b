"""Another set of answers that gives the very same release, in which a hidden number is different.

As long as there is one, nobody who holds the release can know that number, whatever they know of
the rules by which it was made: the double went through the same rules. In a double the same people
speak about the same services; so what is shown holds for a reader, too, who was told how many
answered where. Doubles are looked for by wandering: answers change places in ways that leave every
shown sum as it is, and a wandering that strays from what is told of shares and pairs is called
back. What comes near goes through the real figures, and has to agree with them to the last byte.
"""

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import islice
from random import Random
from typing import Any
from unittest.mock import patch

from alongside.engines.disclosure import Hidden, Shown
from alongside.star.map_it.queries import figures
from alongside.star.map_it.queries.cubes import DECIDE, ProtectedCo, under_name
from alongside.star.map_it.queries.rows import RoundRows, Row
from alongside.star.map_it.queries.telling import Telling, telling_of
from tests.secrecy.reader import EVERY, Key, Table
from tests.secrecy.wandering import Cell, Change, Free, Wandering

type Figures = Callable[[RoundRows], Any]
type Count = tuple[Key, str]  # a hidden cell, and a code that somebody there chose
PULLS = (
    3,
    6,
    1,
    0.3,
)  # how strongly a wandering is called back to where it began, one after another
STEPS, CHECKS = 3000, 40  # of a wandering, and of the figures of what it comes to


def anybody(_row: Row) -> bool:
    """Of an outsider: no answer is known to them."""
    return True


def remade(
    data: RoundRows,
    protected: Mapping[str, ProtectedCo],
    former: Mapping[str, ProtectedCo] | None,
    as_told: dict[str, Telling],
) -> dict[str, Any]:
    """What is released, with shares and pairs told as finely as they were the first time."""

    def as_before(one: ProtectedCo, *found: Any) -> Telling:
        if one.co not in as_told:
            as_told[one.co] = telling_of(one, *found)
        return as_told[one.co]

    with patch.object(figures, "telling_of", as_before):
        return figures.figures_of(data, protected, former)


def with_answers(protected: Mapping[str, ProtectedCo], data: RoundRows) -> dict[str, ProtectedCo]:
    """What would be shown of other answers if the same cells were shown, counted anew."""
    return {co: _recounted(one, data) for co, one in protected.items()}


def _recounted(one: ProtectedCo, data: RoundRows) -> ProtectedCo:
    rows = [row for row in data.rows if row.co == one.co and row.group in one.groups]
    cells = {
        key: cell if isinstance(cell, Hidden) else _count(one, rows, key)
        for key, cell in one.release.cells.items()
    }
    renamed = tuple(under_name(row, one.groups[row.group]) for row in rows)
    return replace(one, release=replace(one.release, cells=cells), rows=renamed)


def _count(one: ProtectedCo, rows: Iterable[Row], key: tuple[str, ...]) -> Shown:
    service, group = key
    inside = [
        row
        for row in rows
        if service in (EVERY, row.service) and group in (EVERY, one.groups[row.group])
    ]
    codes = Counter(row.code for row in inside)
    counts = tuple(codes[code] for code in one.release.categories)
    return Shown(counts, len({row.person for row in inside}))


class Doubles:
    """Looks for doubles of one round's answers about one Co; `made` makes all that is released."""

    def __init__(
        self,
        data: RoundRows,
        bundle: Mapping[str, Any],
        co: str,
        made: Figures,
        *,
        free: Free = anybody,
    ) -> None:
        self.data, self.bundle, self.co, self.made, self.free = data, bundle, co, made, free
        self.table = Table.of(bundle["cubes"][co])
        self.released = made(data)
        self.truth = self._start()
        self.seen = {key for key, cell in self.table.cells.items() if cell is not None}
        self.open = sorted(cell for cell in self.truth.counts if cell not in self.seen)

    def _start(self) -> Wandering:
        return Wandering(self.data.rows, self.table, self.bundle, self.co, self.free)

    def hidden_counts(self) -> set[Count]:
        """Every code that somebody unknown to the reader chose in a hidden cell."""
        return {
            (cell, self.truth.said[person][cell[0]])
            for cell in self.open
            for person in self.truth.of[cell]
        }

    def not_in_doubt(self) -> set[Count]:
        """The hidden counts for which no double was found."""
        wanted = self.hidden_counts()
        for pull in PULLS:
            for count in sorted(wanted):
                double = self.double(count, pull) if count in wanted else None
                if double is not None:
                    wanted = {one for one in wanted if not self._differs(double, one)}
        return wanted

    def double(self, count: Count, pull: float) -> RoundRows | None:
        """The first answers near enough that give the very same release."""
        near = islice(self._near(count, Random(f"{pull} {count}"), pull), CHECKS)
        return next((one for one in near if self.made(one) == self.released), None)

    def _differs(self, double: RoundRows, count: Count) -> bool:
        (service, group), code = count
        parts = DECIDE.members if group == DECIDE.label else (group,)
        number = sum(
            (row.co, row.service, row.code) == (self.co, service, code) and row.group in parts
            for row in double.rows
        )
        return number != self.truth.counts[service, group][code]

    def _near(self, count: Count, chance: Random, pull: float) -> Iterator[RoundRows]:
        """Wander; give back the answers wherever they agree with what is told, but for the count."""
        cell, code = count
        on_way = self._start()
        now, truth = 0.0, self.truth.counts[cell][code]
        for step in range(STEPS):
            changes = self._change(on_way, chance)
            if not changes:
                continue
            back = [
                (person, service, on_way.said[person][service]) for person, service, _ in changes
            ]
            on_way.set(changes)
            strays = on_way.strays + 2 * (on_way.counts[cell][code] == truth)
            after = strays + pull * on_way.drift
            warmth = 3 * (1 - step / STEPS) + 0.05
            if after > now and chance.random() > math.exp((now - after) / warmth):
                on_way.set(back)
                continue
            now = after
            if strays == 0:
                yield self._answers(on_way)

    def _change(self, on_way: Wandering, chance: Random) -> list[Change]:
        """A few answers that change places, so that every shown sum stays as it is."""
        if chance.random() < 0.3:
            return self._exchange(on_way, chance)
        ring = self._ring(chance)
        if not ring:
            return []
        codes = [sorted({on_way.said[p][at[0]] for p in on_way.of[at]}) for at in ring[:2]]
        choices = [(a, b) for a in codes[0] for b in codes[1] if a != b]
        if not choices:
            return []
        a, b = chance.choice(choices)
        changes: list[Change] = []
        for place, (service, group) in enumerate(ring):
            old, new = (a, b) if place % 2 == 0 else (b, a)
            able = [p for p in on_way.of[service, group] if on_way.said[p][service] == old]
            if not able:
                return []
            changes.append((chance.choice(able), service, new))
        return changes

    def _exchange(self, on_way: Wandering, chance: Random) -> list[Change]:
        """Two people of one group exchange what they said of a service."""
        cell = chance.choice(sorted(on_way.of))
        if len(on_way.of[cell]) < 2:
            return []
        one, other = chance.sample(on_way.of[cell], 2)
        codes = on_way.said[one][cell[0]], on_way.said[other][cell[0]]
        return [(one, cell[0], codes[1]), (other, cell[0], codes[0])]

    def _ring(self, chance: Random) -> list[Cell]:
        """Open cells in a ring: one gives what the next takes, along every sum that is shown."""
        services = sorted({s for s, _ in self.open})
        groups = sorted({g for _, g in self.open})
        size = chance.choice((2, 2, 2, 3))
        free = [s for s in services if (s, EVERY) not in self.seen]
        if len(free) >= 2 and chance.random() < 0.5:
            group = chance.choice(groups)
            ring = [(s, group) for s in chance.sample(free, 2)]
        elif len(services) >= size <= len(groups):
            s, g = chance.sample(services, size), chance.sample(groups, size)
            ring = [cell for n in range(size) for cell in ((s[n], g[n]), (s[n], g[(n + 1) % size]))]
        else:
            return []
        return ring if all(cell in self.open for cell in ring) else []

    def _answers(self, on_way: Wandering) -> RoundRows:
        return replace(self.data, rows=tuple(self._row(row, on_way) for row in self.data.rows))

    def _row(self, row: Row, on_way: Wandering) -> Row:
        codes = on_way.said.get(f"{row.person} {row.group}") if row.co == self.co else None
        return row if codes is None else replace(row, code=codes[row.service])
