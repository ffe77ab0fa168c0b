"""What staff said is being done, what nobody said, and who takes part with whom.

A report names a service and a way of working, never who reported it. Who takes part with whom is
counted over reported practices, not over people.
"""

from collections import Counter, defaultdict
from typing import Any

from alongside.foundation.members.models import Group
from alongside.star.framework.instrument import load_instrument
from alongside.star.map_it.queries.rows import Report, RoundRows

STAFF = {"elected", "manager", "staff"}


def practice_figures(data: RoundRows) -> dict[str, Any]:
    """Return practice found, what is not happening, and the collaboration per Co."""
    found = _found(data.reports)
    return {
        "found": found,
        "not_happening": _not_happening(data, {(f["service"], f["way"]) for f in found}),
        "together": _together(found),
    }


def _found(reports: tuple[Report, ...]) -> list[dict[str, Any]]:
    """One entry for each service and way; several reports of one practice are laid together."""
    by_practice: dict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in reports:
        by_practice[report.service, report.way].append(report)
    ways = {way.key: way for way in load_instrument().ways}
    return [
        {
            "service": service,
            "way": way,
            "co": ways[way].co,
            "groups": sorted({g for r in told for g in r.groups}, key=Group.values.index),
            "level": Counter(r.level for r in told if r.level).most_common(1)[0][0]
            if any(r.level for r in told)
            else "",
            "more_wanted": any(r.wish_to_do_more for r in told),
        }
        for (service, way), told in sorted(by_practice.items())
        if way in ways
    ]


def _not_happening(data: RoundRows, found: set[tuple[str, str]]) -> list[dict[str, str]]:
    """Ways of working that nobody reported, in services that enough people at work there spoke of.

    Of one person alone it would be a list of what they left unticked (trust 26 and 31).
    """
    at_work: dict[str, set[str]] = defaultdict(set)
    for row in data.rows:
        if row.group in STAFF:
            at_work[row.service].add(row.person)
    spoken_of = {service for service, people in at_work.items() if len(people) >= data.minimum}
    return [
        {"service": service, "way": way.key, "co": way.co}
        for service in data.services
        if service in spoken_of
        for way in load_instrument().ways
        if (service, way.key) not in found
    ]


def _together(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """For each Co, how many practices bring exactly these groups together."""
    sets = Counter((entry["co"], tuple(entry["groups"])) for entry in found if entry["groups"])
    return [
        {"co": co, "groups": list(groups), "practices": count}
        for (co, groups), count in sorted(sets.items())
    ]
