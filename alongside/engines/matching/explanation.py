"""Why a plan is as it is: for each match its reasons, for each gap what would have to change.

A person without a role, and a role with empty places, are told

- `NOBODY`: nothing is possible. `alone` counts by code (`reasons.BARS`) how many on the other side
  this one must alone keeps away: with it out of the way they would be possible. `closest` is one of
  these few that fail least, by id, with all that bars it.
- `FULL` (people): roles were possible, and others were worth more in all their places. `would_need`
  names them, the best first: with one more place there, this person could have a role.
- `ELSEWHERE` (roles): people were possible, and all of them have as many roles as they want, or
  slots that are spoken for. `people` says how many.
- `NOT_NOW` (people): they want no more roles. (Roles without places have none empty.)

Reasons name what one person said. What of it the other side sees, a page decides: counts such as
`alone` of a role are about people whom its organiser may not know.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from .edges import Edges
from .near import all_pairs
from .packed import BIT, Ints
from .plan import Plan
from .reasons import Judged
from .shortlists import best_of

FEW = 3


class Why(StrEnum):
    """What a gap comes from."""

    NOBODY = "nobody"
    FULL = "full"
    ELSEWHERE = "elsewhere"
    NOT_NOW = "not_now"


@dataclass(frozen=True, slots=True, kw_only=True)
class WithoutRole:
    """A person whom a plan gives no role."""

    giver: str
    why: Why
    alone: Mapping[str, int]
    closest: Judged | None
    would_need: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class EmptyPlaces:
    """A role whose places a plan does not fill."""

    role: str
    places: int
    why: Why
    alone: Mapping[str, int]
    closest: Judged | None
    people: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """All of a plan: its matches with reasons, who has no role, which places stay empty."""

    matches: tuple[Judged, ...]
    without_role: tuple[WithoutRole, ...]
    empty: tuple[EmptyPlaces, ...]


@dataclass(frozen=True, slots=True)
class _Barred:
    """What stands in the way of one, over the whole other side."""

    alone: Mapping[str, int]
    closest: int | None


def explain(plan: Plan) -> Explanation:
    """Say why, for everybody and every role of a plan; all in the order of ids."""
    return Explanation(
        matches=tuple(plan.edges.told(at) for at in plan.positions.tolist()),
        without_role=tuple(_without_role(plan)),
        empty=tuple(_empty(plan)),
    )


def _without_role(plan: Plan) -> Iterator[WithoutRole]:
    found, book = plan.edges, plan.edges.book
    has_role = np.zeros(len(book.givers), dtype=bool)
    has_role[found.giver[plan.positions]] = True
    possible = np.bincount(found.giver, minlength=len(book.givers)) > 0
    wants = np.array([giver.wants > 0 for giver in book.givers], dtype=bool)
    barred = _barred_people(found, np.flatnonzero(~possible & wants))
    best = best_of(found, found.giver, most=FEW)
    ends = np.searchsorted(found.giver[best], np.arange(len(book.givers) + 1))
    for at in np.flatnonzero(~has_role).tolist():
        name = book.givers[at].id
        block = barred.get(at, _Barred({}, None))
        closest = None if block.closest is None else book.roles[block.closest].id
        full = found.role[best[ends[at] : ends[at + 1]]].tolist()
        yield WithoutRole(
            giver=name,
            why=Why.FULL if full else Why.NOBODY if wants[at] else Why.NOT_NOW,
            alone=block.alone,
            closest=None if closest is None else found.judged(name, closest),
            would_need=tuple(book.roles[role].id for role in full),
        )


def _empty(plan: Plan) -> Iterator[EmptyPlaces]:
    found, book = plan.edges, plan.edges.book
    people = np.bincount(found.role, minlength=len(book.roles))
    open_to = plan.left > 0
    barred = _barred_roles(found, np.flatnonzero(open_to & (people == 0)))
    for at in np.flatnonzero(open_to).tolist():
        name = book.roles[at].id
        block = barred.get(at, _Barred({}, None))
        closest = None if block.closest is None else book.givers[block.closest].id
        yield EmptyPlaces(
            role=name,
            places=int(plan.left[at]),
            why=Why.ELSEWHERE if people[at] else Why.NOBODY,
            alone=block.alone,
            closest=None if closest is None else found.judged(closest, name),
            people=int(people[at]),
        )


def _barred_people(found: Edges, people: Ints) -> dict[int, _Barred]:
    others = np.arange(len(found.book.roles))
    told: dict[int, _Barred] = {}
    for p, r in all_pairs(people, others):
        rows = found.packed.bars(p, r).reshape(-1, len(others))
        told |= _told_of(p[:: len(others)].tolist(), rows)
    return told


def _barred_roles(found: Edges, roles: Ints) -> dict[int, _Barred]:
    others = np.arange(len(found.book.givers))
    told: dict[int, _Barred] = {}
    for r, p in all_pairs(roles, others):
        rows = found.packed.bars(p, r).reshape(-1, len(others))
        told |= _told_of(r[:: len(others)].tolist(), rows)
    return told


def _told_of(numbers: list[int], rows: Ints) -> dict[int, _Barred]:
    """For each number of a side, from its row of bars over the other side."""
    closest = np.bitwise_count(rows).argmin(axis=1).tolist()
    counts = {code: (rows == bit).sum(axis=1).tolist() for code, bit in BIT.items()}
    return {
        number: _Barred({code: n[at] for code, n in counts.items() if n[at]}, closest[at])
        for at, number in enumerate(numbers)
    }
