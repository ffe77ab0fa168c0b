"""Whose ratings count how much: everybody alike, or groups in agreed proportions.

Without group weights every rater counts the same, whichever group they speak for. With them each
group speaks with its own mean, and a group that hasn't rated an item has no part in that item: the
others share its weight. Whoever is told so by `robustness` can be asked.

Where it is known how many people were asked, and all of them rated an item on a criterion, that
group's mean is what it is and has no uncertainty. If more rated than were asked (an open link), the
list was not the whole of the group.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from .errors import PrioritiesError, named
from .ratings import MARKS, Floats, Ints, Mask, Ratings


@dataclass(frozen=True, eq=False)
class Heard:
    """Each voice's raters `n`, `mean`, sum of `squares` about it, `share` of the whole, and whether
    it is `complete`; shapes (voices, items, criteria). `row` is the voice of each group: its own,
    or the one of everybody.
    """

    row: Ints
    n: Floats
    mean: Floats
    squares: Floats
    share: Floats
    complete: Mask

    @property
    def means(self) -> Floats:
        """The plain mean of all voices by their shares; nan where nobody rated."""
        silent = self.share.sum(axis=0) == 0
        return np.where(silent, np.nan, (self.share * self.mean).sum(axis=0))


def heard(
    ratings: Ratings,
    *,
    group_weights: Mapping[str, float] | None,
    asked: Mapping[str, int] | None = None,
) -> Heard:
    """Raises `PrioritiesError`: `group_without_weight`, `group_weight_impossible`,
    `group_weights_all_zero`.
    """
    if group_weights is None:
        counts = ratings.counts.sum(axis=0, keepdims=True)
        row = np.zeros(len(ratings.groups), dtype=np.int64)
        weights = np.ones(1)
        expected = np.array([_asked_in_all(ratings, asked or {})])
    else:
        counts, row = ratings.counts, np.arange(len(ratings.groups))
        weights = _weights(ratings, group_weights)
        expected = np.array([(asked or {}).get(group, -1) for group in ratings.groups])
    n = counts.sum(axis=-1)
    total, squared = counts @ MARKS, counts @ MARKS**2
    mean = total / np.maximum(n, 1)
    share = weights[:, None, None] * (n > 0)
    whole = share.sum(axis=0)
    return Heard(
        row=row,
        n=n.astype(np.float64) * (weights[:, None, None] > 0),
        mean=mean,
        squares=np.maximum(squared - mean * total, 0),
        share=share / np.where(whole > 0, whole, 1),
        complete=(n > 0) & (n == expected[:, None, None]),
    )


def unheard(ratings: Ratings, group_weights: Mapping[str, float] | None) -> list[tuple[str, ...]]:
    """For each item, the groups with a weight of which nobody has rated it on any criterion."""
    if group_weights is None:
        return [()] * len(ratings.items)
    spoke = dict(zip(ratings.groups, ratings.counts.sum(axis=(2, 3)) > 0, strict=True))
    wanted = sorted(group for group, weight in group_weights.items() if weight)
    return [
        tuple(group for group in wanted if group not in spoke or not spoke[group][at])
        for at in range(len(ratings.items))
    ]


def _asked_in_all(ratings: Ratings, asked: Mapping[str, int]) -> int:
    """How many people were asked together, or -1 where that is unknown of some group."""
    return sum(asked.values()) if set(ratings.groups) <= set(asked) else -1


def _weights(ratings: Ratings, given: Mapping[str, float]) -> Floats:
    if missing := [group for group in ratings.groups if group not in given]:
        message = f"Say how much {named(missing)} counts, or let everybody count the same."
        raise PrioritiesError("group_without_weight", message, groups=tuple(missing))
    for group, weight in given.items():
        if not (weight >= 0 and math.isfinite(weight)):
            message = f"The weight of {group} is a number from 0 upwards."
            raise PrioritiesError("group_weight_impossible", message, group=group)
    weights = np.array([given[group] for group in ratings.groups], dtype=np.float64)
    if ratings.groups and not any(given.values()):
        message = "All groups have the weight zero, so nobody would count. Give one group more."
        raise PrioritiesError("group_weights_all_zero", message)
    return weights / (weights.max(initial=0) or 1)
