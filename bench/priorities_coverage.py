"""How often the intervals and chances of the priorities engine hold what they promise.

    python -m bench.priorities_coverage [--runs 400] [--seed 1]

Simulated raters see an item's true worth with an error of their own, item by item, on top of how
strict they are throughout; items differ in worth and in how much people disagree about them. The
truth is the mean mark of endlessly many such raters. Printed beside each other:

* intervals: how often 80 and 95 % hold the truth, and how wide 95 % is; ours, then the normal
  interval, Student's t, the plain Bayesian bootstrap, and imagined raters at both ends of the scale;
* the chance to be a quick win: of all items given about such a chance, how many are one;
* the chance to be one of the first three of twelve, likewise; ours, then with every item drawn
  apart from the others, as tallies without names force one to.

"Agreeing" is the hard situation: good ideas, near one end of the scale, that people hardly differ
about. Needs no Django and no database.
"""

import argparse
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from scipy import stats

from alongside.engines.priorities import Better, Criterion, Lines, Ratings, robustness
from alongside.engines.priorities.posterior import posterior
from alongside.engines.priorities.quadrants import Quadrant, quadrant_chances

type Floats = NDArray[np.float64]
type Ints = NDArray[np.int64]

CUTS = np.array([-1.5, -0.5, 0.5, 1.5])
MARKS = np.arange(1, 6)
AXES = ("impact", "effort")
SIZES = (1, 3, 5, 8, 30)
BINS = (0.0, 0.1, 0.33, 0.66, 0.9, 1.0)
ITEMS = 50


@dataclass(frozen=True)
class World:
    """Where items lie on both axes, how far apart, and what raters add."""

    name: str
    middle: tuple[float, float] = (0.4, 0.0)
    apart: float = 0.8
    strictness: float = 0.4
    error: float = 0.8
    together: float = 0.3
    groups: int = 1

    def items(self, rng: np.random.Generator, count: int) -> tuple[Floats, Floats]:
        """True worth and rating error of some items on both axes; shapes (items, 2)."""
        worth = np.array(self.middle) + self.apart * rng.normal(size=(count, 2))
        return worth, self.error * np.exp(0.3 * rng.normal(size=(count, 2)))

    def marks(self, rng: np.random.Generator, worth: Floats, error: Floats, raters: int) -> Ints:
        """What so many raters give; shape (raters, items, 2)."""
        strict = self.strictness * rng.normal(size=(raters, 1, 2))
        own = rng.normal(size=(raters, *worth.shape))
        own[..., 1] = self.together * own[..., 0] + np.sqrt(1 - self.together**2) * own[..., 1]
        return 1 + np.searchsorted(CUTS, worth + self.bias(raters) + strict + error * own)

    def bias(self, raters: int) -> Floats:
        """How far each rater's group lies from the middle; shape (raters, 1, 1)."""
        group = np.arange(raters) % self.groups
        return (group - (self.groups - 1) / 2)[:, None, None] * 0.8

    def truth(self, worth: Floats, error: Floats) -> Floats:
        """The mean mark of endlessly many, groups counting equally; shape (items, 2)."""
        spread = np.sqrt(error**2 + self.strictness**2)
        lines = (CUTS[:, None, None, None] - worth - self.bias(self.groups)) / spread
        return np.asarray(5 - stats.norm.cdf(lines).sum(axis=0).mean(axis=0))


WORLDS = (
    World("ordinary"),
    World("agreeing", middle=(1.2, -0.8), strictness=0.2, error=0.5),
    World("divided", strictness=0.8, error=1.4),
    World("strict", strictness=0.9, error=0.5),
    World("two groups", groups=2),
)


def ratings_of(marks: Ints, groups: int) -> Ratings:
    """The marks with names, raters of the groups in turn."""
    rows = (
        (f"{rater:03}", f"g{rater % groups}", f"{item:03}", AXES[axis], int(mark))
        for (rater, item, axis), mark in np.ndenumerate(marks)
    )
    items = [f"{item:03}" for item in range(marks.shape[1])]
    return Ratings.of(rows, items=items, criteria=AXES)


def tallied(ratings: Ratings) -> Ratings:
    """The same marks without names."""
    cells = np.ndindex(*ratings.counts.shape[:3])
    rows = [
        (ratings.groups[g], ratings.items[i], ratings.criteria[c], ratings.counts[g, i, c].tolist())
        for g, i, c in cells
    ]
    return Ratings.of_tallies(rows, items=ratings.items, criteria=ratings.criteria)


def weights_of(world: World) -> dict[str, float] | None:
    """Groups count equally where there are some."""
    return {f"g{at}": 1.0 for at in range(world.groups)} if world.groups > 1 else None


# Intervals: what others would say, from marks of shape (raters, items, 2).


def normal(marks: Ints, confidence: float) -> tuple[Floats, Floats]:
    """Mean and standard error, as if the spread were known; one rater says all there is."""
    n = len(marks)
    error = marks.std(axis=0, ddof=1) / np.sqrt(n) if n > 1 else np.zeros(marks.shape[1:])
    reach = stats.norm.ppf((1 + confidence) / 2) * error
    return marks.mean(axis=0) - reach, marks.mean(axis=0) + reach


def student(marks: Ints, confidence: float) -> tuple[Floats, Floats]:
    """Student's t; one rater says nothing, so the whole scale."""
    n = len(marks)
    if n == 1:
        return np.ones(marks.shape[1:]), np.full(marks.shape[1:], 5.0)
    reach = stats.t.ppf((1 + confidence) / 2, n - 1) * marks.std(axis=0, ddof=1) / np.sqrt(n)
    return marks.mean(axis=0) - reach, marks.mean(axis=0) + reach


def bootstrap(marks: Ints, confidence: float) -> tuple[Floats, Floats]:
    """The Bayesian bootstrap: raters with Dirichlet weights, nobody imagined."""
    weights = np.random.default_rng(1).dirichlet(np.ones(len(marks)), size=400)
    means = np.tensordot(weights, marks, axes=1)
    low, high = np.quantile(means, [(1 - confidence) / 2, (1 + confidence) / 2], axis=0)
    return low, high


def at_the_ends(marks: Ints, confidence: float) -> tuple[Floats, Floats]:
    """One imagined rater, half at each end of the scale, as levels of the Star have it."""
    size = len(marks) + 1
    mean = (marks.sum(axis=0) + 3) / size
    spread = ((marks - mean) ** 2).sum(axis=0) + ((mean - 1) ** 2 + (5 - mean) ** 2) / 2
    centre, variance = (mean - 1) / 4, spread / size**2 / 16
    total = np.maximum(centre * (1 - centre) / variance - 1, 0.01)
    beta = stats.beta(centre * total, (1 - centre) * total, loc=1, scale=4)
    return beta.ppf((1 - confidence) / 2), beta.ppf((1 + confidence) / 2)


OTHERS: dict[str, Callable[[Ints, float], tuple[Floats, Floats]]] = {
    "normal": normal,
    "Student t": student,
    "bootstrap": bootstrap,
    "ends": at_the_ends,
}


def interval_rows(
    rng: np.random.Generator, world: World, raters: int, runs: int, *, others: bool = True
) -> Floats:
    """For us and for each other: 80 and 95 % coverage, width of 95 %; shape (methods, 3)."""
    found = []
    for _ in range(runs):
        worth, error = world.items(rng, ITEMS)
        marks = world.marks(rng, worth, error, raters * world.groups)
        truth = world.truth(worth, error)
        figures = posterior(ratings_of(marks, world.groups), group_weights=weights_of(world))
        every = [[figures.reach(confidence) for confidence in (0.80, 0.95)]]
        if others and world.groups == 1:
            every += [[one(marks, share) for share in (0.80, 0.95)] for one in OTHERS.values()]
        found.append([_measured(ends, truth) for ends in every])
    return np.mean(found, axis=0)


def _measured(ends: list[tuple[Floats, Floats]], truth: Floats) -> list[float]:
    holds = [float(((low <= truth) & (truth <= high)).mean()) for low, high in ends]
    low, high = (np.clip(end, 1, 5) for end in ends[1])
    return [*holds, float((high - low).mean())]


def coverage(rng: np.random.Generator, world: World, raters: int, runs: int) -> tuple[float, float]:
    """How often our own intervals of 80 and 95 % hold the truth."""
    eighty, ninety_five, _width = interval_rows(rng, world, raters, runs, others=False)[0]
    return float(eighty), float(ninety_five)


# Chances: what was said beside what came true.


def quick_wins(
    rng: np.random.Generator, world: World, raters: int, runs: int
) -> tuple[Floats, Floats]:
    """The chance given to each item to be a quick win, and whether it is one."""
    said, came = [], []
    for _ in range(runs):
        worth, error = world.items(rng, ITEMS)
        marks = world.marks(rng, worth, error, raters * world.groups)
        figures = posterior(ratings_of(marks, world.groups), group_weights=weights_of(world))
        chances = quadrant_chances(figures, Lines())
        said += [one[Quadrant.QUICK_WIN] for one in chances if one]
        truth = world.truth(worth, error)
        came += ((truth[:, 0] >= 3) & (truth[:, 1] <= 3)).tolist()
    return np.array(said), np.array(came, dtype=float)


def firsts(
    rng: np.random.Generator, world: World, raters: int, runs: int, *, named: bool
) -> tuple[Floats, Floats]:
    """The chance given to each of twelve items to be one of the first three, and whether it is."""
    criteria = [Criterion("impact", weight=1), Criterion("effort", Better.LOWER, weight=1)]
    said, came = [], []
    for run in range(runs):
        worth, error = world.items(rng, 12)
        marks = world.marks(rng, worth, error, raters * world.groups)
        ratings = ratings_of(marks, world.groups)
        found = robustness(
            ratings if named else tallied(ratings),
            criteria,
            first=3,
            seed=run,
            draws=1000,
            group_weights=weights_of(world),
        )
        said += [one.first_chance or 0.0 for one in found.standings]
        truth = world.truth(worth, error)
        score = truth[:, 0] - truth[:, 1]
        came += (score >= np.sort(score)[-3]).tolist()
    return np.array(said), np.array(came, dtype=float)


def by_bins(said: Floats, came: Floats) -> list[str]:
    """Mean chance said, what came true, and the share of items, for each band."""
    cells = []
    for low, high in pairwise(BINS):
        here = (said >= low) & ((said < high) | (high == BINS[-1]))
        if here.sum() < 30:
            cells.append(f"{'-':>18}")
        else:
            cells.append(f"{said[here].mean():6.0%} {came[here].mean():5.0%}{here.mean():6.0%}")
    return cells


def interval_table(runs: int, seed: int) -> None:
    """Print coverage of all methods."""
    print(f"\nIntervals: how often 80 % and 95 % hold the truth, width of 95 % ({runs} matrices)")
    print(f"{'':12}raters" + "".join(f"{name:>20}" for name in ("ours", *OTHERS)))
    for world in WORLDS:
        for raters in SIZES:
            rows = interval_rows(np.random.default_rng([seed, raters]), world, raters, runs)
            cells = "".join(f"{a:8.1%}{b:7.1%}{width:5.2f}" for a, b, width in rows)
            print(f"{world.name:12}{raters:6}{cells}")


def chance_table(title: str, measure: Callable[..., tuple[Floats, Floats]], seed: int) -> None:
    """Print said beside come true, by band of what was said."""
    print(f"\n{title}: in each band the chance said, what came true, the share of items")
    print(f"{'':12}raters" + "".join(f"{f'{low:.0%} to {high:.0%}':>18}"
          for low, high in pairwise(BINS)) + "   Brier")  # fmt: skip
    for world in WORLDS:
        for raters in SIZES:
            said, came = measure(np.random.default_rng([seed, raters]), world, raters)
            brier = float(((said - came) ** 2).mean())
            print(f"{world.name:12}{raters:6}" + "".join(by_bins(said, came)) + f"{brier:8.3f}")


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--runs", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    runs, seed = given.runs, given.seed
    interval_table(runs, seed)
    chance_table("Quick wins", lambda *some: quick_wins(*some, runs), seed)
    chance_table("First three of twelve", lambda *some: firsts(*some, runs, named=True), seed)
    chance_table(
        "The same, items drawn apart", lambda *some: firsts(*some, runs, named=False), seed
    )


if __name__ == "__main__":
    main()
