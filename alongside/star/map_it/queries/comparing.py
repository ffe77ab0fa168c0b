"""Set views and rounds side by side: where groups differ, and what changed since last time.

Two sides are compared on what both rated, and only on answers that the release speaks of: a service
on which one side stays hidden is left out, or the comparison would tell what is hidden (trust 24).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from alongside.engines.disclosure import Policy, change_may_be_shown
from alongside.engines.perceptions import Change, ChangeReason, Gap, change, gaps
from alongside.star.framework.picture import CO_KEYS
from alongside.star.map_it.queries.cubes import ProtectedCo, protect_co
from alongside.star.map_it.queries.rows import RESIDENT, RoundRows, Row, engine_answers

Protecteds = Mapping[str, ProtectedCo]


def view_gaps(
    data: RoundRows, rows: Sequence[Row], protected: Protecteds, asked: Mapping[str, int]
) -> dict[str, Any]:
    """Every shown group against residents, on every Co where residents are shown."""
    contrasts = sorted({g for one in protected.values() for g in one.shown} - {RESIDENT})
    kept = [row for row in rows if RESIDENT in protected[row.co].shown]
    grounds = {
        (co, group): common_ground((one, group), (one, RESIDENT))
        for co, one in protected.items()
        for group in contrasts
    }
    found = gaps(
        engine_answers(kept),
        reference_group=RESIDENT,
        contrasts=contrasts,
        cos=CO_KEYS,
        asked=asked,
        minimum_voices=data.minimum,
        grounds=grounds,
    )
    return {
        "all": [_gap(gap) for gap in found.all],
        "biggest": _gap(found.biggest) if found.biggest else None,
        "family_size": found.family_size,
    }


def common_ground(x: tuple[ProtectedCo, str], y: tuple[ProtectedCo, str]) -> set[str]:
    """The services on which two groups, or two rounds of one, may be set side by side."""
    common = x[0].rated(x[1]) & y[0].rated(y[1])
    if all(one.shows(group, common) for one, group in (x, y)):
        return common
    return {s for s in common if all(one.shows(group, {s}) for one, group in (x, y))}


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "co": gap.co,
        "group": gap.group,
        "higher": gap.higher,
        "lower": gap.lower,
        "same": gap.same,
        "services": gap.services,
        "certainty": str(gap.certainty),
        "clear": gap.clear,
        "interval": [round(gap.interval.low, 2), round(gap.interval.high, 2)]
        if gap.interval
        else None,
    }


def changes_since(
    data: RoundRows, before: RoundRows | None, protected: Protecteds, *, same_version: bool
) -> list[dict[str, Any]]:
    """Change since the round before, on what both rounds show (trust 28, 37)."""
    if before is None:
        return []
    former = {co: protect_co(before, co, ()) for co in CO_KEYS}
    both = {co: [g for g in protected[co].shown if g in former[co].shown] for co in CO_KEYS}
    grounds = {
        (co, group): common_ground((former[co], group), (protected[co], group))
        for co, groups in both.items()
        for group in groups
    }
    found = change(
        engine_answers(_on_ground(former, grounds)),
        engine_answers(_on_ground(protected, grounds)),
        versions=("1", "1" if same_version else "2"),
        shown_groups=both,
        cos=CO_KEYS,
    )
    policy = Policy(minimum=data.minimum)
    return [_change(one, both[co], policy) for co, one in found.items()]


def _on_ground(protected: Protecteds, grounds: Mapping[tuple[str, str], set[str]]) -> list[Row]:
    rows = (row for one in protected.values() for row in one.rows)
    return [row for row in rows if row.service in grounds.get((row.co, row.group), ())]


def _change(one: Change, groups: Sequence[str], policy: Policy) -> dict[str, Any]:
    """A change as plain values; told only where joiners and leavers are none, or many."""
    safe = all(
        change_may_be_shown(one.joined.get(g, 0), one.left.get(g, 0), policy) for g in groups
    )
    told = safe and one.reason is ChangeReason.CHANGED
    return {
        "co": one.co,
        "reason": str(one.reason) if safe else "not_shown",
        "levels": list(one.levels) if told and one.levels else None,
        "rings": [None if r is None else round(r, 2) for r in one.rings]
        if told and one.rings
        else None,
    }
