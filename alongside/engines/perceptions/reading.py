"""What a set of voices says about one Co: a level, or why no level may be spoken.

B_k is the share of voices at level k or more, every group counting equally. The rule gives the
highest k with B_k of at least one half ("half the voices, groups counting equally, say at least
..."); exactly half is enough; 0 when no k has it. No rungs are averaged.

The rule alone can leap: when those who say "how we work" grow from 40 to 50 % and all others say
"nowhere", it goes from 0 to 4. Such voices are divided, and then no level is spoken; the rings,
shaded by B_k, move from 40 to 50 % and no more.

Which sentence is true, the first that fits:

* `nobody`: nobody rated and nobody said "don't know". Never level 0.
* `mostly_dont_know`: "don't know" is more than half of what is the people's own role (each person
  one voice, groups equal), or nobody rated.
* `divided`: at least a third of the voices sit at each end. A voice sits at the low end when it
  puts more than half of its services at 0 or 1, at the high end with more than half at 3 or 4.
  Ends are two rungs wide because "once or twice" against "often" is already a contradiction, and
  people are counted, not answers: everyone saying that half the services do it and half don't is
  piecemeal practice, which the heat map shows, and no division.
* `between`: the interval of some B_k spans one half, so the data allow every level in `between`.
* `level`: they allow one only.

Source: decisions on statistics, 33 to 35.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from .answers import TOP, Floats
from .posterior import EPSILON, Interval, share_intervals
from .voices import Voices, at_least

HALF = 0.5
THIRD = 1 / 3


class Status(StrEnum):
    """The sentence that the voices allow."""

    LEVEL = "level"
    BETWEEN = "between"
    DIVIDED = "divided"
    MOSTLY_DONT_KNOW = "mostly_dont_know"
    NOBODY = "nobody"


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What may be said, and the figures under it.

    `level` is the level that may be spoken: none unless the status is `level` or `between`.
    `rule_level` is the bare rule, for "how this number came about". `between` holds the lowest and
    highest level that the intervals allow, equal when only one. `rings` are B_1 to B_4, and
    `intervals` theirs: none when everyone asked has answered (`complete`) or nobody rated.
    `ends` are the shares of voices at the low and the high end. `dont_know` is the share of "don't
    know", `bounds` the rule's level if all of them had meant nowhere, or how we work. `answered`
    counts people, `voices` those among them who rated.
    """

    status: Status
    level: int | None
    rule_level: int | None
    between: tuple[int, int] | None
    rings: tuple[float, float, float, float] | None
    intervals: tuple[Interval, ...] | None
    ends: tuple[float, float] | None
    dont_know: float | None
    bounds: tuple[int, int] | None
    answered: int
    voices: int
    complete: bool


@dataclass(frozen=True, kw_only=True)
class GroupLevel(Reading):
    """One group's own reading, which is where its marker stands.

    The marker stands at the group's own `level` by the same rule, on a ring, never between rings:
    the sum of B_1 to B_4 would be tempting as a position, but it is the mean of the rungs. A group
    without a spoken level (divided, mostly don't know) has no place on the point and is named
    beside it.
    """

    group: str


def highest_half(shares: Sequence[float] | Floats) -> int:
    """The highest k whose share is at least one half, 0 if none.

    >>> highest_half([0.9, 0.5, 0.2, 0.0])
    2
    >>> highest_half([0.4, 0.4, 0.4, 0.4])
    0
    """
    return max((k for k, b in enumerate(shares, start=1) if b >= HALF - EPSILON), default=0)


def read(groups: Sequence[Voices], *, confidence: float) -> Reading:
    """The reading of some groups together, each counting equally."""
    doubts = [some.doubt for some in groups if not np.isnan(some.doubt)]
    doubt = float(np.mean(doubts)) if doubts else None
    heard = [some for some in groups if some.heard]
    rings = at_least(heard) if heard else None
    rule_level = highest_half(rings) if rings is not None else None
    intervals = share_intervals(heard, confidence=confidence)
    between = _range(intervals, rule_level)
    ends = _ends(heard)
    status = _status(doubt, ends, between)
    return Reading(
        status=status,
        level=rule_level if status in {Status.LEVEL, Status.BETWEEN} else None,
        rule_level=rule_level,
        between=between,
        rings=four(rings) if rings is not None else None,
        intervals=intervals,
        ends=ends,
        dont_know=doubt,
        bounds=_bounds(groups),
        answered=sum(some.answered for some in groups),
        voices=sum(some.heard for some in groups),
        complete=bool(heard) and intervals is None,
    )


def four(values: Floats) -> tuple[float, float, float, float]:
    """Four plain numbers, one per ring."""
    one, two, three, top = (float(value) for value in values)
    return one, two, three, top


def _status(
    doubt: float | None, ends: tuple[float, float] | None, between: tuple[int, int] | None
) -> Status:
    if doubt is None:
        return Status.NOBODY
    if ends is None or between is None or doubt > HALF + EPSILON:
        return Status.MOSTLY_DONT_KNOW
    if min(ends) >= THIRD - EPSILON:
        return Status.DIVIDED
    return Status.LEVEL if between[0] == between[1] else Status.BETWEEN


def _range(
    intervals: tuple[Interval, ...] | None, rule_level: int | None
) -> tuple[int, int] | None:
    if rule_level is None:
        return None
    if intervals is None:
        return rule_level, rule_level
    return highest_half([i.low for i in intervals]), highest_half([i.high for i in intervals])


def _ends(heard: Sequence[Voices]) -> tuple[float, float] | None:
    if not heard:
        return None
    return float(np.mean([v.low for v in heard])), float(np.mean([v.high for v in heard]))


def _bounds(groups: Sequence[Voices]) -> tuple[int, int] | None:
    some = [voices for voices in groups if not np.isnan(voices.doubt)]
    if not some:
        return None
    low, high = (
        highest_half(np.mean([voices.if_unsure_said(rung) for voices in some], axis=0))
        for rung in (0, TOP)
    )
    return low, high
