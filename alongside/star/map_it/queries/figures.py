"""Make the figures of a round: everything its pages, pictures and exports will ever show.

Pure: rows in, plain values out, ready to be stored as JSON. Slow (seconds), so it runs in a job.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any

from alongside.engines.disclosure import VERSION as DISCLOSURE_VERSION
from alongside.engines.disclosure import Protected
from alongside.engines.perceptions import VERSION as PERCEPTIONS_VERSION
from alongside.engines.perceptions import StarLevel, levels, service_levels
from alongside.star.framework.picture import CO_KEYS
from alongside.star.map_it.queries.comparing import changes_since, view_gaps
from alongside.star.map_it.queries.cubes import GROUPS, ProtectedCo, protect_co, under_name
from alongside.star.map_it.queries.practice import practice_figures
from alongside.star.map_it.queries.rows import RESIDENT, RoundRows, engine_answers

ENGINES = {"disclosure": DISCLOSURE_VERSION, "perceptions": PERCEPTIONS_VERSION}
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
        engine_answers(kept), shown_groups=shown, resident_group=RESIDENT, asked=asked, cos=CO_KEYS
    )
    return {
        "services": list(data.services),
        "people": _people(data, protected),
        "points": [_point(found[co]) for co in CO_KEYS],
        "heat": _heat(protected),
        "gaps": view_gaps(data, kept, protected, asked),
        "change": changes_since(data, before, protected, same_version=same_version),
        "cubes": {co: one.release.to_json() for co, one in protected.items()},
        "practice": practice_figures(data),
        "heard": _heard(protected),
        "questions": _questions(data, protected),
    }


def _people(data: RoundRows, protected: Mapping[str, ProtectedCo]) -> dict[str, Any]:
    """How each group stands: how many answered of how many, and under what name it is shown."""
    people: dict[str, dict[str, Any]] = {}
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
        if group in data.by_name:
            people[group]["by_name"] = data.by_name[group]
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
        # Only where a marker stands. A group's shares, beside its cells, would say more than is shown.
        "markers": [
            {
                "group": one.group,
                "status": str(one.status),
                "level": one.level,
                "answered": one.answered,
            }
            for one in found.groups
            if one.voices
        ],
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
        rows = [*one.rows, *(under_name(r, "all") for r in one.rows if r.service in pooled)]
        found = service_levels(
            engine_answers(rows),
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
