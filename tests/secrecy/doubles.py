"""Another set of answers that gives the very same release, in which a hidden number is different.

As long as there is one, nobody who holds the release can know that number, whatever they know of
how its figures are made. In a double the same people speak about the same services; so what is
shown holds for a reader, too, who was told how many answered where. Finding doubles is hard, and
the program does so itself when it decides how finely to tell; to check one is easy, and here each
is counted and made into figures again, and has to agree with the release to the last byte.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any
from unittest.mock import patch

from alongside.engines.disclosure import Shown
from alongside.star.map_it.queries import figures, telling
from alongside.star.map_it.queries.comparing import changes_since
from alongside.star.map_it.queries.cubes import ProtectedCo, protect_round
from alongside.star.map_it.queries.doubt import Reader, Rows, all_in_doubt, anybody, doubles_of
from alongside.star.map_it.queries.rows import EVERY, RoundRows, Row
from alongside.star.map_it.queries.telling import Telling
from alongside.star.map_it.queries.variation import Told

CROWD = 10  # so many may be shown of one mind (trust 26)
type Cell = tuple[str, str]
type Count = tuple[Cell, str]  # a hidden cell, and a code that somebody there chose
type Protecteds = Mapping[str, ProtectedCo]


@dataclass
class Drawn:
    """A round as it was drawn: what was told of each Co, and what was looked for with it."""

    data: RoundRows
    protected: Protecteds
    former: Protecteds | None
    bundle: dict[str, Any]
    told_as: dict[str, Telling]
    looked_for: dict[str, tuple[Told, Callable[[Rows], bool]]]

    def again(self, co: str, rows: Rows) -> dict[str, Any]:
        """What is released if these were the answers about one Co, told as it was."""
        one = replace(self.protected[co], rows=tuple(rows))
        with (
            patch.object(figures, "telling_of", lambda one, *_: self.told_as[one.co]),
            patch.object(figures, "tell_changes", lambda *_: self.changes({co: one}, self.former)),
        ):
            return figures.figures_of(self.data, {**self.protected, co: one}, self.former)

    def changes(self, others: Protecteds, former: Protecteds | None) -> list[dict[str, Any]]:
        """What is told of change with other answers, of those Cos of which anything is told."""
        found = changes_since(self.data, former, {**self.protected, **others}, self.told_as)
        told = {change["co"] for change in self.bundle["change"] if change["more"] is not None}
        return [
            change if change["co"] in told else {**change, "more": None, "levels": None}
            for change in found
        ]


def draw(data: RoundRows, before: RoundRows | None = None) -> Drawn:
    """Protect a round and make its figures; keep what was found out on the way."""
    looked_for: dict[str, tuple[Told, Callable[[Rows], bool]]] = {}
    told_as: dict[str, Telling] = {}

    def look(one: ProtectedCo, told: Told, alike: Callable[[Rows], bool]) -> bool:
        if one.co not in told_as:  # later it is the round before, beside what changed
            looked_for[one.co] = told, alike
        return all_in_doubt(one, told, alike)

    def tell(one: ProtectedCo, *found: Any) -> Telling:
        told_as[one.co] = telling.telling_of(one, *found)
        return told_as[one.co]

    protected, former = protect_round(data), protect_round(before) if before else None
    with patch.object(telling, "all_in_doubt", look), patch.object(figures, "telling_of", tell):
        bundle = figures.figures_of(data, protected, former, before)
    return Drawn(data, protected, former, bundle, told_as, looked_for)


def beside(then: Drawn, now: Drawn) -> Drawn:
    """The earlier of two rounds for a reader who also holds what the later one says of change."""

    def also(co: str, alike: Callable[[Rows], bool]) -> Callable[[Rows], bool]:
        def both(rows: Rows) -> bool:
            former = {**then.protected, co: replace(then.protected[co], rows=tuple(rows))}
            return alike(rows) and now.bundle["change"] == now.changes({}, former)

        return both

    looked_for = {co: (told, also(co, alike)) for co, (told, alike) in then.looked_for.items()}
    return replace(then, looked_for=looked_for)


def known_answers(drawn: Drawn, unknown: Reader = anybody) -> set[tuple[str, Count]]:
    """Hidden answers without a double that holds, by Co."""
    return {
        (co, count)
        for co, one in drawn.protected.items()
        if not drawn.told_as[co].only_cells
        for count in hidden_counts(one, unknown)
        - {other for double in _doubles(drawn, co, unknown) for other in _differing(one, double)}
    }


def hidden_counts(one: ProtectedCo, unknown: Reader = anybody) -> set[Count]:
    """Codes that somebody unknown to the reader chose in a hidden cell, but for a crowd's."""
    rows = [row for row in one.rows if unknown(row) and not one.is_shown(row.service, row.group)]
    by_margin: dict[Cell, list[Row]] = {}
    for row in rows:
        for margin in ((row.service, EVERY), (EVERY, row.group), (EVERY, EVERY)):
            if one.is_shown(*margin):
                by_margin.setdefault(margin, []).append(row)
    told_by_a_crowd = {
        (row.service, row.group)
        for inside in by_margin.values()
        if len({row.code for row in inside}) == 1 and len({row.person for row in inside}) >= CROWD
        for row in inside
    }
    found = {((row.service, row.group), row.code) for row in rows}
    return {count for count in found if count[0] not in told_by_a_crowd}


def _doubles(drawn: Drawn, co: str, reader: Reader) -> Iterator[Rows]:
    """The doubles that the program found for this reader, if they hold; anybody takes all."""
    if co in drawn.looked_for:
        for unknown, double in doubles_of(drawn.protected[co], *drawn.looked_for[co]) or []:
            assert is_double(drawn, co, double, unknown)
            if reader in (anybody, unknown):
                yield double


def is_double(drawn: Drawn, co: str, rows: Rows, unknown: Reader) -> bool:
    """Whether other answers give every shown cell again, and every figure beside them."""
    one = drawn.protected[co]
    pairs = list(zip(one.rows, rows, strict=True))
    return (
        all(replace(old, code=new.code) == new for old, new in pairs)
        and all(old == new for old, new in pairs if not unknown(old))
        and all(
            _count(one, rows, key) == cell
            for key, cell in one.release.cells.items()
            if isinstance(cell, Shown)
        )
        and drawn.again(co, rows) == drawn.bundle
    )


def _count(one: ProtectedCo, rows: Iterable[Row], key: tuple[str, ...]) -> Shown:
    service, group = key
    codes = Counter(
        row.code for row in rows if service in (EVERY, row.service) and group in (EVERY, row.group)
    )
    cell = one.release.cells[key]
    assert isinstance(cell, Shown)
    return Shown(tuple(codes[code] for code in one.release.categories), cell.people)


def _differing(one: ProtectedCo, double: Rows) -> set[Count]:
    then, now = (
        Counter(((row.service, row.group), row.code) for row in rows) for rows in (one.rows, double)
    )
    return {count for count in then if then[count] != now[count]}
