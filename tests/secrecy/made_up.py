"""Maps made up for attackers: some large groups, some below the smallest that is shown."""

from collections.abc import Mapping, Sequence
from random import Random

from alongside.star.map_it.queries.rows import RoundRows, Row

COS = ("commission", "design", "deliver", "assess")
SERVICES = ("care", "housing", "parks")
HEADS: Mapping[str, Mapping[str, int]] = {
    "three councillors": {"elected": 3, "manager": 6, "staff": 14, "resident": 20},
    "few of everybody": {"elected": 2, "manager": 3, "staff": 7, "resident": 9},
    "five councillors": {"elected": 5, "manager": 7, "staff": 12, "resident": 16},
    "residents and few": {"elected": 0, "manager": 4, "staff": 6, "resident": 14},
}
EVERY_CODE = ("0", "1", "2", "2", "3", "4")


def made_up(
    heads: Mapping[str, int],
    seed: int,
    *,
    codes: Sequence[str] = EVERY_CODE,
    everywhere: str = "",
    entered: float = 0.0,
) -> RoundRows:
    """People who each speak about some of three services, and answer by chance.

    Those of one group may speak about every service; a part of all answers may have been entered.
    """
    chance = Random(seed)
    rows: list[Row] = []
    for group, count in heads.items():
        for number in range(count):
            spoken = chance.sample(SERVICES, chance.choice((1, 1, 2, 3)))
            is_entered = chance.random() < entered
            rows += [
                Row(f"{group}-{number}", group, service, co, chance.choice(codes), is_entered)
                for service in (SERVICES if group == everywhere else sorted(spoken))
                for co in COS
            ]
    return round_of(rows)


def a_year_later(before: RoundRows, seed: int) -> RoundRows:
    """The same people about the same services: some see it as before, others a step higher."""
    chance = Random(seed)
    return round_of(
        [
            Row(
                r.person,
                r.group,
                r.service,
                r.co,
                str(min(4, int(r.code) + chance.choice((0, 1, 1)))),
            )
            for r in before.rows
        ]
    )


def round_of(rows: Sequence[Row]) -> RoundRows:
    people = {(row.group, row.person) for row in rows}
    groups = sorted({group for group, _ in people})
    return RoundRows(
        services=SERVICES,
        minimum=5,
        rows=tuple(rows),
        reports=(),
        answered={group: sum(g == group for g, _ in people) for group in groups},
        asked={},
        everyone_asked=frozenset(),
        as_of=None,
    )
