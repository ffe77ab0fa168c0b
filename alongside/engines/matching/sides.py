"""The two sides that are matched: people who give, and roles that need somebody.

What stands here is all that the engine ever knows of anybody, and each of it was said by the person
or by those who offer the role, for this purpose. There is no field for age, health, income or a
need, and none may be added (decision 0041).

Skills are terms of one vocabulary, which is given (`Book.of`). Languages, help and kinds of checks
are whatever terms both sides use. Times are sets of weekly slots, such as 21 half-days, as bits of
a whole number: slot 0 is 1, slot 1 is 2, slot 2 is 4. Places are metres east and north on a plane,
such as the national grid, and are rounded to whole metres.

`None` always means "not said": of times and distance it bars nobody, and earns nothing.

Source: method, "Capabilities Assessment", and its section on checks; decisions on engines, 4.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from .errors import MatchingError

type Place = tuple[float, float]

FARTHEST = 20_000_000
"""Metres; half the way round the earth. Squares of distances stay whole numbers."""
SLOTS = 63
MOST_ROLES = 6
NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Giver:
    """Somebody who would like to give something.

    `wishes` are skills or activities that the person would like to use. `reach` is how far they go,
    in metres. `help` is what they need to take part, such as "step-free". `checks` says for each
    kind of check until when it is held, `None` where it has no end. `wants` is how many roles they
    would take on now, beside the `roles_now` that they have; their `times` are those still free.
    `would_meet` is their own wish to meet people; nobody else ticks it. `declined` are ids of roles
    to which they said no.
    """

    id: str
    skills: frozenset[str] = NONE
    wishes: frozenset[str] = NONE
    times: int | None = None
    place: Place | None = None
    reach: int | None = None
    languages: frozenset[str] = NONE
    help: frozenset[str] = NONE
    checks: Mapping[str, date | None] = field(default_factory=dict)
    wants: int = 1
    roles_now: int = 0
    would_meet: bool = False
    declined: frozenset[str] = NONE


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """A role with free places.

    `must` are the skills it can't do without, `welcome` those that are nice to have, `does` what
    one does in it. It takes `slots` of its `times` each week. `languages` are those that are spoken
    there: one in common is enough. `help` is what it has for those who need it. `checks` are the
    kinds of checks that it needs on the day it begins. `meets` says that it is done with others,
    `urgent` that somebody is waiting.
    """

    id: str
    capacity: int = 1
    must: frozenset[str] = NONE
    welcome: frozenset[str] = NONE
    does: frozenset[str] = NONE
    times: int | None = None
    slots: int = 1
    place: Place | None = None
    languages: frozenset[str] = NONE
    help: frozenset[str] = NONE
    checks: frozenset[str] = NONE
    begins: date | None = None
    meets: bool = False
    urgent: bool = False


@dataclass(frozen=True, kw_only=True)
class Book:
    """Both sides, looked through, each in the order of ids; so the order they came in is no matter.

    Raises `MatchingError`: `doubled_giver`, `doubled_role`, `unknown_skill`, `impossible_place`,
    `impossible_reach`, `impossible_times`, `impossible_capacity`, `impossible_count`, `no_begin`.

    >>> Book.of([Giver(id="bo"), Giver(id="ann")], [Role(id="driver")]).givers[0].id
    'ann'
    """

    givers: tuple[Giver, ...]
    roles: tuple[Role, ...]
    skills: tuple[str, ...]

    @classmethod
    def of(
        cls, givers: Iterable[Giver], roles: Iterable[Role], *, skills: Collection[str] = ()
    ) -> "Book":
        """The two sides, and the vocabulary of skills that they are written in."""
        book = cls(
            givers=tuple(sorted(givers, key=_id)),
            roles=tuple(sorted(roles, key=_id)),
            skills=tuple(sorted(set(skills))),
        )
        _refuse_doubled("giver", book.givers)
        _refuse_doubled("role", book.roles)
        known = frozenset(book.skills)
        for giver in book.givers:
            _refuse_giver(giver, known)
        for role in book.roles:
            _refuse_role(role, known)
        return book


def whole_place(place: Place) -> tuple[int, int]:
    """A place in whole metres; halves go to the even one."""
    return round(place[0]), round(place[1])


def _id(one: Giver | Role) -> str:
    return one.id


def _refuse_doubled(side: str, ones: Iterable[Giver | Role]) -> None:
    twice = [one for one, times in Counter(map(_id, ones)).items() if times > 1]
    if twice:
        message = f"{twice[0]}: there is more than one {side} with this id."
        raise MatchingError(f"doubled_{side}", message, **{side: twice[0]})


def _refuse_giver(giver: Giver, known: frozenset[str]) -> None:
    refuse = _refuser("giver", giver.id)
    _refuse_unknown(giver.skills | giver.wishes, known, refuse)
    _refuse_both(giver, refuse)
    reach = giver.reach
    if reach is not None and not (_is_whole(reach) and 0 <= reach <= FARTHEST):
        refuse("impossible_reach", f"how far they go ({reach}) is whole metres from 0 upwards.")
    if not (_is_whole(giver.wants) and 0 <= giver.wants <= MOST_ROLES):
        refuse("impossible_count", f"takes on from 0 to {MOST_ROLES} roles, not {giver.wants}.")
    if not (_is_whole(giver.roles_now) and giver.roles_now >= 0):
        refuse("impossible_count", f"can't have {giver.roles_now} roles.")


def _refuse_role(role: Role, known: frozenset[str]) -> None:
    refuse = _refuser("role", role.id)
    _refuse_unknown(role.must | role.welcome | role.does, known, refuse)
    _refuse_both(role, refuse)
    if not (_is_whole(role.capacity) and role.capacity >= 0):
        refuse("impossible_capacity", f"has {role.capacity} places; give a number from 0 upwards.")
    if not (_is_whole(role.slots) and role.slots >= 1):
        refuse("impossible_count", f"takes {role.slots} slots a week; it takes 1 or more.")
    if role.checks and role.begins is None:
        refuse("no_begin", "needs a check, so say on which day it begins.")


def _refuse_both(one: Giver | Role, refuse: Callable[[str, str], None]) -> None:
    place = one.place
    if place is not None and not (len(place) == 2 and all(abs(m) <= FARTHEST for m in place)):
        refuse("impossible_place", f"{place} is no place in metres east and north.")
    if one.times is not None and not (_is_whole(one.times) and 0 <= one.times < 1 << SLOTS):
        refuse("impossible_times", f"times are bits of {SLOTS} slots, not {one.times}.")


def _refuse_unknown(
    used: frozenset[str], known: frozenset[str], refuse: Callable[[str, str], None]
) -> None:
    if not used <= known:
        refuse("unknown_skill", f"{min(used - known)} is not in the vocabulary of skills.")


def _is_whole(number: object) -> bool:
    return isinstance(number, int) and not isinstance(number, bool)


def _refuser(side: str, name: str) -> Callable[[str, str], None]:
    def refuse(code: str, message: str) -> None:
        raise MatchingError(code, f"{name}: {message}", **{side: name})

    return refuse
