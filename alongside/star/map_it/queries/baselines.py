"""Earlier results from other surveys, to be shown beside the Star and never reckoned with it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from alongside.foundation.places.models import Place
from alongside.star.framework.picture import CO_KEYS
from alongside.star.map_it.models import Baseline


@dataclass(frozen=True, slots=True)
class EarlierSurvey:
    """What another survey found: a level from 0 to 4 for each Co that it asked about."""

    label: str
    on: date
    source: str
    people: tuple[int, ...]  # fewest and most, where they differ from Co to Co
    levels: Mapping[str, int]

    @property
    def cells(self) -> tuple[int | None, ...]:
        """The levels in the usual order of the Co's; nothing where it wasn't asked."""
        return tuple(self.levels.get(co) for co in CO_KEYS)


def baselines_of(place: Place) -> list[EarlierSurvey]:
    """Return a place's earlier surveys, the newest first. One query."""
    rows = Baseline.objects.in_place(place).order_by("label", "pk")
    surveys = [_survey(label, list(some)) for label, some in groupby(rows, key=_label)]
    return sorted(surveys, key=lambda survey: survey.on, reverse=True)


def _label(row: Baseline) -> str:
    return row.label


def _survey(label: str, rows: list[Baseline]) -> EarlierSurvey:
    newest = max(rows, key=lambda row: row.on)
    return EarlierSurvey(
        label=label,
        on=newest.on,
        source=newest.source,
        people=_range(row.people_count for row in rows),
        levels={row.co: row.level for row in rows},
    )


def _range(counts: Iterable[int | None]) -> tuple[int, ...]:
    known = {count for count in counts if count is not None}
    return tuple(sorted({min(known), max(known)})) if known else ()
