"""Change since an earlier round, shown only when it is one.

Both rounds must use the same version of the questions; the same services and the same groups are
compared, so that a new service or a group that fell silent is not mistaken for a change. A person
who took part in both rounds is one person: their two answers are resampled together, which makes
a change of mind count for more than a change of people.

The change of ring k is B_k now less B_k then. It is shown when its interval excludes 0 and it is at
least 10 points. Four rings are looked at, so each interval has level 1 - 0.05 / 4, and a Co in
which nothing moved shows a change in at most about one case of twenty. If everyone asked answered
in both rounds, there is no interval and 10 points are enough.

Source: decisions on statistics, 37.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

import numpy as np

from .answers import TOP, Answers, Shown, shown_for
from .posterior import EPSILON, Interval
from .reading import four, highest_half
from .rounds import TwoRounds, change_intervals, two_rounds
from .voices import at_least

LEAST_MOVE = 0.10


class ChangeReason(StrEnum):
    """Why a change is shown, or why not."""

    CHANGED = "changed"
    WITHIN_CHANCE = "within_chance"
    TOO_SMALL = "too_small"
    OTHER_VERSION = "other_version"
    NO_COMMON_SERVICE = "no_common_service"
    NO_COMMON_GROUP = "no_common_group"


@dataclass(frozen=True, kw_only=True)
class Change:
    """One Co in two rounds, on common services and groups.

    `rings` holds the change of B_1 to B_4, none for each ring without a change that may be shown;
    it is none as a whole unless the reason is `changed`. `before` and `after` are the rings on the
    common ground (they may differ from those of the rounds' own Stars), `levels` the bare rule's
    levels on it, earlier first, `services` that ground by group. `stayed`, `joined` and `left`
    count raters by group: disclosure control needs them. `intervals` are none when nothing is
    uncertain.
    """

    co: str
    reason: ChangeReason
    rings: tuple[float | None, ...] | None = None
    intervals: tuple[Interval, ...] | None = None
    before: tuple[float, float, float, float] | None = None
    after: tuple[float, float, float, float] | None = None
    levels: tuple[int, int] | None = None
    services: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    stayed: Mapping[str, int] = field(default_factory=dict)
    joined: Mapping[str, int] = field(default_factory=dict)
    left: Mapping[str, int] = field(default_factory=dict)


def change(
    before: Answers,
    after: Answers,
    *,
    versions: tuple[str, str],
    shown_groups: Shown[str],
    asked: tuple[Mapping[str, int], Mapping[str, int]] | None = None,
    cos: Sequence[str] | None = None,
    confidence: float = 0.95,
) -> dict[str, Change]:
    """The change of each Co, by Co (default: those of the later round, sorted).

    People are matched by their label within a group, so the caller gives the same pseudonymous key
    in both rounds; a person without one simply stands alone. `versions` are those of the questions,
    earlier first; `asked` the people asked by group, earlier first. `shown_groups` may be shown in
    both rounds. Tie: a move of exactly 10 points is enough.

    >>> def then(code): return Answers.of(
    ...     (f"{g}{i}", g, "parks", "do", code) for g in ("resident", "staff") for i in range(12))
    >>> moved = change(then(1), then(3), versions=("1", "1"), shown_groups=["resident", "staff"])
    >>> moved["do"].rings, moved["do"].levels
    ((None, 1.0, 1.0, None), (1, 3))
    """
    asked = asked or ({}, {})
    return {
        co: _change(
            before.about(co),
            after.about(co),
            co=co,
            same_version=versions[0] == versions[1],
            groups=shown_for(co, shown_groups),
            asked=asked,
            confidence=confidence,
        )
        for co in (after.cos if cos is None else cos)
    }


def _change(
    before: Answers,
    after: Answers,
    *,
    co: str,
    same_version: bool,
    groups: Sequence[str],
    asked: tuple[Mapping[str, int], Mapping[str, int]],
    confidence: float,
) -> Change:
    if not same_version:
        return Change(co=co, reason=ChangeReason.OTHER_VERSION)
    both = [group for group in groups if _rated(before, group) and _rated(after, group)]
    if not both:
        return Change(co=co, reason=ChangeReason.NO_COMMON_GROUP)
    pairs = [two_rounds(before, after, group, asked=asked) for group in both]
    pairs = [pair for pair in pairs if pair.services]
    if not pairs:
        return Change(co=co, reason=ChangeReason.NO_COMMON_SERVICE)
    return _compared(co, pairs, confidence)


def _compared(co: str, pairs: Sequence[TwoRounds], confidence: float) -> Change:
    then, now = at_least(p.before for p in pairs), at_least(p.after for p in pairs)
    moves = now - then
    intervals = change_intervals(pairs, moves, confidence=1 - (1 - confidence) / TOP)
    moved = np.array([not i.spans(0) for i in intervals] if intervals else moves != 0)
    shown = moved & (np.abs(moves) >= LEAST_MOVE - EPSILON)
    rings = tuple(float(by) if show else None for by, show in zip(moves, shown, strict=True))
    return Change(
        co=co,
        reason=_reason(moved, shown),
        rings=rings if shown.any() else None,
        intervals=intervals,
        before=four(then),
        after=four(now),
        levels=(highest_half(then), highest_half(now)),
        services={pair.group: pair.services for pair in pairs},
        stayed={pair.group: len(pair.keys_before & pair.keys_after) for pair in pairs},
        joined={pair.group: len(pair.keys_after - pair.keys_before) for pair in pairs},
        left={pair.group: len(pair.keys_before - pair.keys_after) for pair in pairs},
    )


def _reason(moved: np.ndarray, shown: np.ndarray) -> ChangeReason:
    if shown.any():
        return ChangeReason.CHANGED
    return ChangeReason.TOO_SMALL if moved.any() else ChangeReason.WITHIN_CHANCE


def _rated(answers: Answers, group: str) -> bool:
    return bool((answers.by(group).code >= 0).any())
