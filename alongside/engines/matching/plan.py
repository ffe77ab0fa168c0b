"""The best whole plan: who could take which role, so that all together it is worth most.

A plan is a suggestion. Somebody looks at it, rings the person, and decides; the engine knows no
other way into a role.

First a role for everybody, then a second for somebody. A plan is made in rounds: the first gives a
role to people who have none, as many as want one; the next, with the places that are left, goes to
those who would have at most two then, and so on. So nobody gets a second role in a place that
somebody without one could take. Each round is the best there is (`assignment`): the highest sum of
worth over people and places. With `Share.TOGETHER` people with different numbers of roles stand in
line together from the first round on; a round still gives each person one role at most.

Several roles of one person never need the same slot twice: for any of them together there are as
many free slots as they take (Hall's condition).

**Ties.** Of plans worth the same in a round, the one whose tie numbers add up to most (`ties`).

>>> people = [Giver(id="ann"), Giver(id="bo", wishes=frozenset({"driving"}))]
>>> roles = [Role(id="driver", does=frozenset({"driving"})), Role(id="cook")]
>>> plan = solve(edges(Book.of(people, roles, skills={"driving"}), Policy()))
>>> [(one.giver, one.role, one.worth) for one in plan.assignments], plan.worth
([('ann', 'cook', 1100), ('bo', 'driver', 1350)], 2450)

Source: decisions on engines, 4; decision 0041.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from .assignment import assign
from .edges import Edges
from .packed import UNSAID, Ints, Mask
from .policy import Policy


class Share(StrEnum):
    """Who comes first: those with fewer roles, or nobody."""

    FEWEST_FIRST = "fewest_first"
    TOGETHER = "together"


@dataclass(frozen=True, slots=True)
class Assignment:
    """One suggested match of a plan: ids, what it is worth, and in which round it was found."""

    giver: str
    role: str
    worth: int
    round: int


@dataclass(frozen=True, eq=False, kw_only=True)
class Plan:
    """The suggested matches, by person and role, and what they were weighed by.

    `positions` are those of the matches in `edges`; `left` has the places of each role, in the
    order of the book, that stay empty.
    """

    edges: Edges
    policy: Policy
    seed: str
    share: Share
    assignments: tuple[Assignment, ...]
    worth: int
    positions: Ints
    left: Ints


def solve(found: Edges, *, share: Share = Share.FEWEST_FIRST) -> Plan:
    """The best plan over some edges.

    Raises `MatchingError`: `too_large`.
    """
    line = _Line(found)
    rounds = list(_rounds(found, share, line))
    at = np.concatenate([np.empty(0, dtype=np.int64), *rounds])
    number = np.repeat(np.arange(len(rounds)) + 1, [len(one) for one in rounds])
    order = np.argsort(at)
    book, at = found.book, at[order]
    rows = zip(*(one.tolist() for one in (found.giver[at], found.role[at])), strict=True)
    worths, numbers = found.worth[at].tolist(), number[order].tolist()
    return Plan(
        edges=found,
        policy=found.policy,
        seed=found.seed,
        share=share,
        assignments=tuple(
            Assignment(book.givers[p].id, book.roles[r].id, worth, turn)
            for (p, r), worth, turn in zip(rows, worths, numbers, strict=True)
        ),
        worth=int(found.worth[at].sum()),
        positions=at,
        left=line.left,
    )


def _rounds(found: Edges, share: Share, line: "_Line") -> Iterator[Ints]:
    """Positions of the matches that each round gives."""
    at_most = 1
    while (open_to := line.wants > 0).any():
        if share is Share.FEWEST_FIRST:
            at_most = max(at_most, int(line.held[open_to].min()) + 1)
            in_line = open_to & (line.held < at_most)
        else:
            in_line = open_to
        may = np.flatnonzero(in_line[found.giver] & (line.left[found.role] > 0) & ~line.taken)
        may = may[line.fits(may)]
        giver, role, worth = found.giver[may], found.role[may], found.worth[may]
        taken = may[assign(giver, role, worth, found.tie[may], line.left)]
        line.take(taken, closing=in_line)
        if len(taken):
            yield taken
        at_most += 1


class _Line:
    """Who has how many roles so far, what is left, and which slots are spoken for."""

    def __init__(self, found: Edges) -> None:
        self.found = found
        givers, roles = found.book.givers, found.book.roles
        self.left = np.array([role.capacity for role in roles], dtype=np.int64)
        self.held = np.array([giver.roles_now for giver in givers], dtype=np.int64)
        self.wants = np.array([giver.wants for giver in givers], dtype=np.int64)
        self.taken: Mask = np.zeros(found.count, dtype=bool)
        # For each set of the roles given to a person the slots that any of them could use, and how
        # many they take together; sets with a new role follow those without it.
        width = 1 << int(self.wants.max(initial=1))
        self.given = np.zeros(len(givers), dtype=np.int64)
        self.slots = np.zeros((len(givers), width), dtype=np.int64)
        self.needed = np.zeros((len(givers), width), dtype=np.int64)

    def fits(self, at: Ints) -> Mask:
        """Whether these matches leave enough slots for what the person was given already."""
        common, takes = self._slots_of(at)
        person = self.found.giver[at]
        fits = np.ones(len(at), dtype=bool)
        for column in range(1 << int(self.given.max(initial=0))):
            together = np.bitwise_count(self.slots[person, column] | common)
            fits &= together >= self.needed[person, column] + takes
        return fits

    def take(self, at: Ints, *, closing: Mask) -> None:
        """Give these matches; whoever of `closing` got none now will get none later."""
        person = self.found.giver[at]
        got = np.zeros(len(self.held), dtype=bool)
        got[person] = True
        self.wants[closing & ~got] = 0
        self.wants[person] -= 1
        self.held[person] += 1
        self.taken[at] = True
        np.subtract.at(self.left, self.found.role[at], 1)
        self._speak_for(at)

    def _speak_for(self, at: Ints) -> None:
        common, takes = self._slots_of(at)
        person = self.found.giver[at]
        for count in np.unique(self.given[person]).tolist():
            alike = self.given[person] == count
            who, half = person[alike], 1 << count
            self.slots[who, half : 2 * half] = self.slots[who, :half] | common[alike, None]
            self.needed[who, half : 2 * half] = self.needed[who, :half] + takes[alike, None]
        self.given[person] += 1

    def _slots_of(self, at: Ints) -> tuple[Ints, Ints]:
        """Slots in common, and how many the role takes; none where either says no times."""
        person, role = self.found.giver[at], self.found.role[at]
        common = self.found.packed.common(person, role)
        said = common != UNSAID
        return np.where(said, common, 0), np.where(said, self.found.packed.slots[role], 0)
