"""One point of the Star as plain values: what the drawing, its twin and "how" show of it."""

from collections.abc import Mapping
from typing import Any

from alongside.engines.perceptions import GroupLevel, StarLevel, Status
from alongside.star.map_it.queries.telling import Telling, in_steps

TENTHS = 10  # how far a share could lie, and who doesn't know, is told no finer
_NOTHING: Mapping[str, Any] = {
    "status": str(Status.NOBODY),
    "level": None,
    "between": None,
    "steps": 0,
    "rings": None,
    "intervals": None,
    "dont_know": None,
    "staff_view_only": False,
    "markers": [],
}


def tell_point(found: StarLevel, telling: Telling) -> dict[str, Any]:
    """Return a point, its shares in so many steps; with none, shares are not told."""
    if telling.only_cells:
        return {**_NOTHING, "co": found.co}
    steps = telling.steps
    rings, intervals = (found.rings, found.intervals) if steps else (None, None)
    coarse = min(steps, TENTHS)
    return {
        "co": found.co,
        "status": str(found.status),
        "level": found.level,
        "between": list(found.between)
        if found.between and found.status is Status.BETWEEN
        else None,
        "steps": steps,
        "rings": [in_steps(share, steps) for share in rings] if rings else None,
        "intervals": [[in_steps(i.low, coarse), in_steps(i.high, coarse)] for i in intervals]
        if intervals
        else None,
        "dont_know": in_steps(found.dont_know, coarse)
        if steps and found.dont_know is not None
        else None,
        "staff_view_only": found.staff_view_only,
        # Only where a marker stands. A group's shares, beside its cells, would say more than is shown.
        "markers": [
            {"group": one.group, "level": one.level, "status": _unless_level(one)}
            for one in found.groups
            if one.voices
        ],
    }


def _unless_level(group: GroupLevel) -> str:
    """Why a marker stands nowhere. Of one that stands, how surely is not told."""
    return str(group.status if group.level is None else Status.LEVEL)
