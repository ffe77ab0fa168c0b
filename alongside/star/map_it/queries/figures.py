"""Make the figures of a round: everything its pages, pictures and exports will ever show.

Pure: rows in, plain values out, ready to be stored as JSON. Slow (seconds), so it runs in a job.
"""

from collections.abc import Mapping
from statistics import fmean
from typing import Any

from alongside.engines.disclosure import VERSION as DISCLOSURE_VERSION
from alongside.engines.perceptions import VERSION as PERCEPTIONS_VERSION
from alongside.engines.perceptions import service_levels
from alongside.star.framework.picture import CO_KEYS
from alongside.star.map_it.queries.comparing import find_gaps, grounds_of, tell_gaps
from alongside.star.map_it.queries.cubes import ProtectedCo, protect_round, under_name
from alongside.star.map_it.queries.following import NONE_EARLIER, Earlier
from alongside.star.map_it.queries.points import tell_point
from alongside.star.map_it.queries.practice import practice_figures
from alongside.star.map_it.queries.rows import GROUPS, RESIDENT, RoundRows, engine_answers
from alongside.star.map_it.queries.telling import telling_of
from alongside.star.map_it.queries.told import complete_groups, level_of, tell_changes, teller

ENGINES = {"disclosure": DISCLOSURE_VERSION, "perceptions": PERCEPTIONS_VERSION}


def star_figures(
    data: RoundRows,
    *,
    earlier: Earlier = NONE_EARLIER,
    before: RoundRows | None = None,
    same_version: bool = True,
) -> dict[str, Any]:
    """Return the bundle of a release.

    `earlier` are this round's former releases, `before` the round before, for change.
    """
    former = protect_round(before) if before and same_version else None
    return figures_of(data, protect_round(data, earlier), former, before)


def figures_of(
    data: RoundRows,
    protected: Mapping[str, ProtectedCo],
    former: Mapping[str, ProtectedCo] | None = None,
    before: RoundRows | None = None,
) -> dict[str, Any]:
    """Return what is shown of protected answers, and nothing besides.

    `former` is the round before on the same questions, protected; `before` its answers.

    What each figure tells of people's answers stands in decision 0030; a new one belongs there, and
    into the test that tries to work answers back from all of them.
    """
    asked = complete_groups(data, protected)
    found = {co: level_of(one, one.rows, asked) for co, one in protected.items()}
    grounds = grounds_of(protected)
    differ = find_gaps(data, protected, grounds, asked)
    telling = {
        co: telling_of(
            one,
            found[co],
            [gap for gap in differ.all if gap.co == co],
            grounds,
            teller(data, protected, former, one, asked),
        )
        for co, one in protected.items()
    }
    return {
        "services": list(data.services),
        "people": _people(data, protected),
        "points": [tell_point(found[co], telling[co]) for co in CO_KEYS],
        "heat": _heat(protected),
        "gaps": tell_gaps(differ, telling),
        "change": tell_changes(data, protected, telling, former, before),
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
            }
            for (service, _), level in sorted(found.items())
        ]
    return cells


def _heard(protected: Mapping[str, ProtectedCo]) -> list[list[str]]:
    """The (group, service) pairs of which something is shown; the others need more answers."""
    pairs = {(group, service) for one in protected.values() for service, group in one.shown_cells()}
    return [list(pair) for pair in sorted(pairs)]


def _questions(data: RoundRows, protected: Mapping[str, ProtectedCo]) -> dict[str, int]:
    """How many questions a person of each shown group answered, on average, all four taken alike.

    A group that is shown with another has the average of both.
    """
    asked: dict[str, list[float]] = {}
    for one in protected.values():
        for group, name in one.groups.items():
            people = {row.person for row in one.rows if row.group == name}
            answers = sum(row.group == name for row in one.rows)
            asked.setdefault(group, []).append(answers / len(people))
    return {g: round(len(CO_KEYS) * fmean(asked[g])) for g in GROUPS if g in asked}
