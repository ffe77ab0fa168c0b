"""What was decided from a matrix, item by item."""

from dataclasses import dataclass
from datetime import date

from django.utils import timezone

from alongside.foundation.initiatives.models import Decision, Stage
from alongside.foundation.initiatives.money import pounds
from alongside.foundation.places.vocabulary import Words
from alongside.star.focus_it.models import Item, Matrix
from alongside.star.focus_it.queries.matrices import items_of
from alongside.star.focus_it.queries.readings import Field, ItemReading
from alongside.star.focus_it.queries.results import Results
from alongside.star.focus_it.queries.telling import field_name

# In which order decisions are listed: what goes ahead first, what waits last.
ORDER = (Stage.TAKEN_ON, Stage.TRYING, Stage.EXISTING, Stage.BACK_BURNER, Stage.NOT_FORWARD)


@dataclass(frozen=True, slots=True)
class DecidedItem:
    """One item with its field and what was decided; no decision while it waits."""

    item: Item
    field: str
    decision: Decision | None

    @property
    def verdict(self) -> str:
        return str(Stage(self.decision.verdict).label) if self.decision else ""

    @property
    def money(self) -> str:
        pence = self.decision.budget_pence if self.decision else None
        return "" if pence is None else pounds(pence)

    @property
    def is_due(self) -> bool:
        """Whether its day to stop, or to look again, has come."""
        if self.decision is None:
            return False
        day: date | None = self.decision.stops_on or self.decision.review_on
        return day is not None and day <= timezone.localdate()


def decisions_of(matrix: Matrix, results: Results | None, words: Words) -> list[DecidedItem]:
    """Return every item with what was decided, what goes ahead first. One query, beside `results`."""
    readings: dict[int, ItemReading] = {r.number: r for r in results.items} if results else {}
    rows = [
        DecidedItem(item, _field(readings.get(item.number), words), item.decision)
        for item in items_of(matrix)
    ]
    return sorted(rows, key=_place_in_list)


def _field(reading: ItemReading | None, words: Words) -> str:
    return field_name(reading.field if reading else Field.NOBODY, words)


def _place_in_list(row: DecidedItem) -> tuple[int, int]:
    verdicts = [stage.value for stage in ORDER]
    if row.decision is None:
        return len(verdicts) + 1, row.item.number
    verdict = row.decision.verdict
    return verdicts.index(verdict) if verdict in verdicts else len(verdicts), row.item.number
