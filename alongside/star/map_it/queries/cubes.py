"""Protect a round's answers: one cube per Co, and which groups may be spoken of at all.

A group with too few people, or of one mind while small, is first merged ("those who decide"); if
that is not enough it leaves the cube altogether, so that no total gives it back (trust 27). The
four are protected together: the same people answered all of them, so that a number which one
leaves out must not stand in the next. What is told beside the cubes, and what all of it together
may give away, is written down in decision 0030.
"""

from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from alongside.engines.disclosure import (
    Cube,
    Dimension,
    Policy,
    Protected,
    Record,
    Shown,
    Standing,
    group_states,
    protect_together,
)
from alongside.star.framework.picture import CO_KEYS
from alongside.star.map_it.queries.following import (
    NONE_EARLIER,
    Earlier,
    TooFewChanged,
    may_follow,
)
from alongside.star.map_it.queries.rows import CODES, DECIDE, EVERY, GROUPS, RoundRows, Row


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

    def hidden_cells(self) -> list[tuple[str, str]]:
        """The (service, group) pairs in which somebody spoke, and that are not shown."""
        spoken = {(row.service, row.group) for row in self.rows}
        return sorted(cell for cell in spoken if not self.is_shown(*cell))

    def is_shown(self, service: str, group: str) -> bool:
        """Whether the answers of a cell, or of a margin, are shown."""
        return isinstance(self.release.cells.get((service, group)), Shown)

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
            self.is_shown(service, group) for service in services
        )

    def rated(self, group: str) -> set[str]:
        """The services of which somebody in the group said how often it happens."""
        return {row.service for row in self.rows if row.group == group and row.code.isdigit()}

    def pooled_services(self) -> list[str]:
        """Services whose answers may be shown with all groups together."""
        return [
            service
            for (service, group), cell in self.release.cells.items()
            if isinstance(cell, Shown) and cell.people and group == EVERY and service != EVERY
        ]


def protect_round(data: RoundRows, earlier: Earlier = NONE_EARLIER) -> dict[str, ProtectedCo]:
    """Protect the answers about each Co, leaving out groups that can't be shown.

    Raises `TooFewChanged` when an `earlier` release of the round has to stand.
    """
    policy = Policy(minimum=data.minimum)
    kept = {co: tuple(row for row in data.rows if row.co == co) for co in CO_KEYS}
    while True:
        cubes = {co: _cube(data, rows) for co, rows in kept.items()}
        releases = protect_together(cubes, policy)
        left_out = {co: _to_leave_out(releases[co], rows) for co, rows in kept.items()}
        if not any(left_out.values()):
            break
        kept = {
            co: tuple(row for row in rows if row.group != left_out[co]) for co, rows in kept.items()
        }
    for co, release in releases.items():
        if not may_follow(data, kept[co], release, earlier.of(co), since=earlier.as_of):
            raise TooFewChanged(co)
    return {co: _protected(co, releases[co], kept[co]) for co in CO_KEYS}


def _to_leave_out(release: Protected, rows: Sequence[Row]) -> str | None:
    """The smallest group that is hidden as a whole, if any is; of a merged one its smaller part.

    One at a time: a group may be hidden only to protect a smaller one, and come back.
    """
    states = group_states(release, "group")
    merged = {part: merge.members for merge in release.merges_used for part in merge.members}
    people = {group: {row.person for row in rows if row.group == group} for group in GROUPS}
    hidden = [g for g in GROUPS if people[g] and states[g].standing is Standing.TOO_FEW]
    sizes = {
        group: (sum(len(people[part]) for part in merged.get(group, (group,))), len(people[group]))
        for group in hidden
    }
    return min(hidden, key=sizes.__getitem__, default=None)


def _protected(co: str, release: Protected, rows: Sequence[Row]) -> ProtectedCo:
    states = group_states(release, "group")
    shown = {group: states[group].into or group for group in {row.group for row in rows}}
    renamed = tuple(under_name(row, shown[row.group]) for row in rows)
    return ProtectedCo(co, release, shown, renamed)


def under_name(row: Row, name: str) -> Row:
    """The answer under the name of a merged group: who wears two hats in it speaks in each."""
    return (
        row if row.group == name else replace(row, person=f"{row.person} {row.group}", group=name)
    )


def _cube(data: RoundRows, rows: Sequence[Row]) -> Cube:
    dimensions = (
        Dimension("service", data.services),
        Dimension("group", GROUPS, (DECIDE,)),
    )
    records = [
        Record(row.person, (row.service, row.group), row.code, entered=row.entered) for row in rows
    ]
    return Cube.from_records(dimensions, CODES, records)
