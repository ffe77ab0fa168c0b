"""Both sides as arrays: sets of terms as bits, days as numbers, and what bars whom, pair by pair.

A side has a column for each thing that is asked of it, and `bars` looks at any number of pairs at
once. It finds what `reasons.judge` finds; both name bars by `reasons.BARS`.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from .reasons import BARS
from .sides import Book, Giver, Role, whole_place

type Ints = NDArray[np.int64]
type Words = NDArray[np.uint64]
type Mask = NDArray[np.bool_]

BIT = {code: np.int64(1 << at) for at, code in enumerate(BARS)}
UNSAID = np.int64(-1)
NEVER, FOR_EVER = np.int64(0), np.int64(2**40)
"""A check that is not held, and one without an end, among days counted from the year 1."""


@dataclass(frozen=True, eq=False)
class Packed:
    """A book in arrays: people in `p_`, roles in `r_`, in the order of the book."""

    book: Book

    @cached_property
    def p_place(self) -> Ints:
        """Metres east and north; meaningless where `p_placed` is false."""
        return _places(self.book.givers)

    @cached_property
    def r_place(self) -> Ints:
        """Metres east and north; meaningless where `r_placed` is false."""
        return _places(self.book.roles)

    @cached_property
    def p_placed(self) -> Mask:
        """Whether the place and how far they go are both said."""
        return np.array(
            [g.place is not None and g.reach is not None for g in self.book.givers], bool
        )

    @cached_property
    def r_placed(self) -> Mask:
        """Whether the place is said."""
        return np.array([role.place is not None for role in self.book.roles], bool)

    @cached_property
    def no_place(self) -> Mask:
        """Roles without a free place."""
        return np.array([role.capacity == 0 for role in self.book.roles], bool)

    @cached_property
    def wants_none(self) -> Mask:
        """People who want no more roles."""
        return np.array([giver.wants == 0 for giver in self.book.givers], bool)

    @cached_property
    def reach(self) -> Ints:
        """Metres that people go."""
        return _numbers(giver.reach or 0 for giver in self.book.givers)

    @cached_property
    def times(self) -> tuple[Ints, Ints]:
        """Slots of people, and of roles, as bits; `UNSAID` where nothing is said."""
        givers, roles = self.book.givers, self.book.roles
        return _numbers(map(_times, givers)), _numbers(map(_times, roles))

    @cached_property
    def slots(self) -> Ints:
        """Slots that a role takes each week."""
        return _numbers(role.slots for role in self.book.roles)

    @cached_property
    def skills(self) -> tuple[Words, Words, Words]:
        """Skills that people have, that roles can't do without, and that they welcome."""
        terms, book = self.book.skills, self.book
        return (
            _bits(terms, [giver.skills for giver in book.givers]),
            _bits(terms, [role.must for role in book.roles]),
            _bits(terms, [role.welcome for role in book.roles]),
        )

    @cached_property
    def wishes(self) -> tuple[Words, Words]:
        """What people wish to do, and what one does in roles."""
        terms, book = self.book.skills, self.book
        wished = _bits(terms, [giver.wishes for giver in book.givers])
        return wished, _bits(terms, [role.does for role in book.roles])

    @cached_property
    def languages(self) -> tuple[Words, Words]:
        """Languages of people and of roles."""
        return self._both(lambda one: one.languages)

    @cached_property
    def help(self) -> tuple[Words, Words]:
        """Help that people need, and that roles have."""
        return self._both(lambda one: one.help)

    @cached_property
    def declined(self) -> Ints:
        """Pairs to which somebody said no, each as person times roles plus role, in order."""
        number = {role.id: at for at, role in enumerate(self.book.roles)}
        width = len(self.book.roles)
        return np.sort(
            _numbers(
                at * width + number[name]
                for at, giver in enumerate(self.book.givers)
                for name in giver.declined
                if name in number
            )
        )

    @cached_property
    def checks(self) -> list[tuple[Ints, Ints]]:
        """For each kind: until which day people hold it, and from which day roles need it or 0."""
        kinds = sorted({kind for role in self.book.roles for kind in role.checks})
        return [
            (
                _numbers(_held_until(giver, kind) for giver in self.book.givers),
                _numbers(_needed_from(role, kind) for role in self.book.roles),
            )
            for kind in kinds
        ]

    def metres(self, p: Ints, r: Ints) -> Ints:
        """Whole metres of each pair, rounded up."""
        squared: Ints = ((self.p_place[p] - self.r_place[r]) ** 2).sum(axis=1)
        # Exact: squares stay below 2**53, and no root of one more than a square is rounded to it.
        return np.ceil(np.sqrt(squared)).astype(np.int64)

    def common(self, p: Ints, r: Ints) -> Ints:
        """Slots of each pair in common, as bits; `UNSAID` where either says nothing."""
        free, taken = self.times[0][p], self.times[1][r]
        return np.where((free == UNSAID) | (taken == UNSAID), UNSAID, free & taken)

    def bars(self, p: Ints, r: Ints) -> Ints:
        """What bars each pair of a person and a role, as bits of `BIT`; 0 where nothing does."""
        barred = BIT["no_place"] * self.no_place[r] | BIT["wants_none"] * self.wants_none[p]
        barred |= BIT["declined"] * _stands_in(p * len(self.book.roles) + r, self.declined)
        barred |= BIT["skills_missing"] * _lacks(*self.skills[:2], p, r)
        common = self.common(p, r)
        short = (common != UNSAID) & (np.bitwise_count(common) < self.slots[r])
        barred |= BIT["no_common_time"] * short
        placed = self.p_placed[p] & self.r_placed[r]
        barred |= BIT["too_far"] * (placed & (self.metres(p, r) > self.reach[p]))
        barred |= BIT["no_common_language"] * self._no_language(p, r)
        needed, there = self.help
        barred |= BIT["help_missing"] * _lacks(there, needed, r, p)
        return self._check_bars(barred, p, r)

    def _check_bars(self, barred: Ints, p: Ints, r: Ints) -> Ints:
        for until, needed in self.checks:
            held, begins = until[p], needed[r]
            barred |= BIT["check_missing"] * ((begins > 0) & (held == NEVER))
            barred |= BIT["check_runs_out"] * ((held > NEVER) & (held < begins))
        return barred

    def _no_language(self, p: Ints, r: Ints) -> Mask:
        spoken, there = self.languages
        both = spoken.any(axis=1)[p] & there.any(axis=1)[r]
        return both & ~shares(spoken, there, p, r)

    def _both(self, terms_of: Callable[[Giver | Role], frozenset[str]]) -> tuple[Words, Words]:
        givers = [terms_of(one) for one in self.book.givers]
        roles = [terms_of(one) for one in self.book.roles]
        terms = sorted(frozenset().union(*givers, *roles))
        return _bits(terms, givers), _bits(terms, roles)


def shares(left: Words, right: Words, p: Ints, r: Ints) -> Mask:
    """Whether the two of each pair have any bit in common."""
    found = np.zeros(len(p), dtype=bool)
    for word in range(left.shape[1]):
        found |= (left[p, word] & right[r, word]) != 0
    return found


def count_shared(left: Words, right: Words, p: Ints, r: Ints) -> Ints:
    """How many bits the two of each pair have in common."""
    found = np.zeros(len(p), dtype=np.int64)
    for word in range(left.shape[1]):
        found += np.bitwise_count(left[p, word] & right[r, word])
    return found


def _lacks(have: Words, needed: Words, p: Ints, r: Ints) -> Mask:
    found = np.zeros(len(p), dtype=bool)
    for word in range(have.shape[1]):
        found |= (needed[r, word] & ~have[p, word]) != 0
    return found


def _stands_in(keys: Ints, listed: Ints) -> Mask:
    if not len(listed):
        return np.zeros(len(keys), dtype=bool)
    at = np.minimum(np.searchsorted(listed, keys), len(listed) - 1)
    return listed[at] == keys


def _bits(terms: Sequence[str], sets: Sequence[frozenset[str]]) -> Words:
    """One row for each set; term n is bit n % 64 of word n // 64."""
    one = {term: 1 << at for at, term in enumerate(terms)}
    words = -(-len(terms) // 64)
    rows = b"".join(sum(map(one.__getitem__, held)).to_bytes(8 * words, "little") for held in sets)
    return np.frombuffer(rows, dtype="<u8").astype(np.uint64).reshape(len(sets), words)


def _numbers(values: Iterable[int]) -> Ints:
    return np.fromiter(values, dtype=np.int64)


def _times(one: Giver | Role) -> int:
    return int(UNSAID) if one.times is None else one.times


def _places(ones: Sequence[Giver] | Sequence[Role]) -> Ints:
    placed = [(0, 0) if one.place is None else whole_place(one.place) for one in ones]
    return np.array(placed, dtype=np.int64).reshape(len(ones), 2)


def _held_until(giver: Giver, kind: str) -> int:
    if kind not in giver.checks:
        return int(NEVER)
    end = giver.checks[kind]
    return int(FOR_EVER) if end is None else end.toordinal()


def _needed_from(role: Role, kind: str) -> int:
    return role.begins.toordinal() if kind in role.checks and role.begins else 0
