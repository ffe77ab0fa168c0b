"""Every possible match of people and roles, what it is worth, and why.

>>> ann = Giver(id="ann", skills=frozenset({"cooking"}), wants=1)
>>> cook = Role(id="cook", must=frozenset({"cooking"}))
>>> drive = Role(id="driver", must=frozenset({"driving"}))
>>> found = edges(Book.of([ann], [cook, drive], skills={"cooking", "driving"}), Policy())
>>> found.count, found.judged("ann", "cook").worth
(1, 1100)
>>> found.judged("ann", "driver").bars
(Bar(code='skills_missing', told={'skills': ('driving',)}),)

Source: decisions on engines, 4.
"""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from .near import pairs
from .packed import UNSAID, Ints, Packed, count_shared, shares
from .policy import Policy
from .reasons import PARTS, Judged, judge
from .sides import Book, Giver, Role
from .ties import tie_numbers


@dataclass(frozen=True, eq=False, kw_only=True)
class Edges:
    """The possible matches, in the order of people and then of roles, both by id.

    `giver` and `role` are numbers in the book; `parts` has a row for each match and a column for
    each of `PARTS`, in points; `worth` is the sum of a row. `tie` are numbers that settle between
    matches that are worth the same (see `ties`).
    """

    packed: Packed
    policy: Policy
    seed: str
    giver: Ints
    role: Ints
    parts: Ints
    worth: Ints

    @property
    def book(self) -> Book:
        """The two sides."""
        return self.packed.book

    @property
    def count(self) -> int:
        """How many possible matches there are."""
        return len(self.giver)

    @cached_property
    def tie(self) -> Ints:
        """The tie number of each match."""
        return tie_numbers(self.book, self.giver, self.role, seed=self.seed)

    def judged(self, giver: str, role: str) -> Judged:
        """Why these two fit or don't; `KeyError` for an id that is not in the book."""
        return judge(self._givers[giver], self._roles[role], self.policy)

    def told(self, at: int) -> Judged:
        """Why the match at this position fits."""
        giver, role = self.book.givers[self.giver[at]], self.book.roles[self.role[at]]
        return judge(giver, role, self.policy)

    @cached_property
    def _givers(self) -> dict[str, Giver]:
        return {giver.id: giver for giver in self.book.givers}

    @cached_property
    def _roles(self) -> dict[str, Role]:
        return {role.id: role for role in self.book.roles}


def edges(book: Book, policy: Policy, *, seed: str = "") -> Edges:
    """Every possible match of a book.

    `seed` is any text; it only settles ties, and is told with the result.
    """
    packed = Packed(book)
    found = []
    for p, r in pairs(packed):
        possible = packed.bars(p, r) == 0
        found.append(p[possible] * len(book.roles) + r[possible])
    keys = np.sort(np.concatenate([np.empty(0, dtype=np.int64), *found]))
    p, r = np.divmod(keys, max(1, len(book.roles)))
    parts = _parts(packed, policy, p, r)
    return Edges(
        packed=packed,
        policy=policy,
        seed=seed,
        giver=p,
        role=r,
        parts=parts,
        worth=parts.sum(axis=1),
    )


def _parts(packed: Packed, policy: Policy, p: Ints, r: Ints) -> Ints:
    book = packed.book
    meets = np.array([role.meets for role in book.roles], dtype=bool)
    asked = np.array([giver.would_meet for giver in book.givers], dtype=bool)
    none_yet = np.array([not giver.roles_now for giver in book.givers], dtype=bool)
    urgent = np.array([role.urgent for role in book.roles], dtype=bool)
    points = {
        "place": np.full(len(p), policy.place),
        "wish": policy.wish * shares(*packed.wishes, p, r),
        "welcome": _welcome(packed, policy.welcome, p, r),
        "meet": policy.meet * (asked[p] & meets[r]),
        "first": policy.first * none_yet[p],
        "near": _near(packed, policy.near, p, r),
        "time": _time(packed, policy.time, p, r),
        "urgent": policy.urgent * urgent[r],
    }
    return np.stack([points[name] for name in PARTS], axis=1).astype(np.int64)


def _welcome(packed: Packed, weight: int, p: Ints, r: Ints) -> Ints:
    have, _must, welcome = packed.skills
    of = np.bitwise_count(welcome).sum(axis=1, dtype=np.int64)[r]
    return weight * count_shared(have, welcome, p, r) // np.maximum(of, 1)


def _near(packed: Packed, weight: int, p: Ints, r: Ints) -> Ints:
    reach = packed.reach[p]
    told = packed.p_placed[p] & packed.r_placed[r] & (reach > 0)
    return np.where(told, weight * (reach - packed.metres(p, r)) // np.maximum(reach, 1), 0)


def _time(packed: Packed, weight: int, p: Ints, r: Ints) -> Ints:
    common = packed.common(p, r)
    of = np.bitwise_count(packed.times[1])[r].astype(np.int64)
    free = np.bitwise_count(common).astype(np.int64)
    return np.where(common == UNSAID, 0, weight * free // np.maximum(of, 1))
