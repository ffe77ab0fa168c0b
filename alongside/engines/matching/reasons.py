"""Why a person and a role fit, or don't: codes with numbers, which a page puts into words.

`judge` looks at one person and one role in the plain way. `edges` does the same for all of them at
once, and its tests hold the two against each other.

>>> ann = Giver(id="ann", wishes=frozenset({"driving"}), place=(0, 0), reach=5000)
>>> near = Role(id="driver", does=frozenset({"driving"}), place=(3000, 0))
>>> [(part.code, part.points) for part in judge(ann, near, Policy()).parts]
[('place', 1000), ('wish', 250), ('first', 100), ('near', 60)]
>>> far = Role(id="cook", place=(7000, 0))
>>> judge(ann, far, Policy()).bars
(Bar(code='too_far', told={'metres': 7000, 'reach': 5000}),)

Source: decisions on engines, 4 (explain each non-match).
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from .policy import Policy
from .sides import Giver, Role, whole_place

type Told = Mapping[str, object]

BARS = (
    "declined",
    "no_place",
    "wants_none",
    "skills_missing",
    "no_common_time",
    "too_far",
    "no_common_language",
    "help_missing",
    "check_missing",
    "check_runs_out",
)
"""Musts that fail, in the order in which they are told."""

PARTS = ("place", "wish", "welcome", "meet", "first", "near", "time", "urgent")
"""What a match is worth, part by part: the names of the weights."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A must that fails, with what a page needs to say so.

    - `declined`: the person said no to this role.
    - `no_place`: the role has no free place. `wants_none`: the person wants no more roles.
    - `skills_missing`: `skills` that the role can't do without.
    - `no_common_time`: `common` slots of the `needed`.
    - `too_far`: `metres`, of `reach`.
    - `no_common_language`: the `languages` that are spoken there.
    - `help_missing`: the `help` that the person needs and the role has not.
    - `check_missing`: the `checks` that the person does not hold.
    - `check_runs_out`: `checks` that run out before the role begins, `until` the first of them ends,
      `begins`.
    """

    code: str
    told: Told = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Part:
    """A part of what a match is worth; only parts with points are told.

    `wish` and `welcome` tell the `skills`, `welcome` also `of` how many; `near` the `metres` of
    `reach`; `time` the `common` slots `of` how many.
    """

    code: str
    points: int
    told: Told = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Judged:
    """What bars one person from one role, or, where nothing does, what the match is worth."""

    giver: str
    role: str
    bars: tuple[Bar, ...]
    parts: tuple[Part, ...]

    @property
    def is_possible(self) -> bool:
        """Whether no must fails."""
        return not self.bars

    @property
    def worth(self) -> int:
        """The sum of the parts."""
        return sum(part.points for part in self.parts)


def judge(giver: Giver, role: Role, policy: Policy) -> Judged:
    """Every must that fails; or, where none does, every part of the worth."""
    bars = tuple(_bars(giver, role))
    parts = () if bars else tuple(part for part in _parts(giver, role, policy) if part.points)
    return Judged(giver.id, role.id, bars, parts)


def metres_between(giver: Giver, role: Role) -> int | None:
    """Whole metres as the crow flies, rounded up; none where a place is not said."""
    if giver.place is None or role.place is None:
        return None
    (east, north), (x, y) = whole_place(giver.place), whole_place(role.place)
    squared = (east - x) ** 2 + (north - y) ** 2
    return math.isqrt(squared - 1) + 1 if squared else 0


def _bars(giver: Giver, role: Role) -> Iterator[Bar]:
    if role.id in giver.declined:
        yield Bar("declined")
    if not role.capacity:
        yield Bar("no_place")
    if not giver.wants:
        yield Bar("wants_none")
    if missing := role.must - giver.skills:
        yield Bar("skills_missing", {"skills": tuple(sorted(missing))})
    common = _common_slots(giver, role)
    if common is not None and common < role.slots:
        yield Bar("no_common_time", {"common": common, "needed": role.slots})
    metres = metres_between(giver, role)
    if metres is not None and giver.reach is not None and metres > giver.reach:
        yield Bar("too_far", {"metres": metres, "reach": giver.reach})
    if giver.languages and role.languages and not giver.languages & role.languages:
        yield Bar("no_common_language", {"languages": tuple(sorted(role.languages))})
    if missing := giver.help - role.help:
        yield Bar("help_missing", {"help": tuple(sorted(missing))})
    yield from _check_bars(giver, role)


def _check_bars(giver: Giver, role: Role) -> Iterator[Bar]:
    if missing := role.checks - set(giver.checks):
        yield Bar("check_missing", {"checks": tuple(sorted(missing))})
    ends = {kind: giver.checks.get(kind) for kind in sorted(role.checks)}
    early = {kind: end for kind, end in ends.items() if end and role.begins and end < role.begins}
    if early:
        told = {"checks": tuple(early), "until": min(early.values()), "begins": role.begins}
        yield Bar("check_runs_out", told)


def _common_slots(giver: Giver, role: Role) -> int | None:
    if giver.times is None or role.times is None:
        return None
    return (giver.times & role.times).bit_count()


def _parts(giver: Giver, role: Role, policy: Policy) -> Iterator[Part]:
    yield Part("place", policy.place)
    if wished := giver.wishes & role.does:
        yield Part("wish", policy.wish, {"skills": tuple(sorted(wished))})
    if have := giver.skills & role.welcome:
        points = policy.welcome * len(have) // len(role.welcome)
        yield Part("welcome", points, {"skills": tuple(sorted(have)), "of": len(role.welcome)})
    if giver.would_meet and role.meets:
        yield Part("meet", policy.meet)
    if not giver.roles_now:
        yield Part("first", policy.first)
    metres = metres_between(giver, role)
    if metres is not None and giver.reach:
        points = policy.near * (giver.reach - metres) // giver.reach
        yield Part("near", points, {"metres": metres, "reach": giver.reach})
    common = _common_slots(giver, role)
    if common and role.times:
        slots = role.times.bit_count()
        yield Part("time", policy.time * common // slots, {"common": common, "of": slots})
    if role.urgent:
        yield Part("urgent", policy.urgent)
