"""Protect a round's answers: one cube per Co, and which groups may be spoken of at all.

A group with too few people, or of one mind while small, is first merged ("those who decide"); if
that is not enough it leaves the cube altogether, so that no total gives it back (trust 27).
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from alongside.engines.disclosure import (
    Cube,
    Dimension,
    Merge,
    Policy,
    Protected,
    Record,
    Shown,
    Standing,
    group_states,
    protect,
)
from alongside.star.map_it.queries.rows import CODES, RoundRows, Row

GROUPS = ("elected", "manager", "staff", "resident")
DECIDE = Merge("decide", ("elected", "manager"))


class TooFewChanged(Exception):  # noqa: N818 - an answer of the disclosure rule, not an error
    """Laid beside an earlier release, this one would show what only a few people changed."""


@dataclass(frozen=True, slots=True)
class ProtectedCo:
    """What may be shown of the answers about one Co.

    `groups` gives each of the four groups the name under which it is shown ("decide" for a merged
    one), or nothing where it answered but is not shown. `rows` are the answers left in, with
    merged groups under their common name.
    """

    co: str
    release: Protected
    groups: Mapping[str, str]
    rows: tuple[Row, ...]

    @property
    def shown(self) -> tuple[str, ...]:
        """The groups that the Star may show, each once, in the order of the method."""
        return tuple(dict.fromkeys(self.groups[g] for g in GROUPS if g in self.groups))

    def shown_cells(self) -> list[tuple[str, str]]:
        """The (service, group) pairs that may be shown."""
        return [
            (service, group)
            for (service, group), cell in self.release.cells.items()
            if isinstance(cell, Shown) and cell.people and "*" not in (service, group)
        ]

    def shows(self, group: str, services: AbstractSet[str]) -> bool:
        """Whether what a group said of these services together may be spoken of.

        So it is of all that it rated, and of any services of which its own cell is shown.
        """
        return self.rated(group) <= services or all(
            isinstance(self.release.cells.get((service, group)), Shown) for service in services
        )

    def rated(self, group: str) -> set[str]:
        """The services of which somebody in the group said how often it happens."""
        return {row.service for row in self.rows if row.group == group and row.code.isdigit()}

    def pooled_services(self) -> list[str]:
        """Services whose answers may be shown with all groups together."""
        return [
            service
            for (service, group), cell in self.release.cells.items()
            if isinstance(cell, Shown) and cell.people and group == "*" and service != "*"
        ]


def protect_co(data: RoundRows, co: str, earlier: Sequence[Protected]) -> ProtectedCo:
    """Protect the answers about one Co, leaving out groups that can't be shown.

    Raises `TooFewChanged` when an `earlier` release of the round has to stand.
    """
    policy = Policy(minimum=data.minimum)
    rows = tuple(row for row in data.rows if row.co == co)
    left_out: set[str] = set()
    while True:
        kept = tuple(row for row in rows if row.group not in left_out)
        release = protect(_cube(data, kept), policy)
        states = group_states(release, "group")
        present = {row.group for row in kept}
        hidden = {g for g in present if states[g].standing is Standing.TOO_FEW}
        if not hidden:
            break
        left_out |= _smallest(hidden, kept)
    if earlier and protect(_cube(data, kept), policy, earlier) is earlier[-1]:
        raise TooFewChanged(co)
    shown = {
        group: states[group].into or group
        for group in present
        if states[group].standing in (Standing.SHOWN, Standing.MERGED)
    }
    renamed = tuple(under_name(row, shown[row.group]) for row in kept if row.group in shown)
    return ProtectedCo(co, release, shown, renamed)


def under_name(row: Row, name: str) -> Row:
    """The answer under the name of a merged group: who wears two hats in it speaks in each."""
    return (
        row if row.group == name else replace(row, person=f"{row.person} {row.group}", group=name)
    )


def _smallest(hidden: set[str], rows: Sequence[Row]) -> set[str]:
    # One at a time: a group may be hidden only to protect a smaller one, and come back.
    people = {g: len({row.person for row in rows if row.group == g}) for g in hidden}
    return {min(sorted(hidden), key=lambda group: people[group])}


def _cube(data: RoundRows, rows: Sequence[Row]) -> Cube:
    dimensions = (
        Dimension("service", data.services),
        Dimension("group", GROUPS, (DECIDE,)),
    )
    records = [Record(row.person, (row.service, row.group), row.code) for row in rows]
    return Cube.from_records(dimensions, CODES, records)
