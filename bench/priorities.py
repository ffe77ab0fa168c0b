"""How long the robustness of a matrix and its best set take, beside plain ways to get them.

    python -m bench.priorities [--seed 1]

Robustness: 200 items, 6 criteria with open weights, 10,000 draws. Beside it the plain loop: in each
draw the raters are picked anew with numpy, and the items ranked with scipy; a hundred draws are
measured and multiplied. Where pymcdm is installed, also its TOPSIS in a loop over weights, which
leaves the raters as they are.

Best set: 200 items under a limit of money and one of staff days, for costs of several kinds. Beside
it the same task for scipy's solver of whole-number programmes with no gap allowed; both must find
the same worth, and ours must be proved. Then how often each item is in it, over 200 draws.

Needs no Django and no database. Run it with one thread (OMP_NUM_THREADS=1), as the server runs.
"""

import argparse
import importlib.util
import time
import tracemalloc
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray
from scipy import optimize, stats

from alongside.engines.priorities import (
    Better,
    Criterion,
    Limit,
    Lines,
    Ratings,
    best_set,
    robustness,
)
from alongside.engines.priorities.choice import best_choice

type Ints = NDArray[np.int64]

ITEMS, DRAWS, FIRST = 200, 10_000, 10
NAMES = ("impact", "effort", "fairness", "reach", "risk", "learning")
LOWER_IS_BETTER = {"effort", "risk"}
CRITERIA = [
    Criterion(name, Better.LOWER if name in LOWER_IS_BETTER else Better.HIGHER) for name in NAMES
]
ROBUSTNESS_SECONDS, BEST_SET_SECONDS = 0.5, 2.0
SHARE_OF_DRAWS = 100
FEW = 5


def main() -> None:
    """Measure, check and print."""
    parser = argparse.ArgumentParser(description="Time the priorities engine.")
    parser.add_argument("--seed", type=int, default=1)
    seed = parser.parse_args().seed
    print(f"Robustness: {ITEMS} items, {len(CRITERIA)} criteria, {DRAWS:,} draws, CPU seconds")
    for raters in (5, 30, 500):
        _time_robustness(raters, seed)
    print(f"\nBest set of {ITEMS} under two limits, CPU seconds, largest of {FEW}")
    for kind in KINDS:
        _time_choice(kind, seed)
    _time_shares(seed)


def cpu_seconds(work: Callable[[], object], *, times: int = 3) -> float:
    """The median of a few runs."""
    taken = []
    for _ in range(times):
        began = time.process_time()
        work()
        taken.append(time.process_time() - began)
    return float(np.median(taken))


def invented_marks(raters: int, seed: int) -> Ints:
    """Marks of raters who differ in strictness; shape (raters, items, criteria)."""
    rng = np.random.default_rng([seed, raters])
    worth = 3 + 0.8 * rng.normal(size=(ITEMS, len(NAMES)))
    strict = 0.4 * rng.normal(size=(raters, 1, len(NAMES)))
    error = 0.9 * rng.normal(size=(raters, ITEMS, len(NAMES)))
    return np.clip(np.rint(worth + strict + error), 1, 5).astype(np.int64)


def ratings_of(marks: Ints) -> Ratings:
    """The marks with names."""
    items = [f"item {number:03}" for number in range(ITEMS)]
    rows = (
        (f"rater {rater:03}", "", items[item], NAMES[at], int(mark))
        for (rater, item, at), mark in np.ndenumerate(marks)
    )
    return Ratings.of(rows, items=items, criteria=NAMES)


def _time_robustness(raters: int, seed: int) -> None:
    marks = invented_marks(raters, seed)
    ratings = ratings_of(marks)
    ours = cpu_seconds(
        lambda: robustness(ratings, CRITERIA, first=FIRST, seed=seed, lines=Lines(), draws=DRAWS)
    )
    over = "" if ours < ROBUSTNESS_SECONDS else f"   OVER: at most {ROBUSTNESS_SECONDS}"
    times = DRAWS // SHARE_OF_DRAWS
    plain = times * cpu_seconds(lambda: plain_draws(marks, SHARE_OF_DRAWS, seed), times=1)
    print(
        f"{raters:4} raters   ours {ours:6.2f} ({_most_memory(ratings, seed):.0f} MB)   "
        f"plain loop {plain:7.2f}, {plain / ours:4.0f} times ours"
        f"{_pymcdm(marks, seed, ours)}{over}"
    )


def _most_memory(ratings: Ratings, seed: int) -> float:
    """Megabytes at most at one time, of what one call asks for."""
    tracemalloc.start()
    robustness(ratings, CRITERIA, first=FIRST, seed=seed, lines=Lines(), draws=DRAWS)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return most / 2**20


def plain_draws(marks: Ints, draws: int, seed: int) -> Ints:
    """How often each item is among the first, draw by draw."""
    rng = np.random.default_rng(seed)
    often = np.zeros(ITEMS, dtype=np.int64)
    sign = np.array([-1 if name in LOWER_IS_BETTER else 1 for name in NAMES])
    for _ in range(draws):
        means = marks[rng.integers(len(marks), size=len(marks))].mean(axis=0)
        worth = (means * sign) @ rng.dirichlet(np.ones(len(NAMES)))
        often += stats.rankdata(-worth, method="min") <= FIRST
    return often


def _pymcdm(marks: Ints, seed: int, ours: float) -> str:
    if importlib.util.find_spec("pymcdm") is None:
        return ""
    from pymcdm.methods import TOPSIS  # noqa: PLC0415 - only where it is installed

    rng = np.random.default_rng(seed)
    types = np.array([-1 if name in LOWER_IS_BETTER else 1 for name in NAMES])
    means, topsis = marks.mean(axis=0), TOPSIS()

    def share_of_draws() -> None:
        for _ in range(SHARE_OF_DRAWS):
            topsis(means, rng.dirichlet(np.ones(len(NAMES))), types)

    theirs = DRAWS // SHARE_OF_DRAWS * cpu_seconds(share_of_draws, times=1)
    return f"   pymcdm TOPSIS {theirs:6.2f}, {theirs / ours:4.0f} times ours"


def _random(rng: np.random.Generator) -> tuple[Ints, Ints]:
    costs = (rng.integers(100_000, 10_000_000, ITEMS), rng.integers(1, 120, ITEMS))
    return rng.integers(1, 1_000_000, ITEMS), np.stack(costs)


def _related(rng: np.random.Generator) -> tuple[Ints, Ints]:
    share = rng.random(ITEMS)
    money = (0.8 * share + 0.2 * rng.random(ITEMS)) * 10_000_000
    days = (0.7 * share + 0.3 * rng.random(ITEMS)) * 120
    return (1 + share * 1_000_000).astype(np.int64), np.stack([money, days]).astype(np.int64) + 1


def _round(rng: np.random.Generator) -> tuple[Ints, Ints]:
    costs = (rng.integers(1, 30, ITEMS) * 100_000, rng.integers(1, 20, ITEMS) * 5)
    return rng.integers(1, 9, ITEMS) * 125_000, np.stack(costs)


def _ties(rng: np.random.Generator) -> tuple[Ints, Ints]:
    costs = (rng.integers(1, 3, ITEMS) * 1_000_000, rng.integers(1, 3, ITEMS) * 10)
    return rng.integers(1, 3, ITEMS) * 500_000, np.stack(costs)


KINDS = {
    "unrelated costs": _random,
    "what is worth more costs more": _related,
    "round costs, few marks": _round,
    "ties everywhere": _ties,
}


def _time_choice(kind: str, seed: int) -> None:
    ours, theirs = [], []
    for number in range(FEW):
        worth, costs = KINDS[kind](np.random.default_rng([seed, number]))
        limits = costs.sum(axis=1) * 3 // 10
        found = best_choice(worth, costs, limits)
        ours.append(cpu_seconds(lambda w=worth, c=costs, m=limits: best_choice(w, c, m), times=1))
        began = time.process_time()
        solved = solved_by_scipy(worth, costs, limits)
        theirs.append(time.process_time() - began)
        if not found.proved or found.worth != solved:
            raise SystemExit(f"{kind}: {found.worth} (proved: {found.proved}), scipy has {solved}.")
    over = "" if max(ours) < BEST_SET_SECONDS else f"   OVER: at most {BEST_SET_SECONDS}"
    print(
        f"{kind:30} ours {max(ours):6.3f}   scipy {max(theirs):6.2f}, "
        f"{sum(theirs) / sum(ours):4.1f} times ours{over}"
    )


def solved_by_scipy(worth: Ints, costs: Ints, limits: Ints) -> int:
    """The worth of the best set, by scipy."""
    found = optimize.milp(
        -worth.astype(float),
        constraints=optimize.LinearConstraint(costs.astype(float), -np.inf, limits.astype(float)),
        integrality=np.ones(len(worth)),
        bounds=optimize.Bounds(0, 1),
        options={"mip_rel_gap": 0},
    )
    return int(worth[found.x > 0.5].sum())


def _time_shares(seed: int) -> None:
    ratings = ratings_of(invented_marks(30, seed))
    _worth, (money, days) = _random(np.random.default_rng(seed))
    limits = [
        Limit(
            name, int(costs.sum()) * 3 // 10, dict(zip(ratings.items, costs.tolist(), strict=True))
        )
        for name, costs in (("money", money), ("staff days", days))
    ]
    criteria = [Criterion(name) for name in NAMES if name not in LOWER_IS_BETTER]
    began = time.process_time()
    found = best_set(ratings, criteria, limits, seed=seed)
    took = time.process_time() - began
    print(
        f"with its shares over {found.draws} draws  {took:6.2f}, "
        f"{found.proved_draws} of them proved, {len(found.chosen)} items chosen"
    )


if __name__ == "__main__":
    main()
