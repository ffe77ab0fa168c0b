"""The heat map: the same rule, service by service.

"Sporadic rather than normal, piecemeal rather than systematic": the Star's level pools the
services, the heat map shows how unevenly they do it. On one service a person has one answer, so
their share at each level is 0 or 1. Only cells that the caller names are read: disclosure control
decides which, and usually pools to the partnership before it shows services.

Source: method, "Our reading of the source"; decisions on statistics, 33, and on disclosure, 30.
"""

from collections.abc import Mapping, Sequence

from .answers import Answers, Shown, shown_for
from .levels import CONFIDENCE, StarLevel, star_level


def service_levels(
    answers: Answers,
    *,
    shown_cells: Shown[tuple[str, str]],
    resident_group: str,
    asked: Mapping[tuple[str, str], int] | None = None,
    cos: Sequence[str] | None = None,
    confidence: float = CONFIDENCE,
) -> dict[tuple[str, str], StarLevel]:
    """The level of each service on each Co, by (service, co).

    `shown_cells` are the (service, group) pairs that may be shown, for all Cos or by Co; a service
    without any has no entry. `asked` counts the people asked by (service, group), where known.
    Flags and ties are those of `levels`.

    >>> rows = [("ann", "resident", "parks", "do", 3), ("bo", "staff", "parks", "do", 3),
    ...         ("bo", "staff", "care", "do", 0)]
    >>> heat = service_levels(Answers.of(rows), resident_group="resident",
    ...                       shown_cells=[("parks", "resident"), ("parks", "staff")])
    >>> [(cell, level.rule_level) for cell, level in heat.items()]
    [(('parks', 'do'), 3)]
    """
    found: dict[tuple[str, str], StarLevel] = {}
    for co in answers.cos if cos is None else cos:
        here = answers.about(co)
        for service, groups in _groups_by_service(shown_for(co, shown_cells)).items():
            counts = {
                group: asked[service, group]
                for group in groups
                if asked and (service, group) in asked
            }
            found[service, co] = star_level(
                here.on(service),
                co=co,
                groups=groups,
                resident_group=resident_group,
                asked=counts,
                confidence=confidence,
            )
    return found


def _groups_by_service(cells: Sequence[tuple[str, str]]) -> dict[str, list[str]]:
    groups: dict[str, list[str]] = {}
    for service, group in cells:
        groups.setdefault(service, []).append(group)
    return groups
