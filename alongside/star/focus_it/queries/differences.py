"""Where groups rate differently: each group against residents, item by item.

Made from the counts that a release shows and from nothing else, so it tells nothing more. Which
differences may be spoken of is decided over all of them together (trust 36).
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from alongside.engines.perceptions import Answers, Gap, gaps
from alongside.star.focus_it.queries.cells import ALL
from alongside.star.focus_it.queries.rows import UNCONFIRMED

RESIDENT = "resident"

type Stored = Mapping[str, Any]


def group_differences(items: Sequence[Stored]) -> list[dict[str, Any]]:
    """Return every group's difference from residents on what both rated, as plain values."""
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


def _difference(gap: Gap) -> dict[str, Any]:
    criterion, _colon, number = gap.co.partition(":")
    return {
        "item": int(number),
        "criterion": criterion,
        "group": gap.group,
        "higher": gap.higher,
        "lower": gap.lower,
        "same": gap.same,
        "certainty": str(gap.certainty),
        "clear": gap.clear,
    }
