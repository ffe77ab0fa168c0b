"""How often the intervals of the perceptions engine hold the truth, by simulation.

    python -m bench.perceptions_coverage [--runs 400] [--seed 1]

People answer about several services; each has a leaning of their own and a bias of their group, so
that answers of one person resemble each other. Truth comes from the same model with very many
people. The target is 93 to 97 % at a promise of 95 %, with 5, 8 and 30 people a group; what falls
outside is marked. The share of runs that declare a change where nothing moved should stay under
5 %, as should the share of families with a gap called clear where groups agree.
"""

import argparse
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from scipy import stats

from alongside.engines.perceptions import Answers, Interval, change, gaps, levels
from alongside.engines.perceptions.answers import Floats, Ints
from alongside.engines.perceptions.pairs import Pairs, common_sides, compare
from alongside.engines.perceptions.sureness import uncertainty

GROUPS = ("elected", "manager", "staff", "resident")
CUTS = np.array([-0.9, -0.2, 0.5, 1.2])
MANY = 40_000
LIKENESS = 0.5
"""Share of the variance of answers that lies between people."""


@dataclass(frozen=True)
class Case:
    """One situation: people a group, groups, services and how far the groups' views lie apart.

    `residents`, when given, is the size of the last group.
    """

    people: int
    groups: int
    services: int
    apart: float
    residents: int = 0

    @property
    def names(self) -> tuple[str, ...]:
        return GROUPS[-self.groups :]

    def size(self, group: int) -> int:
        """People in one group."""
        return self.residents if self.residents and group == self.groups - 1 else self.people

    def bias(self, group: int) -> float:
        """How much higher than the middle a group rates."""
        return self.apart * (0.5 - group / (self.groups - 1)) if self.groups > 1 else 0.0


def codes(
    rng: np.random.Generator, case: Case, group: int, people: int, leaning: Floats | None = None
) -> Ints:
    """Answers of one group; shape (people, services)."""
    own = rng.normal(size=people) if leaning is None else leaning
    noise = rng.normal(size=(people, case.services)) * np.sqrt(1 - LIKENESS)
    return np.searchsorted(CUTS, case.bias(group) + np.sqrt(LIKENESS) * own[:, None] + noise)


def answers_of(case: Case, by_group: list[Ints]) -> Answers:
    """The simulated answers, one Co."""
    return Answers.of(
        (f"{name}{person:03}", name, f"s{service}", "do", int(code))
        for name, table in zip(case.names, by_group, strict=True)
        for (person, service), code in np.ndenumerate(table)
    )


def true_rings(rng: np.random.Generator, case: Case) -> Floats:
    """B_1 to B_4 with very many people."""
    tables = [codes(rng, case, group, MANY) for group in range(case.groups)]
    return np.mean([[(table >= k).mean() for k in (1, 2, 3, 4)] for table in tables], axis=0)


def true_delta(rng: np.random.Generator, case: Case) -> float:
    """Cliff's delta of the first group over the last with very many people."""
    x, y = (codes(rng, case, group, MANY)[:, 0] for group in (0, case.groups - 1))
    share_x, share_y = (np.bincount(some, minlength=5) / MANY for some in (x, y))
    higher = np.sign(np.subtract.outer(range(5), range(5)))
    return float(share_x @ higher @ share_y)


def ring_coverage(rng: np.random.Generator, case: Case, runs: int) -> float:
    """How often an interval of a ring holds B_k."""
    truth, hits = true_rings(rng, case), []
    for _ in range(runs):
        tables = [codes(rng, case, group, case.people) for group in range(case.groups)]
        star = levels(answers_of(case, tables), shown_groups=case.names, resident_group="resident")[
            "do"
        ]
        hits += [i.spans(b) for i, b in zip(star.intervals or (), truth, strict=True)]
    return float(np.mean(hits))


def gap_rows(rng: np.random.Generator, case: Case, runs: int) -> Floats:
    """Coverage and share with p < 0.01: the posterior's, then Brunner and Munzel's; shape (4,)."""
    truth, found = true_delta(rng, case), []
    for _ in range(runs):
        tables = [codes(rng, case, group, case.size(group)) for group in range(case.groups)]
        sides = common_sides(answers_of(case, tables), case.names[0], case.names[-1])
        ours = uncertainty(*sides, x_complete=False, y_complete=False)
        assert ours is not None
        theirs = fisher(compare(*sides), 0.95) or (ours.interval(0.95), ours.p_value)
        found.append(
            (
                ours.interval(0.95).spans(truth),
                theirs[0].spans(truth),
                ours.p_value < 0.01,
                theirs[1] < 0.01,
            )
        )
    return np.mean(found, axis=0)


def fisher(pairs: Pairs, confidence: float) -> tuple[Interval, float] | None:
    """Brunner and Munzel's t on the Fisher scale, with people as the units; none if undefined."""
    sides = (pairs.of_x, pairs.of_y)
    parts = [len(some) / (len(some) - 1) * float(some @ some) for some in sides]
    if sum(parts) < 1e-12 or 1 - abs(pairs.delta) < 1e-12:
        return None
    freedom = sum(parts) ** 2 / sum(
        part**2 / (len(some) - 1) for part, some in zip(parts, sides, strict=True)
    )
    z, error = np.arctanh(pairs.delta), np.sqrt(sum(parts)) / (1 - pairs.delta**2)
    reach = stats.t.ppf((1 + confidence) / 2, freedom) * error
    interval = Interval(float(np.tanh(z - reach)), float(np.tanh(z + reach)))
    return interval, float(2 * stats.t.sf(abs(z) / error, freedom))


def gap_coverage(rng: np.random.Generator, case: Case, runs: int) -> float:
    """How often the ordinary interval of a gap holds Cliff's delta."""
    return float(gap_rows(rng, case, runs)[0])


def false_gaps(rng: np.random.Generator, case: Case, runs: int) -> float:
    """How often a family of three contrasts calls some gap clear though groups agree."""
    found = []
    for _ in range(runs):
        tables = [codes(rng, case, group, case.people) for group in range(case.groups)]
        family = gaps(
            answers_of(case, tables), reference_group="resident", contrasts=case.names[:-1]
        )
        found.append(family.biggest is not None)
    return float(np.mean(found))


def false_changes(rng: np.random.Generator, case: Case, runs: int) -> float:
    """How often a change is declared though nothing moved; two thirds stay, a third is new."""
    found = []
    for _ in range(runs):
        rounds: list[list[Ints]] = [[], []]
        for group in range(case.groups):
            own = rng.normal(size=case.people)
            for tables in rounds:
                tables.append(codes(rng, case, group, case.people, own))
                own = np.where(np.arange(case.people) % 3 == 0, rng.normal(size=own.size), own)
        then, now = (answers_of(case, tables) for tables in rounds)
        moved = change(then, now, versions=("1", "1"), shown_groups=case.names)["do"]
        found.append(moved.rings is not None)
    return float(np.mean(found))


def cases(*, apart: tuple[float, ...], groups: tuple[int, ...]) -> Iterator[Case]:
    """Every size, number of groups and services with these distances between groups."""
    for people in (5, 8, 30):
        for some in groups:
            for services in (1, 4):
                for far in apart:
                    yield Case(people, some, services, far)


def table(
    title: str,
    some: Iterator[Case],
    measure: Callable[[np.random.Generator, Case, int], float],
    *,
    within: tuple[float, float],
    runs: int,
    seed: int,
) -> None:
    """One printed table of simulated shares."""
    print(f"\n{title} (target {within[0]:.0%} to {within[1]:.0%}, {runs} runs each)")
    print("people  groups  services  apart   share")
    for case in some:
        share = measure(np.random.default_rng([seed, case.people, case.groups]), case, runs)
        mark = "" if within[0] <= share <= within[1] else "  outside"
        print(
            f"{case.people:6}{case.groups:8}{case.services:10}{case.apart:7.1f}{share:8.1%}{mark}"
        )


def gap_table(runs: int, seed: int) -> None:
    """The posterior beside Brunner and Munzel's t on the Fisher scale."""
    print(f"\nGaps: the posterior beside Brunner-Munzel t on the Fisher scale ({runs} runs each)")
    print("                                        95 % holds delta      p < 0.01")
    print("people  residents  services  apart   posterior  Fisher t   posterior  Fisher t")
    for people, residents in ((5, 5), (5, 40), (8, 8), (30, 30)):
        for services in (1, 4):
            for apart in (0.0, 1.0, 2.0, 3.0):
                case = Case(people, 2, services, apart, residents)
                shares = gap_rows(np.random.default_rng([seed, people, residents]), case, runs)
                line = f"{people:6}{residents:11}{services:10}{apart:7.1f}"
                print(line + "".join(f"{share:11.1%}" for share in shares))


def main() -> None:
    """Print the four tables."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--runs", type=int, default=400)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    runs, seed = given.runs, given.seed
    table("Rings: intervals that hold B_k", cases(apart=(0.0, 1.0), groups=(1, 2, 4)),
          ring_coverage, within=(0.93, 0.97), runs=runs, seed=seed)  # fmt: skip
    gap_table(runs, seed)
    table("Gaps: clear though groups agree", cases(apart=(0.0,), groups=(4,)),
          false_gaps, within=(0.0, 0.05), runs=runs, seed=seed)  # fmt: skip
    table("Change: shown though nothing moved", cases(apart=(0.0, 1.0), groups=(1, 2, 4)),
          false_changes, within=(0.0, 0.05), runs=runs, seed=seed)  # fmt: skip


if __name__ == "__main__":
    main()
