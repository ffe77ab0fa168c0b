"""A second, slow implementation in plain Python: fractions, every choice, every draw in turn.

It shares no code with the engine. Rows are (rater, group, item, criterion, mark).
"""

import itertools
from collections import defaultdict
from collections.abc import Mapping, Sequence
from fractions import Fraction

type Row = tuple[str, str, str, str, int]


def moments(
    rows: Sequence[Row], item: str, criterion: str, weights: Mapping[str, int] | None
) -> tuple[float, float]:
    """Mean and variance of the posterior of one figure; groups pooled without weights."""
    by_group: dict[str, list[int]] = defaultdict(list)
    for _rater, group, of_item, on, mark in rows:
        if (of_item, on) == (item, criterion):
            by_group[group if weights else ""].append(mark)
    total = sum((weights or {}).get(group, 1) for group in by_group)
    shares = {group: Fraction((weights or {}).get(group, 1), total) for group in by_group}
    extra = Fraction(sum(share**2 for share in shares.values())) ** 0.5
    mean, variance = 0.0, 0.0
    for group, marks in by_group.items():
        weighed = [(mark, 1.0) for mark in marks] + [(mark, extra / 5) for mark in range(1, 6)]
        size = len(marks) + extra
        middle = sum(mark * weight for mark, weight in weighed) / size
        spread = sum(weight * (mark - middle) ** 2 for mark, weight in weighed) / size**2
        mean += float(shares[group]) * middle
        variance += float(shares[group]) ** 2 * spread
    return mean, variance


def place_shares(draws: Sequence[Sequence[float]]) -> list[list[float]]:
    """How often each item takes each place, equal items in every order they could stand in."""
    items = len(draws[0])
    taken = [[0.0] * items for _ in range(items)]
    for goodness in draws:
        for item, mine in enumerate(goodness):
            better = sum(other > mine for other in goodness)
            equal = sum(other == mine for other in goodness)
            for place in range(better, better + equal):
                taken[item][place] += 1 / equal / len(draws)
    return taken


def best_choice(
    worth: Sequence[int], costs: Sequence[Sequence[int]], limits: Sequence[int]
) -> tuple[int, list[int], list[bool]]:
    """Worth, costs and items of the best choice, of all choices there are."""
    found = []
    for chosen in itertools.product((True, False), repeat=len(worth)):
        spent = [sum(itertools.compress(row, chosen)) for row in costs]
        if all(taken <= limit for taken, limit in zip(spent, limits, strict=True)):
            left_out = [not taken for taken in chosen]
            found.append((-sum(itertools.compress(worth, chosen)), spent, left_out))
    value, spent, left_out = min(found)
    return -value, spent, [not left for left in left_out]


def worths(
    rows: Sequence[Row], items: Sequence[str], weights: Mapping[str, float], lower: set[str]
) -> dict[str, float]:
    """The weighted mean of each item's marks from 0 to 1, with unrated criteria in the middle."""
    total = sum(weights.values())
    found = {}
    for item in items:
        worth = 0.0
        for criterion, weight in weights.items():
            marks = [row[4] for row in rows if row[2:4] == (item, criterion)]
            share = (sum(marks) / len(marks) - 1) / 4 if marks else 0.5
            worth += weight / total * (1 - share if criterion in lower else share)
        found[item] = worth
    return found
