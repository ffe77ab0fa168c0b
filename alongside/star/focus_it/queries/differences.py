"""Where groups rate differently: each group against residents, item by item.

Made from the counts that a release shows and from nothing else, so it tells nothing more. Which
differences may be spoken of is decided over all of them together (trust 36).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from alongside.engines.perceptions import Answers, Gap, gaps
from alongside.star.focus_it.queries.cells import ALL
from alongside.star.focus_it.queries.rows import UNCONFIRMED

RESIDENT = "resident"

type Stored = Mapping[str, Any]


def group_differences(items: Sequence[Stored]) -> list[list[Any]]:
    """Return every group's difference from residents on what both rated, as plain values.

    There may be hundreds, so each is a short list, in the order of `StoredDifference`.
    """
    rows = [row for item in items for row in _answers(item)]
    contrasts = sorted({group for _person, group, *_rest in rows} - {RESIDENT})
    if not contrasts:
        return []
    found = gaps(Answers.of(rows), reference_group=RESIDENT, contrasts=contrasts)
    return [_difference(gap) for gap in found.all]


def _answers(item: Stored) -> Iterator[tuple[str, str, str, str, int]]:
    """The shown counts as answers of people without names. Each question stands for itself."""
    for criterion, cells in item["figures"].items():
        for group, counts in cells.items():
            if counts is None or group in {ALL, UNCONFIRMED}:
                continue
            codes = [code for code, count in enumerate(counts) for _person in range(count)]
            for place, code in enumerate(codes):
                yield f"{group} {place}", group, "item", f"{criterion}:{item['number']}", code


def _difference(gap: Gap) -> list[Any]:
    criterion, _colon, number = gap.co.partition(":")
    told = gap.higher, gap.lower, gap.same, str(gap.certainty), gap.clear
    return [int(number), criterion, gap.group, *told]


@dataclass(frozen=True, slots=True)
class StoredDifference:
    """One difference as a release holds it, in this order."""

    item: int
    criterion: str
    group: str
    higher: int
    lower: int
    same: int
    certainty: str
    clear: bool
