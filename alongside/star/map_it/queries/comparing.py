"""Set views and rounds side by side: where groups differ, and what changed since last time.

Two sides are compared on what both rated, and only on answers that the release speaks of: a service
on which one side stays hidden is left out, or the comparison would tell what is hidden (trust 24).
"""

from collections.abc import Mapping, Sequence
from typing import Any

from alongside.engines.disclosure import Policy, change_may_be_shown
from alongside.engines.perceptions import Change, ChangeReason, Gap, Gaps, change, gaps
from alongside.star.map_it.queries.cubes import ProtectedCo
from alongside.star.map_it.queries.rows import RESIDENT, RoundRows, Row, engine_answers
from alongside.star.map_it.queries.telling import Grounds, Telling, in_fives

Protecteds = Mapping[str, ProtectedCo]


def grounds_of(protected: Protecteds) -> Grounds:
    """The services on which each shown group may be set beside residents, by Co."""
    contrasts = sorted({g for one in protected.values() for g in one.shown} - {RESIDENT})
    return {
        (co, group): common_ground((one, group), (one, RESIDENT))
        for co, one in protected.items()
        for group in contrasts
    }


def find_gaps(
    data: RoundRows, protected: Protecteds, grounds: Grounds, asked: Mapping[str, int]
) -> Gaps:
    """Every shown group against residents, on every Co where residents are shown."""
    heard = [one for one in protected.values() if RESIDENT in one.shown]
    return gaps(
        engine_answers([row for one in heard for row in one.rows]),
        reference_group=RESIDENT,
        contrasts=sorted({group for _co, group in grounds}),
        cos=list(protected),
        asked=asked,
        minimum_voices=data.minimum,
        grounds=grounds,
    )


def tell_gaps(found: Gaps, telling: Mapping[str, Telling]) -> dict[str, Any]:
    """The gaps as plain values, as finely as they may be told."""
    told = [gap for gap in found.all if not telling[gap.co].only_cells]
    biggest = found.biggest if found.biggest in told else None
    return {
        "all": [_gap(gap, telling[gap.co]) for gap in told],
        "biggest": _gap(biggest, telling[biggest.co]) if biggest else None,
    }


def common_ground(x: tuple[ProtectedCo, str], y: tuple[ProtectedCo, str]) -> set[str]:
    """The services on which two groups, or two rounds of one, may be set side by side."""
    common = x[0].rated(x[1]) & y[0].rated(y[1])
    if all(one.shows(group, common) for one, group in (x, y)):
        return common
    return {s for s in common if all(one.shows(group, {s}) for one, group in (x, y))}


def _gap(gap: Gap, telling: Telling) -> dict[str, Any]:
    """A gap as plain values; where its pairs may not be told, only which way it goes, if it is clear."""
    higher, lower = in_fives(gap)
    told = gap.group in telling.in_numbers
    return {
        "co": gap.co,
        "group": gap.group,
        "higher": higher if told else None,
        "lower": lower if told else None,
        "same": 100 - higher - lower if told else None,
        "more": gap.delta > 0 if gap.clear else None,
        "certainty": str(gap.certainty),
        "clear": gap.clear,
    }


def changes_since(
    data: RoundRows,
    former: Protecteds | None,
    protected: Protecteds,
    telling: Mapping[str, Telling],
) -> list[dict[str, Any]]:
    """Change since the round before on the same questions, on what both rounds show (trust 28, 37)."""
    if former is None:
        return []
    both = {co: [g for g in one.shown if g in former[co].shown] for co, one in protected.items()}
    grounds = {
        (co, group): common_ground((former[co], group), (protected[co], group))
        for co, groups in both.items()
        for group in groups
    }
    found = change(
        engine_answers(_on_ground(former, grounds)),
        engine_answers(_on_ground(protected, grounds)),
        versions=("1", "1"),
        shown_groups=both,
        cos=list(both),
    )
    policy = Policy(minimum=data.minimum)
    return [
        _change(one, both[co], policy, may_be_told=not telling[co].only_cells)
        for co, one in found.items()
    ]


def _on_ground(protected: Protecteds, grounds: Mapping[tuple[str, str], set[str]]) -> list[Row]:
    rows = (row for one in protected.values() for row in one.rows)
    return [row for row in rows if row.service in grounds.get((row.co, row.group), ())]


def _change(
    one: Change, groups: Sequence[str], policy: Policy, *, may_be_told: bool
) -> dict[str, Any]:
    """What is said of a change: more often or less; and between which levels.

    It is told only where joiners and leavers are none, or many.
    """
    safe = all(
        change_may_be_shown(one.joined.get(g, 0), one.left.get(g, 0), policy) for g in groups
    )
    told = may_be_told and safe and one.reason is ChangeReason.CHANGED
    moves = [move for move in one.rings or () if move is not None]
    return {
        "co": one.co,
        "more": sum(moves) > 0 if told else None,
        "levels": list(one.levels) if told and one.levels else None,
    }
