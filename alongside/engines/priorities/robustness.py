"""How sure the matrix is: what may be said of each item, and who stays in the first k.

Two kinds of answers. What people said: the plain mean, median and spread of an item, its quadrant
and its place by those means, and whether it is one of the first k. And how sure that is: an
interval, the chance of each quadrant, and the chance to be one of the first k, which says for those
in it how likely they stay and for the others how likely they come in.

Chances of places are shares of draws; with the usual ten thousand they are off by at most one
point of a hundred, nineteen times in twenty. Everything else is exact. The same ratings, seed and
version of numpy give the same result.

>>> from alongside.engines.priorities import Better
>>> rows = [(who, "", "café", c, m) for who in ("ann", "bo", "cy")
...         for c, m in (("impact", 5), ("effort", 2))]
>>> rows += [(who, "", "bridge", c, m) for who, m in (("ann", 4), ("bo", 4), ("cy", 5))
...          for c in ("impact", "effort")]
>>> matrix = Ratings.of(rows, items=["café", "bridge"], criteria=["impact", "effort"])
>>> by = [Criterion("impact", weight=1), Criterion("effort", Better.LOWER, weight=1)]
>>> found = robustness(matrix, by, first=1, seed=7, lines=Lines())
>>> [(one.item, str(one.quadrant), round(one.first_chance, 2)) for one in found.standings]
[('café', 'quick_win', 0.98), ('bridge', 'major_project', 0.02)]

Source: decisions on engines, 5; method, "Priority Matrix". The parts are explained where they are
made: `posterior`, `quadrants`, `draws`, `ranks`.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from .criteria import Criterion, Weights
from .draws import goodness
from .errors import PrioritiesError
from .groups import unheard
from .posterior import Posterior, posterior
from .quadrants import Lines, Quadrant, quadrant_chances, quadrant_of
from .ranks import place_shares
from .ratings import Floats, Ratings
from .readings import Reading, readings
from .worth import is_rated, places, plain_worth, refuse_no_places, settled_first


@dataclass(frozen=True, kw_only=True)
class Standing:
    """One item.

    By the means: `quadrant`; `place`, of which equal items share the best; `in_first`, none for a
    tie across the border. Over raters and weights: `chances` of the quadrants, `first_chance` to be
    one of the first k, `place_chances` from the best place on, `expected_place`.

    Without a rating on impact or on effort there is no quadrant and no chance of one; without any
    rating on a criterion that counts there is no place, nor a chance of one, and the item takes no
    place from others. `unheard` names the groups with a weight that haven't rated the item.
    """

    item: str
    readings: tuple[Reading, ...]
    unheard: tuple[str, ...]
    quadrant: Quadrant | None
    chances: Mapping[Quadrant, float] | None
    place: int | None
    in_first: bool | None
    first_chance: float | None
    expected_place: float | None
    place_chances: tuple[float, ...] | None

    @property
    def quick_win_chance(self) -> float | None:
        """The chance of high impact with low effort."""
        return self.chances[Quadrant.QUICK_WIN] if self.chances else None


@dataclass(frozen=True, kw_only=True)
class Robustness:
    """All items in the order of the matrix, and what the figures were made with."""

    standings: tuple[Standing, ...]
    first: int
    draws: int
    seed: int

    def of(self, item: str) -> Standing:
        """The standing of one item."""
        return next(one for one in self.standings if one.item == item)


def robustness(
    ratings: Ratings,
    criteria: Sequence[Criterion],
    *,
    first: int,
    seed: int,
    lines: Lines | None = None,
    group_weights: Mapping[str, float] | None = None,
    asked: Mapping[str, int] | None = None,
    draws: int = 10_000,
    confidence: float = 0.95,
) -> Robustness:
    """How sure each item's quadrant and place are.

    `criteria` decide who comes first; `lines` divide the two axes of the matrix and may name
    others. `first` is k: with as many or more than there are items, all are in. With
    `group_weights` groups count in these proportions whatever their size, without them every rater
    counts the same. `asked` says how many people of each group were asked, where that is known:
    where exactly as many rated, nothing is uncertain about them.

    Raises `PrioritiesError`: `no_places`, `no_confidence`, `no_draws`, and what `Weights.of`,
    `heard` and `Ratings.columns` refuse.
    """
    refuse_no_places(first)
    if not 0 < confidence < 1:
        raise PrioritiesError("no_confidence", "Confidence lies between 0 and 1, such as 0.95.")
    figures = posterior(ratings, group_weights=group_weights, asked=asked)
    parts = zip(
        [{"item": item} for item in ratings.items],
        [{"readings": read} for read in readings(ratings, figures, confidence=confidence)],
        [{"unheard": silent} for silent in unheard(ratings, group_weights)],
        _quadrants(ratings, figures, lines),
        _places(ratings, figures, criteria, first),
        _chances(ratings, figures, criteria, first=first, draws=draws, seed=seed),
        strict=True,
    )
    standings = [Standing(**{k: v for part in one for k, v in part.items()}) for one in parts]
    return Robustness(standings=tuple(standings), first=first, draws=draws, seed=seed)


def _quadrants(ratings: Ratings, figures: Posterior, lines: Lines | None) -> list[dict[str, Any]]:
    """The quadrant by the means, and the chance of each, for every item."""
    if lines is None:
        return [{"quadrant": None, "chances": None}] * len(ratings.items)
    axes = figures.columns(ratings.columns((lines.impact, lines.effort)))
    return [
        {
            "quadrant": quadrant_of(means[0], means[1], lines) if chances else None,
            "chances": chances,
        }
        for means, chances in zip(axes.estimate, quadrant_chances(axes, lines), strict=True)
    ]


def _places(
    ratings: Ratings, figures: Posterior, criteria: Sequence[Criterion], first: int
) -> list[dict[str, Any]]:
    """The place by the means, and whether it is one of the first, for every item."""
    means = figures.estimate[:, ratings.columns(one.name for one in criteria)]
    worth = plain_worth(means, criteria, Weights.of(criteria).central)
    both = zip(places(worth), settled_first(worth, first), strict=True)
    return [{"place": place, "in_first": in_first} for place, in_first in both]


def _chances(
    ratings: Ratings,
    figures: Posterior,
    criteria: Sequence[Criterion],
    *,
    first: int,
    draws: int,
    seed: int,
) -> list[dict[str, Any]]:
    """The chances of places for every item, none of them for those that nobody has rated."""
    weights = Weights.of(criteria)
    figures = figures.columns(ratings.columns(one.name for one in criteria))
    rated = is_rated(figures.estimate, weights.central)
    nothing = {"first_chance": None, "expected_place": None, "place_chances": None}
    if not rated.any():
        return [nothing] * len(rated)
    pieces = goodness(figures.rows(rated), criteria, weights, draws=draws, seed=seed)
    shares = iter(place_shares(pieces, int(rated.sum())))
    return [_about_places(next(shares), first) if known else nothing for known in rated]


def _about_places(shares: Floats, first: int) -> dict[str, Any]:
    return {
        "first_chance": min(1.0, float(shares[:first].sum())),
        "expected_place": float(shares @ np.arange(1, len(shares) + 1)),
        "place_chances": tuple(shares.tolist()),
    }
