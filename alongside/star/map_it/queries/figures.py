"""Make the figures of a round: everything its pages, pictures and exports will ever show.

Pure: rows in, plain values out, ready to be stored as JSON. Slow (seconds), so it runs in a job.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from alongside.engines.disclosure import VERSION as DISCLOSURE_VERSION
from alongside.engines.disclosure import Policy, Protected, change_may_be_shown
from alongside.engines.perceptions import (
    DONT_KNOW,
    NOT_OUR_ROLE,
    Answers,
    ChangeReason,
    Gap,
    StarLevel,
    change,
    gaps,
    levels,
    service_levels,
)
from alongside.engines.perceptions import VERSION as PERCEPTIONS_VERSION
from alongside.star.framework.picture import CO_KEYS
from alongside.star.map_it.queries.cubes import GROUPS, ProtectedCo, protect_co
from alongside.star.map_it.queries.practice import practice_figures
from alongside.star.map_it.queries.rows import RoundRows, Row

ENGINES = {"disclosure": DISCLOSURE_VERSION, "perceptions": PERCEPTIONS_VERSION}
CODE = {"dk": DONT_KNOW, "na": NOT_OUR_ROLE} | {str(level): level for level in range(5)}
RESIDENT = "resident"
Earlier = Mapping[str, Sequence[Protected]]


def star_figures(
    data: RoundRows, *, earlier: Earlier, before: RoundRows | None, same_version: bool
) -> dict[str, Any]:
    """Return the bundle of a release.

    `earlier` are the protected cubes of this round's former releases, by Co; `before` the round
    before, for change. Keys: people, points, heat, gaps, change, cubes, practice.
    """
    protected = {co: protect_co(data, co, earlier.get(co, ())) for co in CO_KEYS}
    kept = [row for one in protected.values() for row in one.rows]
    shown = {co: one.shown for co, one in protected.items()}
    asked = _complete_groups(data, protected)
    found = levels(
        _answers(kept), shown_groups=shown, resident_group=RESIDENT, asked=asked, cos=CO_KEYS
    )
    return {
        "services": list(data.services),
        "people": _people(data, protected),
        "points": [_point(found[co]) for co in CO_KEYS],
        "heat": _heat(protected),
        "gaps": _gaps(kept, protected, asked),
        "change": _change(data, before, protected, same_version=same_version),
        "cubes": {co: one.release.to_json() for co, one in protected.items()},
        "practice": practice_figures(data),
        "heard": _heard(protected),
        "questions": _questions(data, protected),
    }


def _answers(rows: Sequence[Row]) -> Answers:
    return Answers.of((row.person, row.group, row.service, row.co, CODE[row.code]) for row in rows)


def _people(data: RoundRows, protected: Mapping[str, ProtectedCo]) -> dict[str, Any]:
    """How each group stands: how many answered of how many, and under what name it is shown."""
    people = {}
    for group in GROUPS:
        names = {one.groups[group] for one in protected.values() if group in one.groups}
        answered = data.answered.get(group, 0)
        state = "none" if not answered else "shown" if names else "too_few"
        people[group] = {
            "answered": answered,
            "asked": data.asked.get(group),
            "state": state,
            "into": next(iter(sorted(names - {group})), None),
        }
    return people


def _complete_groups(data: RoundRows, protected: Mapping[str, ProtectedCo]) -> dict[str, int]:
    """Groups of which everyone was asked: nobody is left to guess about, if all answered."""
    return {
        group: data.asked[group]
        for group in data.everyone_asked
        if all(one.groups.get(group, group) == group for one in protected.values())
    }


def _point(found: StarLevel) -> dict[str, Any]:
    return {
        **_reading(found),
        "co": found.co,
        "staff_view_only": found.staff_view_only,
        "markers": [{"group": one.group, **_reading(one)} for one in found.groups if one.voices],
    }


def _reading(found: Any) -> dict[str, Any]:
    """A reading as plain values, shares in whole hundredths."""
    return {
        "status": str(found.status),
        "level": found.level,
        "rule_level": found.rule_level,
        "between": list(found.between) if found.between else None,
        "rings": [round(share, 2) for share in found.rings] if found.rings else None,
        "intervals": [[round(i.low, 2), round(i.high, 2)] for i in found.intervals]
        if found.intervals
        else None,
        "dont_know": round(found.dont_know, 2) if found.dont_know is not None else None,
        "bounds": list(found.bounds) if found.bounds else None,
        "answered": found.answered,
        "complete": found.complete,
    }


def _heat(protected: Mapping[str, ProtectedCo]) -> list[dict[str, Any]]:
    """The level of each service on each Co, from groups shown there, or from all together."""
    cells = []
    for co, one in protected.items():
        by_group = one.shown_cells()
        pooled = set(one.pooled_services()) - {service for service, _ in by_group}
        rows = [*one.rows, *(replace(r, group="all") for r in one.rows if r.service in pooled)]
        found = service_levels(
            _answers(rows),
            shown_cells=by_group + [(service, "all") for service in sorted(pooled)],
            resident_group=RESIDENT,
            cos=[co],
        )
        cells += [
            {
                "service": service,
                "co": co,
                "status": str(level.status),
                "level": level.level,
                "groups": [group.group for group in level.groups],
            }
            for (service, _), level in sorted(found.items())
        ]
    return cells


def _heard(protected: Mapping[str, ProtectedCo]) -> list[list[str]]:
    """The (group, service) pairs of which something is shown; the others need more answers."""
    pairs = {(group, service) for one in protected.values() for service, group in one.shown_cells()}
    return [list(pair) for pair in sorted(pairs)]


def _questions(data: RoundRows, protected: Mapping[str, ProtectedCo]) -> dict[str, int]:
    """How many questions a person of each shown group answered, on average."""
    shown = {group for one in protected.values() for group in one.groups}
    count = Counter(row.group for row in data.rows)
    return {g: round(count[g] / data.answered[g]) for g in GROUPS if g in shown}


def _gaps(
    rows: Sequence[Row], protected: Mapping[str, ProtectedCo], asked: Mapping[str, int]
) -> dict[str, Any]:
    contrasts = sorted({g for one in protected.values() for g in one.shown} - {RESIDENT})
    kept = [row for row in rows if RESIDENT in protected[row.co].shown]
    found = gaps(
        _answers(kept),
        reference_group=RESIDENT,
        contrasts=contrasts,
        cos=CO_KEYS,
        asked=asked,
        minimum_voices=5,
    )
    return {
        "all": [_gap(gap) for gap in found.all],
        "biggest": _gap(found.biggest) if found.biggest else None,
        "family_size": found.family_size,
    }


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


def _change(
    data: RoundRows,
    before: RoundRows | None,
    protected: Mapping[str, ProtectedCo],
    *,
    same_version: bool,
) -> list[dict[str, Any]]:
    """Change since the round before, where joiners and leavers are none or many (trust 28, 37)."""
    if before is None:
        return []
    former = {co: protect_co(before, co, ()) for co in CO_KEYS}
    both = {co: [g for g in protected[co].shown if g in former[co].shown] for co in CO_KEYS}
    found = change(
        _answers([row for one in former.values() for row in one.rows]),
        _answers([row for one in protected.values() for row in one.rows]),
        versions=("1", "1" if same_version else "2"),
        shown_groups=both,
        cos=CO_KEYS,
    )
    policy = Policy(minimum=data.minimum)
    changes = []
    for co, one in found.items():
        safe = all(
            change_may_be_shown(one.joined.get(g, 0), one.left.get(g, 0), policy) for g in both[co]
        )
        told = safe and one.reason is ChangeReason.CHANGED
        changes.append(
            {
                "co": co,
                "reason": str(one.reason) if safe else "not_shown",
                "levels": list(one.levels) if told and one.levels else None,
                "rings": [r if r is None else round(r, 2) for r in one.rings]
                if told and one.rings
                else None,
            }
        )
    return changes
