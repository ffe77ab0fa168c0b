"""What would change the first k: another weight, or one group fewer.

Everything here is about the plain means, so that it can be followed with pencil and paper: "if
impact counted twice as much, the bridge would leave the first five and the café come in". Scores
change along a straight line with a weight, so the factor at which the first change comes is exact.

Weights that are open stand at equal shares, the middle of their draws. Items that tie across the
border of the first k belong to neither side, and neither leave nor enter.

Source: Triantaphyllou and Sánchez (1997), A sensitivity analysis approach for some deterministic
multi-criteria decision-making methods.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from .criteria import Criterion, Weights
from .errors import PrioritiesError
from .groups import heard
from .ratings import Floats, Ratings
from .worth import parts, plain_worth, refuse_no_places, settled_first

EPSILON = 1e-12


@dataclass(frozen=True, kw_only=True)
class WeightSway:
    """What another weight of one criterion changes.

    With `factor` times its weight, `leaves` and `enters` the first k. The more it counts, the first
    change comes just beyond `more` times its weight, and the less, just below `less` times; none if
    there is no such change, or nothing else that counts.
    """

    criterion: str
    factor: float
    leaves: tuple[str, ...]
    enters: tuple[str, ...]
    more: float | None
    less: float | None


@dataclass(frozen=True, kw_only=True)
class GroupSway:
    """What `leaves` and `enters` the first k if one group is not counted."""

    group: str
    leaves: tuple[str, ...]
    enters: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Sensitivity:
    """All criteria in their order, and all groups where there are two or more."""

    weights: tuple[WeightSway, ...]
    groups: tuple[GroupSway, ...]


def sensitivity(
    ratings: Ratings,
    criteria: Sequence[Criterion],
    *,
    first: int,
    group_weights: Mapping[str, float] | None = None,
    factor: float = 2.0,
) -> Sensitivity:
    """What another weight of each criterion, or one group fewer, changes in the first so many.

    Raises `PrioritiesError`: `no_places`, `factor_impossible`, and what `robustness` refuses of
    criteria and weights.

    >>> rows = [("ann", "", "café", "impact", 3), ("ann", "", "café", "ease", 5),
    ...         ("ann", "", "bridge", "impact", 5), ("ann", "", "bridge", "ease", 2)]
    >>> matrix = Ratings.of(rows, items=["café", "bridge"], criteria=["impact", "ease"])
    >>> found = sensitivity(matrix, [Criterion("impact"), Criterion("ease")], first=1)
    >>> impact, _ease = found.weights
    >>> impact.leaves, impact.enters, impact.more, impact.less
    (('café',), ('bridge',), 1.5, None)
    """
    refuse_no_places(first)
    if not 0 <= factor < math.inf:
        raise PrioritiesError("factor_impossible", "A factor is 0, which is not at all, or more.")
    task = _Task(ratings, criteria, first, Weights.of(criteria).central, group_weights)
    means = task.means(ratings)
    now = task.settled(means, task.shares)
    places = range(len(criteria))
    groups = ratings.groups if len(ratings.groups) > 1 else ()
    return Sensitivity(
        weights=tuple(task.weight_sway(means, now, at, factor) for at in places),
        groups=tuple(task.group_sway(now, group) for group in groups),
    )


@dataclass(frozen=True, eq=False)
class _Task:
    """What every question shares."""

    ratings: Ratings
    criteria: Sequence[Criterion]
    first: int
    shares: Floats
    group_weights: Mapping[str, float] | None

    def means(self, ratings: Ratings) -> Floats:
        """The plain means on the criteria that decide."""
        columns = ratings.columns(one.name for one in self.criteria)
        return heard(ratings, group_weights=self.group_weights).means[:, columns]

    def settled(self, means: Floats, shares: Floats) -> list[bool | None]:
        """Who is in the first k, who is not, and whose tie leaves it open."""
        return settled_first(plain_worth(means, self.criteria, shares), self.first)

    def weight_sway(
        self, means: Floats, now: list[bool | None], at: int, factor: float
    ) -> WeightSway:
        """What comes of so many times the weight of one criterion."""
        other = self.shares * np.where(np.arange(len(self.shares)) == at, factor, 1)
        then = self.settled(means, other / other.sum()) if other.any() else now
        less, more = self._turning_points(means, now, at)
        name, moved = self.criteria[at].name, self._moved(now, then)
        return WeightSway(criterion=name, factor=factor, more=more, less=less, **moved)

    def group_sway(self, now: list[bool | None], group: str) -> GroupSway:
        """What comes of counting all other groups only."""
        counts = self.ratings.counts.copy()
        counts[self.ratings.groups.index(group)] = 0
        means = self.means(replace(self.ratings, counts=counts))
        return GroupSway(group=group, **self._moved(now, self.settled(means, self.shares)))

    def _moved(self, now: list[bool | None], then: list[bool | None]) -> dict[str, tuple[str, ...]]:
        pairs = list(zip(self.ratings.items, now, then, strict=True))
        return {
            "leaves": tuple(item for item, was, is_in in pairs if was and is_in is False),
            "enters": tuple(item for item, was, is_in in pairs if was is False and is_in),
        }

    def _turning_points(
        self, means: Floats, now: list[bool | None], at: int
    ) -> tuple[float | None, float | None]:
        """The factors on a weight, below 1 and above it, at which somebody first ties with one of
        the first k: worth is a straight line in the factor, and two lines cross once.
        """
        worth = plain_worth(means, self.criteria, self.shares)
        steep = parts(means, self.criteria)[:, at] * self.shares[at]
        inside = np.array([one is True for one in now])
        outside = np.array([one is False for one in now]) & ~np.isnan(worth)
        ahead = np.subtract.outer(worth[inside], worth[outside])
        closing = -np.subtract.outer(steep[inside], steep[outside])
        meets = np.abs(closing) > EPSILON  # lines side by side never do
        crossing = 1 + ahead[meets] / closing[meets]
        above = crossing[crossing > 1]
        below = crossing[(crossing < 1) & (crossing > EPSILON)]
        return (
            float(below.max()) if below.size else None,
            float(above.min()) if above.size else None,
        )
