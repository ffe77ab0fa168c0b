"""Ratings for the tests: named people, and matrices invented from a seed."""

import random
from collections.abc import Mapping, Sequence

from alongside.engines.priorities import Better, Criterion, Ratings

type Row = tuple[str, str, str, str, int]

AXES = ("impact", "effort")
BY_BOTH = (Criterion("impact", weight=1), Criterion("effort", Better.LOWER, weight=1))


def on_impact(**marks: Sequence[int]) -> Ratings:
    """One group; each item with the marks of its raters, the first rater's first."""
    rows = [
        (f"rater {at}", "", item, "impact", mark)
        for item, given in marks.items()
        for at, mark in enumerate(given)
    ]
    return Ratings.of(rows, items=list(marks), criteria=["impact"])


def on_both(marks: Mapping[str, Sequence[tuple[int, int]]]) -> Ratings:
    """One group; for each item impact and effort of each rater."""
    rows = [
        (f"rater {at}", "", item, axis, mark)
        for item, given in marks.items()
        for at, pair in enumerate(given)
        for axis, mark in zip(AXES, pair, strict=True)
    ]
    return Ratings.of(rows, items=list(marks), criteria=AXES)


def invented(
    seed: int,
    *,
    items: int = 6,
    raters: int = 8,
    criteria: Sequence[str] = AXES,
    groups: int = 1,
    missing: float = 0.2,
) -> list[Row]:
    """Rows of raters who differ in strictness and leave some items out."""
    drawn = random.Random(seed)
    worth = {(i, c): drawn.gauss(3, 0.9) for i in range(items) for c in criteria}
    rows = []
    for rater in range(raters):
        strict = drawn.gauss(0, 0.4)
        for (item, criterion), middle in worth.items():
            if drawn.random() >= missing:
                mark = min(5, max(1, round(middle + strict + drawn.gauss(0, 0.9))))
                rows.append((f"r{rater:02}", f"g{rater % groups}", f"i{item}", criterion, mark))
    return rows


def matrix(rows: Sequence[Row], *, items: int = 6, criteria: Sequence[str] = AXES) -> Ratings:
    """Rows of `invented` as ratings."""
    return Ratings.of(rows, items=[f"i{at}" for at in range(items)], criteria=criteria)
