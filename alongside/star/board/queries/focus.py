"""What the board says of priorities: the matrix in hand, what was decided, who waits for an answer."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, DateField, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.initiatives.models import Stage, Standing
from alongside.foundation.places.models import Place
from alongside.foundation.prepared.reads import Given, prepared
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.models import Item, Matrix, Proposal

SHOWN = 6
NOT_DECIDED = (Stage.EXISTING, Stage.CANDIDATE)


@dataclass(frozen=True, slots=True)
class FocusNow:
    """Where the second step stands: the newest matrix, if there is one, and what is late."""

    slug: str | None
    stage: str | None
    undecided: int
    late_answers: int

    def action(self, place: Place) -> tuple[str, str] | None:
        """The one thing to do next with the newest matrix; nothing when all is decided."""
        if self.slug is None:
            return None
        at = [place.slug, self.slug]
        if self.stage in {Room.Stage.PREPARING, Room.Stage.ASKING}:
            return _("Open"), reverse("focus_it:matrix", args=at)
        if self.undecided:
            return _("Decide"), reverse("focus_it:decisions", args=at)
        return None

    @property
    def late(self) -> list[str]:
        """What is late here, in words."""
        if not self.late_answers:
            return []
        text = ngettext(
            "%(n)s proposal waits longer for its answer than was promised.",
            "%(n)s proposals wait longer for their answer than was promised.",
            self.late_answers,
        )
        return [text % {"n": self.late_answers}]


@prepared
def _focus() -> QuerySet[Place, tuple[str | None, str | None, int, int]]:
    newest = Matrix.objects.in_place(Given("place")).newest_first()
    open_items = Item.objects.in_place(Given("place")).filter(
        matrix=Subquery(newest.values("pk")[:1]),
        withdrawn_at__isnull=True,
        decision__isnull=True,
    )
    late = Proposal.objects.in_place(Given("place")).filter(
        state=Proposal.State.WAITING, answer_by__lt=Given("today", DateField())
    )
    place = Place.objects.filter(pk=Given("place")).annotate(
        newest=Subquery(newest.values("slug")[:1]),
        stage=Subquery(newest.values("room__stage")[:1]),
        undecided=Coalesce(Subquery(_counted(open_items)), 0),
        late=Coalesce(Subquery(_counted(late)), 0),
    )
    return place.values_list("newest", "stage", "undecided", "late")[:1]


def _counted(rows: QuerySet[Item] | QuerySet[Proposal]) -> QuerySet[Item] | QuerySet[Proposal]:
    return rows.order_by().values("place").annotate(n=Count("pk")).values("n")  # type: ignore[return-value]


def focus_now(place: Place) -> FocusNow:
    """Return where priorities stand. One query."""
    found = _focus.first(place=place.pk, today=timezone.localdate())
    return FocusNow(*found) if found else FocusNow(None, None, 0, 0)


@dataclass(frozen=True, slots=True)
class Decided:
    """An activity on which somebody decided."""

    slug: str
    title: str
    verdict: Stage
    stops_on: date | None

    @property
    def words(self) -> str:
        return str(self.verdict.label)


def latest_decided(standing: Sequence[Standing]) -> list[Decided]:
    """Return what was decided last, newest first. No query."""
    decided = [one for one in standing if one.decided_on and one.stage not in NOT_DECIDED]
    decided.sort(key=lambda one: (one.decided_on or date.min, one.decision or 0), reverse=True)
    return [Decided(one.slug, one.title, Stage(one.stage), one.stops_on) for one in decided[:SHOWN]]
