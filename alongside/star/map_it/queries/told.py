"""What would be told of a Co beside its cells, if its answers were others."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from alongside.engines.perceptions import StarLevel, levels
from alongside.star.framework.picture import CO_KEYS
from alongside.star.map_it.queries.comparing import (
    changes_since,
    find_gaps,
    grounds_of,
    tell_gaps,
)
from alongside.star.map_it.queries.cubes import ProtectedCo
from alongside.star.map_it.queries.doubt import Rows
from alongside.star.map_it.queries.points import tell_point
from alongside.star.map_it.queries.rows import RESIDENT, RoundRows, engine_answers
from alongside.star.map_it.queries.telling import Tell, Telling, stays_in_doubt, telling_of


def complete_groups(data: RoundRows, protected: Mapping[str, ProtectedCo]) -> dict[str, int]:
    """Groups of which everyone was asked: nobody is left to guess about, if all answered."""
    return {
        group: data.asked[group]
        for group in data.everyone_asked
        if all(one.groups.get(group, group) == group for one in protected.values())
    }


def level_of(one: ProtectedCo, rows: Rows, asked: Mapping[str, int]) -> StarLevel:
    """Return the level of one Co if these were its answers."""
    return levels(
        engine_answers(rows),
        shown_groups={one.co: one.shown},
        resident_group=RESIDENT,
        asked=asked,
        cos=[one.co],
    )[one.co]


def teller(
    data: RoundRows,
    protected: Mapping[str, ProtectedCo],
    former: Mapping[str, ProtectedCo] | None,
    one: ProtectedCo,
    asked: Mapping[str, int],
) -> Tell:
    """Makes all that would be told beside the cells if one Co's answers were others."""
    grounds = grounds_of(protected)

    def tell(rows: Rows, telling: Telling) -> Iterator[Any]:
        yield tell_point(level_of(one, rows, asked), telling)
        other, alike = replace(one, rows=tuple(rows)), dict.fromkeys(CO_KEYS, telling)
        yield tell_gaps(find_gaps(data, {**protected, one.co: other}, grounds, asked), alike)
        yield changes_since(data, former, {one.co: other}, alike)

    return tell


def tell_changes(
    data: RoundRows,
    protected: Mapping[str, ProtectedCo],
    telling: Mapping[str, Telling],
    former: Mapping[str, ProtectedCo] | None,
    before: RoundRows | None,
) -> list[dict[str, Any]]:
    """Return what is told of change; nothing of a Co whose earlier answers it would give away."""
    changes = changes_since(data, former, protected, telling)
    if former is None or before is None:
        return changes
    return [
        change
        if change["more"] is None
        or _leaves_in_doubt(change, data, protected, telling, former=former, before=before)
        else {**change, "more": None, "levels": None}
        for change in changes
    ]


def _leaves_in_doubt(
    change: Mapping[str, Any],
    data: RoundRows,
    protected: Mapping[str, ProtectedCo],
    telling: Mapping[str, Telling],
    *,
    former: Mapping[str, ProtectedCo],
    before: RoundRows,
) -> bool:
    """Whether hidden answers of the round before stay in doubt beside this change."""
    co = change["co"]
    one, tell = (
        former[co],
        teller(before, former, None, former[co], complete_groups(before, former)),
    )
    asked, grounds = complete_groups(before, former), grounds_of(former)
    differ = [gap for gap in find_gaps(before, former, grounds, asked).all if gap.co == co]
    point = level_of(one, one.rows, asked)
    as_told = telling_of(one, point, differ, grounds, tell)

    def tell_both(rows: Rows, as_then: Telling) -> Iterator[Any]:
        yield from tell(rows, as_then)
        then = {co: replace(one, rows=tuple(rows))}
        yield changes_since(data, then, {co: protected[co]}, telling)

    return stays_in_doubt(one, point, differ, grounds, tell=tell_both, telling=as_told)
