"""Where views differ: the declared family of gaps, and which of them may be spoken.

The family of a round is every Co with every contrast to the reference group, declared beforehand:
four Cos and three contrasts make twelve. Looking at twelve differences, some will seem large by
chance. Benjamini and Hochberg's procedure selects those of which at most a share q is expected to
be chance, and the intervals of the selected are widened to level 1 - (selected) q / (family), but
never below the ordinary level, so that they hold although they were picked for being large.
Contrasts that can't be computed stay in the family with p = 1: leaving them out would make the rest
look surer.

In words: `sure` when also selected at q = 0.05, of which one in twenty is expected to be chance;
`fairly_sure` when selected at q = 0.10; else `cant_tell`. `everyone_answered` when all people asked
in both groups answered: then the difference is what it is.

Source: Benjamini and Hochberg (1995), Controlling the false discovery rate; Benjamini and Yekutieli
(2005), False discovery rate-adjusted confidence intervals; decisions on statistics, 36.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from .answers import Answers
from .pairs import Pairs, Side, common_sides, compare, of_hundred
from .posterior import Interval
from .sureness import Uncertainty, uncertainty
from .voices import is_complete

CLEAR_SIZE = 0.11
"""A difference smaller than this is called negligible (after Vargha and Delaney, 2000)."""

SURE_Q = 0.05

type Grounds = Mapping[tuple[str, str], Collection[str]]


class Sureness(StrEnum):
    """How sure we may sound."""

    EVERYONE_ANSWERED = "everyone_answered"
    SURE = "sure"
    FAIRLY_SURE = "fairly_sure"
    CANT_TELL = "cant_tell"


class LeftOutReason(StrEnum):
    """Why a declared contrast has no figure."""

    NO_COMMON_SERVICE = "no_common_service"
    TOO_FEW = "too_few"


@dataclass(frozen=True, kw_only=True)
class Gap:
    """One group against the reference on one Co.

    `delta` is above 0 when the group rates higher than the reference. Of 100 pairs the group rates
    `higher`, `lower` or the `same`; the three sum to 100. `voices` and `reference_voices` count the
    people compared, on `services` common services. `interval` (at `confidence`) and `p_value` are
    none when everyone asked in both groups answered. `clear`: the whole interval is further from 0
    than 0.11.
    """

    co: str
    group: str
    reference: str
    delta: float
    higher: int
    lower: int
    same: int
    services: int
    voices: int
    reference_voices: int
    interval: Interval | None
    confidence: float | None
    p_value: float | None
    selected: bool
    certainty: Sureness
    clear: bool


@dataclass(frozen=True)
class LeftOut:
    """A declared contrast without a figure."""

    co: str
    group: str
    reason: LeftOutReason


@dataclass(frozen=True, kw_only=True)
class Gaps:
    """All gaps of a family in declared order (Co, then contrast), and the one to speak of first.

    `biggest` is none when no interval clears 0.11: "no clear difference".
    """

    all: tuple[Gap, ...]
    left_out: tuple[LeftOut, ...]
    biggest: Gap | None
    family_size: int
    selected: int


@dataclass(frozen=True, eq=False)
class _Contrast:
    co: str
    group: str
    sides: tuple[Side, Side, int]
    pairs: Pairs
    doubt: Uncertainty | None


def gaps(
    answers: Answers,
    *,
    reference_group: str,
    contrasts: Sequence[str],
    cos: Sequence[str] | None = None,
    asked: Mapping[str, int] | None = None,
    minimum_voices: int = 1,
    grounds: Grounds | None = None,
    q: float = 0.10,
    confidence: float = 0.95,
) -> Gaps:
    """Every contrast group against the reference group, on every Co.

    `contrasts` and `cos` (default: those answered about, sorted) declare the family; `asked` as for
    `levels`; `grounds` the services that a contrast (Co, group) may be made on, by default all. With
    fewer than `minimum_voices` people of a side on the common ones a contrast is left out. Ties:
    equal answers are "same"; equal p-values are selected together; of equally big clear gaps the
    one whose interval stays further from 0 is the biggest, then the first declared.

    >>> rows = [(f"m{i}", "manager", "parks", "assess", c) for i, c in enumerate([3, 4, 3, 4, 3, 2])]
    >>> rows += [(f"r{i}", "resident", "parks", "assess", c) for i, c in enumerate([0, 1, 1, 2, 0])]
    >>> found = gaps(Answers.of(rows), reference_group="resident", contrasts=["manager"])
    >>> gap = found.biggest
    >>> gap.higher, gap.lower, gap.same, str(gap.certainty)
    (97, 0, 3, 'sure')
    """
    every_co = answers.cos if cos is None else cos
    declared = [(co, group, reference_group) for co in every_co for group in contrasts]
    every = _measured(answers, declared, asked or {}, minimum_voices, grounds)
    known = [one for one in every if isinstance(one, _Contrast)]
    found, selected = _chosen(known, reference_group, len(every), q=q, confidence=confidence)
    return Gaps(
        all=found,
        left_out=tuple(one for one in every if isinstance(one, LeftOut)),
        biggest=_biggest(found),
        family_size=len(every),
        selected=selected,
    )


def benjamini_hochberg(p_values: Sequence[float], q: float, size: int) -> list[bool]:
    """Which of the p-values are selected, in a family of `size` whose other members have p = 1.

    >>> benjamini_hochberg([0.01, 0.06, 0.03, 0.20], 0.10, size=6)
    [True, False, True, False]
    """
    ranked = sorted(p_values)
    passing = [p for rank, p in enumerate(ranked, start=1) if p <= rank * q / size]
    limit = max(passing, default=-1.0)
    return [p <= limit for p in p_values]


def _measured(
    answers: Answers,
    declared: Sequence[tuple[str, str, str]],
    asked: Mapping[str, int],
    minimum_voices: int,
    grounds: Grounds | None,
) -> list[_Contrast | LeftOut]:
    every = []
    for named in declared:
        co, group, _reference = named
        here = answers.about(co)
        if grounds is not None:
            ground = grounds.get((co, group), ())
            allowed = [at for at, service in enumerate(here.services) if service in ground]
            here = here.where(np.isin(here.service, allowed))
        every.append(_contrast(here, named, asked, minimum_voices))
    return every


def _contrast(
    here: Answers, named: tuple[str, str, str], asked: Mapping[str, int], minimum_voices: int
) -> _Contrast | LeftOut:
    co, group, reference = named
    x, y, services = sides = common_sides(here, group, reference)
    if services == 0:
        return LeftOut(co, group, LeftOutReason.NO_COMMON_SERVICE)
    if min(x.people, y.people) < minimum_voices:
        return LeftOut(co, group, LeftOutReason.TOO_FEW)
    x_complete, y_complete = (is_complete(here, some, asked) for some in (group, reference))
    doubt = uncertainty(*sides, x_complete=x_complete, y_complete=y_complete)
    return _Contrast(co, group, sides, compare(*sides), doubt)


def _chosen(
    known: Sequence[_Contrast], reference: str, size: int, *, q: float, confidence: float
) -> tuple[tuple[Gap, ...], int]:
    """The gaps with their certainty, and how many were selected."""
    p_values = [1.0 if one.doubt is None else one.doubt.p_value for one in known]
    selected = benjamini_hochberg(p_values, q, size)
    sure = benjamini_hochberg(p_values, min(q, SURE_Q), size)
    widened = max(confidence, 1 - sum(selected) * q / size) if size else confidence
    found = []
    for one, is_selected, is_sure in zip(known, selected, sure, strict=True):
        certainty = _certainty(one, is_selected=is_selected, is_sure=is_sure)
        found.append(_gap(one, reference, certainty, widened if is_selected else confidence))
    return tuple(found), sum(selected)


def _certainty(one: _Contrast, *, is_selected: bool, is_sure: bool) -> Sureness:
    if one.doubt is None:
        return Sureness.EVERYONE_ANSWERED
    if is_sure:
        return Sureness.SURE
    return Sureness.FAIRLY_SURE if is_selected else Sureness.CANT_TELL


def _gap(one: _Contrast, reference: str, certainty: Sureness, confidence: float) -> Gap:
    x, y, services = one.sides
    higher, lower, same = of_hundred(one.pairs.higher, one.pairs.lower, one.pairs.same)
    interval = one.doubt.interval(confidence) if one.doubt else None
    reach = _nearest(interval, one.pairs.delta)
    return Gap(
        co=one.co,
        group=one.group,
        reference=reference,
        delta=one.pairs.delta,
        higher=higher,
        lower=lower,
        same=same,
        services=services,
        voices=x.people,
        reference_voices=y.people,
        interval=interval,
        confidence=confidence if interval else None,
        p_value=one.doubt.p_value if one.doubt else None,
        selected=certainty in {Sureness.SURE, Sureness.FAIRLY_SURE},
        certainty=certainty,
        clear=certainty is not Sureness.CANT_TELL and reach > CLEAR_SIZE,
    )


def _nearest(interval: Interval | None, delta: float) -> float:
    """How far from 0 the interval stays, 0 when it spans 0."""
    low, high = (interval.low, interval.high) if interval else (delta, delta)
    return max(low, -high, 0.0)


def _biggest(found: Sequence[Gap]) -> Gap | None:
    def size(gap: Gap) -> tuple[float, float]:
        return round(abs(gap.delta), 9), round(_nearest(gap.interval, gap.delta), 9)

    return max((gap for gap in found if gap.clear), key=size, default=None)
