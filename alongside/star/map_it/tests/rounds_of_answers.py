"""Answers made up for tests: a number of people in each group, answering as told."""

from collections.abc import Mapping, Sequence

from alongside.star.map_it.queries.rows import Report, RoundRows, Row

COS = ("commission", "design", "deliver", "assess")


def people(
    group: str, codes: Sequence[str], *, services: Sequence[str] = ("parks",), start: int = 0
) -> list[Row]:
    """One person per code; each answers all four questions with it, for each service."""
    return [
        Row(f"{group}-{start + n}", group, service, co, code)
        for n, code in enumerate(codes)
        for service in services
        for co in COS
    ]


def round_of(
    *rows: list[Row],
    services: Sequence[str] = ("parks",),
    minimum: int = 5,
    reports: Sequence[Report] = (),
    asked: Mapping[str, int] | None = None,
) -> RoundRows:
    """Lay the answers of several groups together into a round."""
    every = tuple(row for some in rows for row in some)
    answered: dict[str, set[str]] = {}
    for row in every:
        answered.setdefault(row.group, set()).add(row.person)
    return RoundRows(
        services=tuple(sorted(services)),
        minimum=minimum,
        rows=every,
        reports=tuple(reports),
        answered={g: len(p) for g, p in answered.items()},
        asked=dict(asked or {}),
        everyone_asked=frozenset(asked or ()),
        as_of=None,
    )
