"""What a councillor's page says of priorities: what came first, what waits, what was decided."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet, Subquery

from alongside.foundation.disclosure.models import Release
from alongside.foundation.initiatives.models import Stage
from alongside.foundation.initiatives.money import pounds
from alongside.foundation.initiatives.queries import Told
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words
from alongside.foundation.prepared.reads import Given, prepared
from alongside.star.board.queries.focus import NOT_DECIDED
from alongside.star.focus_it.queries.picture import by_field
from alongside.star.focus_it.queries.readings import Field, ItemReading
from alongside.star.focus_it.queries.releases import FIGURES
from alongside.star.focus_it.queries.results import Results, figures_in, read_figures
from alongside.star.focus_it.queries.telling import field_name
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.releases import STAR, round_of, stars_in

SHOWN = 5
type Newest = tuple[tuple[Round, Release] | None, Results | None]
# What a room put in one of these fields waits for a decision first.
WORTH_DECIDING = (Field.QUICK_WIN, Field.MAJOR_PROJECT)


@prepared
def _newest_of_both() -> QuerySet[Release]:
    place = Given("place")
    newest = [
        Q(pk=Subquery(found.values("pk")[:1])) for found in (stars_in(place), figures_in(place))
    ]
    found = Release.objects.in_place(place).filter(newest[0] | newest[1])
    return found.select_related("activity__round", "activity__matrix__room")


def newest_of_both(place: Place) -> Newest:
    """Return the Star that stands, and what was revealed last. Two queries."""
    found = {release.kind: release for release in _newest_of_both(place=place.pk)}
    star, figures = found.get(STAR), found.get(FIGURES)
    return (
        (round_of(star, place), star) if star else None,
        read_figures(figures, place) if figures else None,
    )


@dataclass(frozen=True, slots=True)
class DecidedLine:
    """What was decided on an activity, what it may cost, and the day on which it stops."""

    title: str
    slug: str
    verdict: str
    money: str
    stops_on: date | None


@dataclass(frozen=True, slots=True)
class DecidedLines:
    """What was decided, the first lines of it, and how many there are."""

    lines: list[DecidedLine]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.lines)


def decided_lines(told: Iterable[Told]) -> DecidedLines:
    """Return what goes on by a decision, then what was decided otherwise, the newest first."""
    decided = [one for one in told if one.stage not in NOT_DECIDED]
    decided.sort(key=lambda one: (_goes_on(one), one.decided_on, one.decision), reverse=True)
    lines = [
        DecidedLine(one.title, one.slug, str(Stage(one.stage).label), _money(one), _last_day(one))
        for one in decided[:SHOWN]
    ]
    return DecidedLines(lines, len(decided))


def _goes_on(one: Told) -> bool:
    return one.stage in (Stage.TAKEN_ON, Stage.TRYING)


def _money(one: Told) -> str:
    pence = one.cost_pence if one.budget_pence is None else one.budget_pence
    return pounds(pence) if _goes_on(one) and pence is not None else ""


def _last_day(one: Told) -> date | None:
    return one.stops_on if one.stage == Stage.TRYING else None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Items that wait for a decision: those to begin with, and how many there are."""

    first: list[ItemReading]
    count: int

    @property
    def more(self) -> int:
        return self.count - len(self.first)


def waiting_in(results: Results) -> Waiting:
    """Return what was rated and waits for a decision, quick wins first. No query."""
    open_ = [item for item in results.items if item.item.decision_id is None]
    fields = dict(by_field(open_))
    worth = [item for field in WORTH_DECIDING for item in fields.get(field, ())]
    return Waiting(worth[:SHOWN], len(open_))


def first_words(items: Sequence[ItemReading], words: Words) -> list[tuple[str, str]]:
    """Return the fields worth deciding on with the items in them, in words."""
    fields = dict(by_field(items))
    return [
        (field_name(field, words), "; ".join(f"{i.number} {i.item.title}" for i in fields[field]))
        for field in WORTH_DECIDING
        if field in fields
    ]
