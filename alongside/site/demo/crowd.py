"""The invented people who answer a map: who they are, what they speak about, how they came.

Pure: no database. A person's name here is a key of the story ("staff-12"), the same in each map
that they take part in.
"""

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from alongside.site.demo.opinions import SEED

KINDS = ("uses", "uses", "uses", "cares", "cares", "neighbour", "volunteer")
# Residents who are known to the partnership and can be compared; the others came as guests.
KNOWN_RESIDENTS = 0.55
GUEST_CHANNELS = ("web", "web", "paper", "room", "phone", "interviewer")


@dataclass(frozen=True, slots=True)
class Respondent:
    """One person in one map."""

    key: str
    group: str
    services: tuple[str, ...]
    kind: str  # of residents
    is_known: bool  # a member, who can be recognised in the next map; others are guests
    channel: str


def crowd(
    prefix: str,
    numbers: Mapping[str, tuple[int, int]],
    services: Sequence[str],
    *,
    members: Container[str] = (),
) -> list[Respondent]:
    """Return the people of a map. `numbers` gives for each group the first and the last number.

    Overlapping numbers in two maps are the same people. `members` are the keys of residents who
    certainly are no guests.

    >>> [one.key for one in crowd("s", {"elected": (1, 2)}, ["parks", "housing"])]
    ['s-elected-1', 's-elected-2']
    """
    return [
        _respondent(f"{prefix}-{group}-{number}", group, number, services, members)
        for group, (first, last) in numbers.items()
        for number in range(first, last + 1)
    ]


def _respondent(
    key: str, group: str, number: int, services: Sequence[str], members: Container[str]
) -> Respondent:
    chance = Random(f"{SEED}:who:{key}")  # noqa: S311 - a story, not a secret
    kind = chance.choice(KINDS) if group == "resident" else ""
    is_known = chance.random() < KNOWN_RESIDENTS or group != "resident" or key in members
    return Respondent(
        key=key,
        group=group,
        services=_services(group, number, services, chance),
        kind=kind,
        is_known=is_known,
        channel="web" if is_known else chance.choice(GUEST_CHANNELS),
    )


def _services(group: str, number: int, services: Sequence[str], chance: Random) -> tuple[str, ...]:
    """Councillors speak about everything, others about what they know."""
    if group == "elected":
        return tuple(services)
    own = services[number % len(services)]
    others = [service for service in services if service != own]
    count = {"manager": (1, 3), "staff": (0, 1), "resident": (0, 2)}[group]
    return (own, *chance.sample(others, min(chance.randint(*count), len(others))))
