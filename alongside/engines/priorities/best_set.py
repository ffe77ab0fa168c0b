"""The best set of items within money and time, and how sure it is of each item.

What a set is worth is the sum of what its items are worth: the weighted mean of their marks, 0 for
the worst mark on every criterion. Leave out of the criteria what the limits count already: if staff
days are a limit, effort would count twice.

The set by the plain means is exact and proved (`choice`). How often an item is in the best set over
draws of raters and weights says how firmly it belongs there: always in, never in, or depends.

>>> rows = [("ann", "", item, "impact", mark) for item, mark in zip("abc", (5, 4, 4))]
>>> matrix = Ratings.of(rows, items=["a", "b", "c"], criteria=["impact"])
>>> money = Limit("money", most=600, costs={"a": 500, "b": 300, "c": 300})
>>> found = best_set(matrix, [Criterion("impact")], [money], seed=1)
>>> found.chosen, found.worth, found.proved, dict(found.spent)
(('b', 'c'), 1.5, True, {'money': 600})

Source: decisions on engines, 5; Liesiö, Mild and Salo (2007), Preference programming for robust
portfolio modeling and project selection (core index, there over the sets that nothing dominates).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import compress

import numpy as np

from .choice import EFFORT, Choice, best_choice
from .criteria import Criterion, Weights
from .draws import Singles, goodness
from .errors import PrioritiesError, named
from .limits import Limit, cost_table, refuse_too_dear
from .posterior import posterior
from .ratings import Floats, Ints, Mask, Ratings
from .worth import is_rated, plain_worth

UNIT = 1_000_000
"""Worth is counted in millionths; what differs by less is equal."""


@dataclass(frozen=True, kw_only=True)
class BestSet:
    """The set, what it takes of each limit, and the share of draws in which each item is in it.

    `worth` is the sum over the set; `at_most` what no set exceeds, and equal to it when `proved`.
    `shares` is none for an item that nobody has rated, unless it must be in: it can't be chosen.
    `proved_draws` of the `draws` are exact as well; the others hold the best set that was found.
    """

    chosen: tuple[str, ...]
    worth: float
    at_most: float
    proved: bool
    spent: Mapping[str, int]
    shares: Mapping[str, float | None]
    unrated: tuple[str, ...]
    draws: int
    proved_draws: int
    seed: int


def best_set(
    ratings: Ratings,
    criteria: Sequence[Criterion],
    limits: Sequence[Limit],
    *,
    seed: int,
    must: Collection[str] = (),
    must_not: Collection[str] = (),
    group_weights: Mapping[str, float] | None = None,
    asked: Mapping[str, int] | None = None,
    draws: int = 200,
) -> BestSet:
    """The set of items that is worth most within every limit.

    `must` are in whatever they are worth, `must_not` are out; the other arguments are those of
    `robustness`. Of sets worth the same, the one that takes least of the first limit, then of the
    second and so on; of these the one with the item that is listed first.

    Raises `PrioritiesError`: `unknown_item`, `must_and_must_not`, `nothing_to_choose`, what `Limit`
    and `robustness` refuse, `must_exceeds_limit`, `nothing_fits`.
    """
    weights = Weights.of(criteria)
    figures = posterior(ratings, group_weights=group_weights, asked=asked)
    figures = figures.columns(ratings.columns(one.name for one in criteria))
    rated = is_rated(figures.estimate, weights.central)
    task = _Task.of(ratings.items, rated, limits, must=must, must_not=must_not)
    best = task.solve(plain_worth(figures.estimate, criteria, weights.central))
    pieces = goodness(figures.rows(rated), criteria, weights, draws=draws, seed=seed)
    rows = (row for piece in pieces for row in piece)
    drawn = [task.solve(_among_all(row, rated), effort=EFFORT // 32) for row in rows]
    return task.told(best, drawn, seed=seed)


@dataclass(frozen=True, eq=False)
class _Task:
    """What every draw shares: costs, limits, and who must be in, may be in, or is out."""

    items: Sequence[str]
    rated: Mask
    limits: Sequence[Limit]
    costs: Ints
    most: Ints
    must: Mask
    out: Mask

    @classmethod
    def of(
        cls,
        items: Sequence[str],
        rated: Mask,
        limits: Sequence[Limit],
        *,
        must: Collection[str],
        must_not: Collection[str],
    ) -> "_Task":
        _refuse_unclear(items, must, must_not)
        is_in = np.array([item in must for item in items])
        is_out = np.array([item in must_not for item in items])
        matters = is_in | (rated & ~is_out)
        named_items = list(compress(items, matters))
        if not named_items:
            message = "There is nothing to choose from: every item is unrated or left out."
            raise PrioritiesError("nothing_to_choose", message)
        table, most = cost_table(limits, named_items)
        refuse_too_dear(limits, named_items, table, must)
        costs = np.zeros((len(limits), len(items)), dtype=np.int64)
        costs[:, matters] = table
        return cls(items, rated, limits, costs, most, is_in, is_out)

    def solve(self, worth: Floats, *, effort: int = EFFORT) -> Choice:
        """The best choice over all items, for one worth of each (nan for an unrated one)."""
        whole = np.rint(np.nan_to_num(worth) * UNIT).astype(np.int64)
        may = self.rated & ~self.must & ~self.out & (whole > 0)
        room = self.most - self.costs[:, self.must].sum(axis=1)
        found = best_choice(whole[may], self.costs[:, may], room, effort=effort)
        chosen = self.must.copy()
        chosen[may] = found.chosen
        ahead = int(whole[self.must].sum())
        return Choice(chosen, found.worth + ahead, found.at_most + ahead)

    def told(self, best: Choice, drawn: Sequence[Choice], *, seed: int) -> BestSet:
        """The best choice, and how often each item was in those of the draws."""
        spent = self.costs[:, best.chosen].sum(axis=1).tolist()
        shares = np.mean([one.chosen for one in drawn], axis=0)
        known = self.rated | self.must | self.out
        return BestSet(
            chosen=tuple(compress(self.items, best.chosen)),
            worth=best.worth / UNIT,
            at_most=best.at_most / UNIT,
            proved=best.proved,
            spent={limit.name: taken for limit, taken in zip(self.limits, spent, strict=True)},
            shares={
                item: float(share) if is_known else None
                for item, share, is_known in zip(self.items, shares, known, strict=True)
            },
            unrated=tuple(compress(self.items, ~self.rated)),
            draws=len(drawn),
            proved_draws=sum(one.proved for one in drawn),
            seed=seed,
        )


def _among_all(drawn: Singles, rated: Mask) -> Floats:
    """A draw of the rated items among all."""
    worth = np.full(len(rated), np.nan)
    worth[rated] = drawn
    return worth


def _refuse_unclear(items: Sequence[str], must: Collection[str], must_not: Collection[str]) -> None:
    if unknown := sorted((set(must) | set(must_not)) - set(items)):
        message = f"Not in the matrix: {named(unknown)}."
        raise PrioritiesError("unknown_item", message, names=tuple(unknown))
    if both := sorted(set(must) & set(must_not)):
        message = f"{named(both)} can't both have to be in and have to be out."
        raise PrioritiesError("must_and_must_not", message, items=tuple(both))
