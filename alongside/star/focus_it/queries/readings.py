"""What a release says of each item, ready to be drawn and told: where it lies, how far people agree.

Reads released counts and nothing else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from math import sqrt
from typing import Any

from alongside.star.focus_it.models import Item
from alongside.star.focus_it.queries.cells import ALL, Counts

IMPACT, EFFORT = "impact", "effort"
A_THIRD = 1 / 3
MOST = 0.8


class Field(StrEnum):
    """Where in the picture an item lies. On a line it is in no field."""

    QUICK_WIN = "quick_win"
    MAJOR_PROJECT = "major_project"
    FILL_IN = "fill_in"
    NOT_NOW = "not_now"
    ON_LINE = "on_line"
    HIDDEN = "hidden"  # too few rated it to be shown
    NOBODY = "nobody"  # nobody rated both its impact and its effort


class Agreement(StrEnum):
    """How far those agree who rated the same thing."""

    AGREE = "agree"  # four of five lie within one step
    DIFFER = "differ"
    DIVIDED = "divided"  # a third or more at either end


@dataclass(frozen=True)
class Reading:
    """How many gave each score from 1 to 5, and what follows from it; somebody gave one."""

    counts: Counts

    @cached_property
    def people(self) -> int:
        return sum(self.counts)

    @cached_property
    def mean(self) -> float:
        return sum(score * count for score, count in enumerate(self.counts, 1)) / self.people

    @cached_property
    def spread(self) -> float:
        """The standard deviation: how far a rating usually lies from the middle. Of one, nothing."""
        squares = sum((s - self.mean) ** 2 * count for s, count in enumerate(self.counts, 1))
        return sqrt(squares / max(1, self.people - 1))

    @cached_property
    def agreement(self) -> Agreement:
        """Divided comes before agreed: both can't be, since four of five leave no third."""
        low, high = sum(self.counts[:2]), sum(self.counts[3:])
        if min(low, high) >= A_THIRD * self.people:
            return Agreement.DIVIDED
        within_a_step = max(a + b for a, b in zip(self.counts, self.counts[1:], strict=False))
        return Agreement.AGREE if within_a_step >= MOST * self.people else Agreement.DIFFER

    def side(self, line: float) -> int:
        """1 above the line, -1 below it, 0 on it. Counted in whole numbers, so that ties are ties."""
        above = sum(score * count for score, count in enumerate(self.counts, 1))
        return (above > line * self.people) - (above < line * self.people)


@dataclass(frozen=True)
class ItemReading:
    """One item with what may be shown of it. `readings` go by criterion, then by group."""

    item: Item
    readings: Mapping[str, Mapping[str, Reading | None]]
    since: Mapping[str, int]
    line: float
    has_new_words: bool

    @property
    def number(self) -> int:
        return self.item.number

    def of(self, criterion: str, group: str = ALL) -> Reading | None:
        """What a group said by a criterion; nothing where it isn't shown, or nobody did."""
        return self.readings[criterion].get(group)

    def spot(self, group: str = ALL) -> tuple[float, float] | None:
        """Effort and impact, if both are shown."""
        effort, impact = self.of(EFFORT, group), self.of(IMPACT, group)
        return (effort.mean, impact.mean) if effort and impact else None

    @cached_property
    def field(self) -> Field:
        """A quick win has high impact and low effort. Exactly on the line is neither."""
        effort, impact = self.of(EFFORT), self.of(IMPACT)
        if effort is None or impact is None:
            unsaid = any(ALL not in self.readings[axis] for axis in (IMPACT, EFFORT))
            return Field.NOBODY if unsaid else Field.HIDDEN
        return {
            (1, -1): Field.QUICK_WIN,
            (1, 1): Field.MAJOR_PROJECT,
            (-1, -1): Field.FILL_IN,
            (-1, 1): Field.NOT_NOW,
        }.get((impact.side(self.line), effort.side(self.line)), Field.ON_LINE)


def read_items(bundle: Mapping[str, Any], items: Sequence[Item]) -> list[ItemReading]:
    """Return what a release says of items, in their order; those it doesn't know are left out."""
    told = {one["number"]: one for one in bundle["items"]}
    return [
        ItemReading(
            item,
            readings={
                criterion: {
                    group: Reading(tuple(counts)) if counts else None
                    for group, counts in cells.items()
                }
                for criterion, cells in told[item.number]["figures"].items()
            },
            since=told[item.number]["since"],
            line=bundle["line"],
            has_new_words=told[item.number]["version"] != item.version,
        )
        for item in items
        if item.number in told
    ]
