"""A second, slow implementation in plain Python: exact fractions, every pair looked at in turn.

It shares no code with the engine. Rows are (person, group, service, co, code), about one Co.
"""

import itertools
import math
import random
from collections import defaultdict
from fractions import Fraction

type Row = tuple[str, str, str, str, int]


def shares(rows: list[Row], group: str) -> dict[str, list[Fraction]]:
    """Each rater's share of services at 1, 2, 3, 4 or more."""
    rated: dict[str, list[int]] = defaultdict(list)
    for person, theirs, _, _, code in rows:
        if theirs == group and code >= 0:
            rated[person].append(code)
    return {
        person: [Fraction(sum(c >= k for c in codes), len(codes)) for k in (1, 2, 3, 4)]
        for person, codes in rated.items()
    }


def rings(rows: list[Row], groups: list[str]) -> list[Fraction] | None:
    """B_1 to B_4."""
    means = []
    for group in groups:
        people = shares(rows, group).values()
        if people:
            means.append([sum(s[k] for s in people) / len(people) for k in range(4)])
    return [sum(m[k] for m in means) / len(means) for k in range(4)] if means else None


def level(values: list[Fraction]) -> int:
    """The highest k with at least half."""
    return max([k for k in (1, 2, 3, 4) if values[k - 1] >= Fraction(1, 2)], default=0)


def ends(rows: list[Row], groups: list[str]) -> tuple[Fraction, Fraction]:
    """Shares of voices at the low and at the high end, groups equal."""
    low, high = [], []
    for group in groups:
        rated: dict[str, list[int]] = defaultdict(list)
        for person, theirs, _, _, code in rows:
            if theirs == group and code >= 0:
                rated[person].append(code)
        if rated:
            low.append(Fraction(sum(most(c, {0, 1}) for c in rated.values()), len(rated)))
            high.append(Fraction(sum(most(c, {3, 4}) for c in rated.values()), len(rated)))
    return sum(low, Fraction(0)) / len(low), sum(high, Fraction(0)) / len(high)


def most(codes: list[int], some: set[int]) -> bool:
    return 2 * sum(code in some for code in codes) > len(codes)


def pairs(rows: list[Row], x: str, y: str) -> tuple[Fraction, Fraction, Fraction] | None:
    """Higher, lower, same over all pairs on common services; services weigh n m / (n + m)."""
    total, parts = Fraction(0), [Fraction(0)] * 3
    for service in sorted({row[2] for row in rows}):
        here = [r for r in rows if r[2] == service and r[4] >= 0]
        mine, theirs = ([r[4] for r in here if r[1] == g] for g in (x, y))
        if not mine or not theirs:
            continue
        n, m = len(mine), len(theirs)
        weight = Fraction(n * m, n + m)
        total += weight
        for a, b in itertools.product(mine, theirs):
            parts[0 if a > b else 1 if a < b else 2] += weight / (n * m)
    return tuple(part / total for part in parts) if total else None


def standard_error(rows: list[Row], x: str, y: str) -> float:
    """Root of the variance of persons' contributions, person by person and pair by pair."""
    sums: dict[tuple[str, str], float] = defaultdict(float)
    services = []
    for service in sorted({row[2] for row in rows}):
        here = [r for r in rows if r[2] == service and r[4] >= 0]
        sides = [[(r[0], r[4]) for r in here if r[1] == g] for g in (x, y)]
        if all(sides):
            services.append(sides)
    total = sum(len(a) * len(b) / (len(a) + len(b)) for a, b in services)
    for a, b in services:
        n, m = len(a), len(b)
        weight = n * m / (n + m) / total
        delta = sum(sign(c - d) for _, c in a for _, d in b) / (n * m)
        for who, c in a:
            sums[x, who] += weight / n * (sum(sign(c - d) for _, d in b) / m - delta)
        for who, d in b:
            sums[y, who] += weight / m * (sum(sign(c - d) for _, c in a) / n - delta)
    variance = 0.0
    for group in (x, y):
        mine = [value for (theirs, _), value in sums.items() if theirs == group]
        variance += len(mine) / (len(mine) - 1) * sum(value**2 for value in mine)
    return math.sqrt(variance)


def sign(value: int) -> int:
    return (value > 0) - (value < 0)


def dirichlet_rings(rows: list[Row], groups: list[str], draws: int, seed: int) -> list[list[float]]:
    """Draws of B_1 to B_4 from the Dirichlet posterior that the engine's intervals stand for."""
    drawn = random.Random(seed)
    heard = [list(shares(rows, group).values()) for group in groups if shares(rows, group)]
    extra = 1 / math.sqrt(len(heard))
    found = []
    for _ in range(draws):
        total = [0.0] * 4
        for people in heard:
            size = len(people) + extra
            scale = (size - 1) / size
            values = [[float(v) for v in s] for s in people] + [[0.0] * 4, [1.0] * 4]
            shapes = [scale] * len(people) + [scale * extra / 2] * 2
            weights = [drawn.gammavariate(shape, 1) for shape in shapes]
            for k in range(4):
                mean = sum(w * v[k] for w, v in zip(weights, values, strict=True)) / sum(weights)
                total[k] += mean / len(heard)
        found.append(total)
    return found
