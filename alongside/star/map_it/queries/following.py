"""Whether a new release may follow the earlier ones of a round.

Two releases side by side must not show what only a few people changed (decision 0006).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import product

from alongside.engines.disclosure import Policy, Protected, Shown, can_follow
from alongside.star.map_it.queries.rows import DECIDE, EVERY, RoundRows, Row


@dataclass(frozen=True, slots=True)
class Earlier:
    """The releases of a round that were made already, oldest first, by Co; and the last one's day."""

    cubes: Mapping[str, Sequence[Protected]] = field(default_factory=dict)
    as_of: datetime | None = None

    def of(self, co: str) -> Sequence[Protected]:
        return self.cubes.get(co, ())


NONE_EARLIER = Earlier()


class TooFewChanged(Exception):  # noqa: N818 - an answer of the disclosure rule, not an error
    """Laid beside an earlier release, this one would show what only a few people changed."""


def may_follow(
    data: RoundRows,
    rows: Sequence[Row],
    release: Protected,
    earlier: Sequence[Protected],
    *,
    since: datetime | None,
) -> bool:
    """Whether laid beside the earlier releases of its Co this one shows nothing of a few."""
    return all(can_follow(then, release) for then in earlier) and not (
        earlier and since and _few_came_by_themselves(data, rows, (release, earlier[-1]), since)
    )


def _few_came_by_themselves(
    data: RoundRows, rows: Sequence[Row], releases: Sequence[Protected], since: datetime
) -> bool:
    """Whether somewhere, beside answers that were entered, only a few new ones came in.

    Who enters answers takes away their own: what is left must not be the doing of a few.
    """
    came: dict[tuple[str, str], set[str]] = {}
    for row in rows:
        if not row.entered and data.received.get(row.person, since) > since:
            names = {row.group, EVERY} | ({DECIDE.label} if row.group in DECIDE.members else set())
            for key in product((row.service, EVERY), names):
                came.setdefault(key, set()).add(row.person)
    policy = Policy(minimum=data.minimum)
    return any(
        policy.is_too_few(len(people))
        and all(isinstance(release.cell(*key), Shown) for release in releases)
        for key, people in came.items()
    )
