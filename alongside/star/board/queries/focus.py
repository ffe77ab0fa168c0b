"""What the board says of priorities: the matrix in hand, what was decided, who waits for an answer."""

from dataclasses import dataclass

from django.db.models import Count, Q, Subquery
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.initiatives.models import Decision, Stage
from alongside.foundation.places.models import Place
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.models import Matrix, Proposal

SHOWN = 6
# More rows than are shown, since an activity may have been decided on more than once.
READ = 24
NOT_DECIDED = (Stage.EXISTING, Stage.CANDIDATE)


@dataclass(frozen=True, slots=True)
class FocusNow:
    """Where the second step stands."""

    matrix: Matrix | None
    undecided: int
    late_answers: int

    def action(self, place: Place) -> tuple[str, str] | None:
        """The one thing to do next with the newest matrix; nothing when all is decided."""
        if self.matrix is None:
            return None
        at = [place.slug, self.matrix.slug]
        if self.matrix.room.stage in {Room.Stage.PREPARING, Room.Stage.ASKING}:
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


def focus_now(place: Place) -> FocusNow:
    """Return where priorities stand. One query, or two where nothing was rated yet."""
    late = (
        Proposal.objects.in_place(place)
        .filter(state=Proposal.State.WAITING, answer_by__lt=timezone.localdate())
        .order_by()
    )
    counted = late.values("place").annotate(n=Count("pk")).values("n")
    open_items = Q(items__withdrawn_at__isnull=True, items__decision__isnull=True)
    found = (
        Matrix.objects.in_place(place)
        .annotate(
            undecided=Count("items", filter=open_items),
            late_answers=Coalesce(Subquery(counted), 0),
        )
        .select_related("room")
    )
    matrix = found.newest_first().first()
    if matrix is None:
        return FocusNow(None, 0, late.count())
    return FocusNow(matrix, matrix.undecided, matrix.late_answers)  # type: ignore[attr-defined]


def latest_decisions(place: Place) -> list[Decision]:
    """Return what was decided last, each activity once. One query."""
    decided = Decision.objects.in_place(place).exclude(verdict__in=NOT_DECIDED)
    newest: dict[int, Decision] = {}
    for decision in decided.select_related("initiative").order_by("-on", "-pk")[:READ]:
        newest.setdefault(decision.initiative_id, decision)
    return list(newest.values())[:SHOWN]
