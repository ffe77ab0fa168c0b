"""Where the initiatives of a place stand: counts for the board, lines for a brief."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from django.db.models import Count, QuerySet

from alongside.foundation.initiatives.models import Initiative, InitiativeQuerySet, Stage, Standing
from alongside.foundation.places.models import Place, Ward
from alongside.foundation.prepared.reads import Given, prepared

SOON = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class BoardCounts:
    """How many initiatives stand where. Stopping with a lesson is counted as what it is."""

    existing: int
    candidates: int
    taken_on: int
    trying: int
    stopping_soon: int
    learned_by_stopping: int
    set_aside: int

    @property
    def decided(self) -> int:
        """How many were decided on, whichever way."""
        return self.taken_on + self.trying + self.learned_by_stopping + self.set_aside


def public_counts(place: Place) -> dict[str, int]:
    """Return how many initiatives everyone may read, for each Co that has any."""
    shown = Initiative.objects.in_place(place).filter(is_public=True).order_by()
    return dict(shown.values_list("co").annotate(count=Count("pk")))


@prepared
def _standing_rows() -> QuerySet[
    Initiative, tuple[str, str, str, date | None, str, date | None, int | None]
]:
    return Initiative.objects.in_place(Given("place")).standing()


def standing_in(place: Place) -> list[Standing]:
    """Return where each initiative of a place stands, in one query."""
    return [Standing(*row) for row in _standing_rows(place=place.pk)]


def board_counts(place: Place, *, today: date) -> BoardCounts:
    """Return the counts for the board, in one query."""
    return counts_of(standing_in(place), today=today)


def counts_of(standing: Sequence["Standing | Told"], *, today: date) -> BoardCounts:
    """Return the counts for the board."""
    stages = [one.stage for one in standing]
    return BoardCounts(
        existing=stages.count(Stage.EXISTING),
        candidates=stages.count(Stage.CANDIDATE),
        taken_on=stages.count(Stage.TAKEN_ON),
        trying=stages.count(Stage.TRYING),
        stopping_soon=sum(
            one.stage == Stage.TRYING and one.stops_on is not None and one.stops_on <= today + SOON
            for one in standing
        ),
        learned_by_stopping=stages.count(Stage.STOPPED),
        set_aside=stages.count(Stage.BACK_BURNER) + stages.count(Stage.NOT_FORWARD),
    )


class Told(NamedTuple):
    """What one page tells of an initiative: where it stands, its days, its money, and where."""

    title: str
    slug: str
    stage: str
    stops_on: date | None
    decided_on: date
    decision: int  # of one day the later one has the higher number
    review_on: date | None
    budget_pence: int | None
    cost_pence: int | None
    people_count: int | None
    is_here: bool  # in the ward that was asked for, by name
    is_everywhere: bool


@prepared
def _told_rows() -> QuerySet[Initiative, tuple[Any, ...]]:
    """What a place has, by title."""
    found = Initiative.objects.in_place(Given("place")).with_stage().with_days()
    return found.with_places(Given("ward")).order_by("title", "pk").values_list(*Told._fields)  # noqa: SLF001 - public, in spite of its name


def told_in(place: Place, ward: Ward | None = None) -> list[Told]:
    """Return every initiative of a place by title, as a brief tells of it. One query."""
    return [Told(*row) for row in _told_rows(place=place.pk, ward=ward.pk if ward else 0)]


def stopping_soon(place: Place, *, today: date) -> InitiativeQuerySet:
    """Return what is being tried and stops within four weeks or should have stopped."""
    stopping: InitiativeQuerySet = Initiative.objects.in_place(place).stopping_by(today + SOON)
    return stopping.select_related("service")
