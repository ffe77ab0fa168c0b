"""What somebody rates: the items in their order, what was said of them, what comes next."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.prepared.reads import Given, prepared
from alongside.foundation.responses.models import Response
from alongside.star.focus_it.models import Criterion, Item, Matrix, Rating
from alongside.star.focus_it.queries.matrices import criteria_of, items_of
from alongside.star.focus_it.queries.telling import amount_words


@dataclass(frozen=True, slots=True)
class Line:
    """One item as its rater sees it: `scores` is what they said last, `is_done` in this turn.

    Who says of everything that they can't say has rated too, without a score.
    """

    item: Item
    place: int  # from 1, as people count
    scores: Mapping[str, int]
    is_rated: bool
    is_done: bool
    has_new_words: bool  # it was rated under others, which doesn't count any more
    late: Mapping[str, int] | None  # said after the reveal: kept, and counted nowhere

    @property
    def takes(self) -> str:
        """What it would take, as far as somebody has said so."""
        return amount_words(self.item.cost_pence, self.item.staff_days)


@dataclass(frozen=True, slots=True)
class RatingSheet:
    """Everything one person rates."""

    lines: tuple[Line, ...]
    criteria: tuple[Criterion, ...]

    @property
    def is_fresh(self) -> bool:
        """Whether nothing was rated yet."""
        return not any(line.is_rated for line in self.lines)

    @property
    def done_count(self) -> int:
        return sum(line.is_done for line in self.lines)

    @property
    def before_count(self) -> int:
        """How many were rated in an earlier turn, and have their rating of then."""
        return sum(line.is_rated and not line.is_done for line in self.lines)

    @property
    def first_open(self) -> Line | None:
        """The first item that was not rated in this turn; nothing when all were."""
        return next((line for line in self.lines if not line.is_done), None)

    def after(self, line: Line) -> Line | None:
        """The next item that was not rated yet, from here on and then from the beginning."""
        order = (*self.lines[line.place :], *self.lines[: line.place - 1])
        return next((other for other in order if not other.is_done), None)

    def of_number(self, number: int) -> Line | None:
        return next((line for line in self.lines if line.item.number == number), None)


def sheet_of(matrix: Matrix, response: Response | None) -> RatingSheet:
    """Return what is rated with what this person said. At most three queries."""
    said: dict[int, Rating] = {}
    late: dict[int, Rating] = {}
    if response is not None:
        rated = Rating.objects.in_place(matrix.place).filter(response=response)
        for one in rated.order_by("turn"):
            (late if one.is_late else said)[one.item_id] = one
    lines = [
        _line(item, place, said.get(item.pk), late.get(item.pk), matrix.room.turn)
        for place, item in enumerate(items_of(matrix), start=1)
    ]
    return RatingSheet(tuple(lines), tuple(criteria_of(matrix)))


def _line(item: Item, place: int, rating: Rating | None, late: Rating | None, turn: int) -> Line:
    stands = rating is not None and rating.item_version == item.version
    return Line(
        item,
        place,
        rating.scores if rating and stands else {},
        is_rated=stands,
        is_done=bool(rating and stands and rating.turn == turn),
        has_new_words=rating is not None and not stands,
        late=late.scores if late and late.item_version == item.version else None,
    )


def said_words(scores: Mapping[str, int], criteria: Iterable[Criterion]) -> list[str]:
    """Return what somebody said of an item, question by question."""
    return [
        _("%(name)s: %(score)s of 5 (%(words)s)")
        % {"name": c.name, "score": score, "words": c.anchors[score - 1]}
        if (score := scores.get(c.key))
        else _("%(name)s: I can't say") % {"name": c.name}
        for c in criteria
    ]


def list_key(matrix: Matrix, sheet: RatingSheet) -> str:
    """Return the key under which a process keeps what is the same for everybody who comes in.

    Everything that is drawn is in it. It means something within this process only.
    """
    items = (
        (i.pk, i.version, i.number, i.title, i.text, i.who_gains, i.who_loses, i.initiative.co)
        for i in (line.item for line in sheet.lines)
    )
    asked = ((c.key, c.question, tuple(c.anchors)) for c in sheet.criteria)
    parts = (matrix.place.slug, matrix.slug, get_language(), tuple(items), tuple(asked))
    return f"{matrix.pk}:{hash(parts)}"


@prepared
def _sheet_of_seat() -> QuerySet[Response]:
    """A hall of guests asks for it with every page."""
    found = Response.objects.in_place(Given("place")).filter(activity=Given("activity"))
    found = found.exclude(state=Response.State.WITHDRAWN).filter(participant__seat=Given("seat"))
    return found.select_related("participant__seat", "place")[:1]


def response_of(matrix: Matrix, actor: Actor) -> Response | None:
    """Return the sheet that the actor has begun."""
    person = actor.persons.get(matrix.place_id)
    if person is not None:
        mine = Response.objects.in_place(matrix.place).filter(activity=matrix.activity_id)
        mine = mine.exclude(state=Response.State.WITHDRAWN).filter(participant__person=person)
        return mine.select_related("participant__seat", "place").first()
    if actor.seat_activity == matrix.activity_id:
        return _sheet_of_seat.first(
            place=matrix.place_id, activity=matrix.activity_id, seat=actor.id
        )
    return None
