"""One group in two rounds, on the same services, each person known again by their key.

The interval of a change is the Dirichlet form of `posterior` for a difference. A person moves the
mean of one round by (their share - mean) / A; what they move in the later round less what they move
in the earlier one is their contribution to the change, and its squares add up to the variance. So
the two answers of one person cancel as far as they agree. The imagined people of the two rounds are
strangers to each other.

Source: decisions on statistics, 35 and 37.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from .answers import Answers, Floats
from .posterior import Interval, beta_interval, ends_spread, imagined
from .voices import Voices, is_complete, voices


@dataclass(frozen=True, eq=False)
class TwoRounds:
    """A group's voices in both rounds, and the keys of those who rated, in the voices' order."""

    group: str
    services: tuple[str, ...]
    before: Voices
    after: Voices
    raters_before: tuple[str, ...]
    raters_after: tuple[str, ...]

    @property
    def keys_before(self) -> frozenset[str]:
        """Who rated in the earlier round."""
        return frozenset(self.raters_before)

    @property
    def keys_after(self) -> frozenset[str]:
        """Who rated in the later round."""
        return frozenset(self.raters_after)


@dataclass(frozen=True, eq=False)
class _Round:
    """One round of one group: mean, each rater's contribution, and the imagined people's part."""

    mean: Floats
    contributions: dict[str, Floats]
    imagined_part: Floats


def two_rounds(
    before: Answers,
    after: Answers,
    group: str,
    *,
    asked: tuple[Mapping[str, int], Mapping[str, int]],
) -> TwoRounds:
    """The group's voices on the services it rated in both rounds; answers are about one Co."""
    both = _services(before, group) & _services(after, group)
    then, now = (
        voices(_only(answers, both), group, complete=is_complete(answers, group, count))
        for answers, count in zip((before, after), asked, strict=True)
    )
    return TwoRounds(
        group=group,
        services=tuple(sorted(both)),
        before=then,
        after=now,
        raters_before=tuple(before.people[at] for at in then.raters),
        raters_after=tuple(after.people[at] for at in now.raters),
    )


def change_intervals(
    pairs: Sequence[TwoRounds], moves: Floats, *, confidence: float
) -> tuple[Interval, ...] | None:
    """An interval for the change of each ring, or none if both rounds are complete throughout.

    The estimated change is always inside.
    """
    extra_before = _imagined([pair.before for pair in pairs])
    extra_after = _imagined([pair.after for pair in pairs])
    if not extra_before and not extra_after:
        return None
    mean, variance = np.zeros_like(moves), np.zeros_like(moves)
    for pair in pairs:
        then = _round(pair.before, pair.raters_before, extra_before)
        now = _round(pair.after, pair.raters_after, extra_after)
        mean = mean + (now.mean - then.mean) / len(pairs)
        variance = variance + _variance(then, now) / len(pairs) ** 2
    inner = [
        beta_interval(m, v, confidence=confidence, lower=-1)
        for m, v in zip(mean.tolist(), variance.tolist(), strict=True)
    ]
    return tuple(
        Interval(min(i.low, float(by)), max(i.high, float(by)))
        for i, by in zip(inner, moves, strict=True)
    )


def _services(answers: Answers, group: str) -> set[str]:
    mine = answers.by(group)
    return {answers.services[at] for at in np.unique(mine.service[mine.code >= 0])}


def _only(answers: Answers, services: set[str]) -> Answers:
    keep = [at for at, service in enumerate(answers.services) if service in services]
    return answers.where(np.isin(answers.service, keep))


def _imagined(groups: Sequence[Voices]) -> float:
    sampled = sum(not some.complete for some in groups)
    return imagined(sampled) if sampled else 0.0


def _round(some: Voices, raters: Sequence[str], extra: float) -> _Round:
    shares = some.shares
    if some.complete:
        return _Round(shares.mean(axis=0), {}, np.zeros(shares.shape[1]))
    size = len(shares) + extra
    mean = (shares.sum(axis=0) + extra / 2) / size
    moved = (shares - mean) / size
    return _Round(mean, dict(zip(raters, moved, strict=True)), ends_spread(mean, extra) / size**2)


def _variance(then: _Round, now: _Round) -> Floats:
    total = then.imagined_part + now.imagined_part
    for key in sorted(then.contributions.keys() | now.contributions.keys()):
        by = now.contributions.get(key, 0.0) - then.contributions.get(key, 0.0)
        total = total + by**2
    return np.asarray(total)
