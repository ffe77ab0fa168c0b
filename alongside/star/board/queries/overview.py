"""What the board says: whose Star stands, how far the five steps are, what is late."""

from dataclasses import dataclass
from datetime import timedelta

from django.db.models import Count, Exists, OuterRef, QuerySet, Subquery
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.disclosure.models import Release
from alongside.foundation.initiatives.models import Standing
from alongside.foundation.initiatives.queries import BoardCounts, counts_of, standing_in
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words
from alongside.foundation.prepared.reads import Given, prepared
from alongside.star.board.queries.focus import FocusNow, focus_now
from alongside.star.framework.picture import ArcPicture
from alongside.star.framework.progress import step_arcs
from alongside.star.map_it.models import Round, RoundService
from alongside.star.map_it.queries.releases import STAR, standing_star

A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the board shows."""

    rounds: list[Round]
    release: Release | None
    drawn_round: Round | None
    waiting_round: Round | None  # drawn since, and not shown as the Star
    standing: list[Standing]
    counts: BoardCounts
    arcs: tuple[ArcPicture, ...]
    focus: FocusNow
    late: list[str]

    @property
    def is_gathering(self) -> bool:
        """Whether any map was opened yet."""
        return any(round_.state != Round.State.DRAFT for round_ in self.rounds)


@prepared
def _last_rounds() -> QuerySet[Round]:
    stars = Release.objects.in_place(Given("place")).filter(kind=STAR)
    asked = RoundService.objects.in_place(Given("place")).filter(round=OuterRef("pk"))
    count = asked.order_by().values("round").annotate(n=Count("pk")).values("n")
    return (
        Round.objects.in_place(Given("place"))
        .annotate(
            is_drawn=Exists(stars.filter(activity=OuterRef("activity"))),
            service_count=Subquery(count),
        )
        .newest_first()[:6]
    )


def board_of(place: Place, words: Words) -> Board:
    """Return the board of a place. At most six queries, whatever was answered."""
    rounds = _last_rounds(place=place.pk)
    drawn, release = standing_star(place) or (None, None)
    standing = standing_in(place)
    counts = counts_of(standing, today=timezone.localdate())
    focus = focus_now(place)
    return Board(
        rounds=rounds,
        release=release,
        drawn_round=drawn,
        waiting_round=_waiting(rounds, drawn),
        standing=standing,
        counts=counts,
        arcs=step_arcs(place, words, counts=counts, drawn=drawn is not None),
        focus=focus,
        late=[*_late(rounds, counts), *focus.late],
    )


def _waiting(rounds: list[Round], drawn: Round | None) -> Round | None:
    """Return the newest map that was drawn since the Star on the board, if there is one."""
    newest = next((r for r in rounds if r.is_drawn), None)  # type: ignore[attr-defined] # annotated
    if newest is None or drawn is None or newest.opens_at <= drawn.opens_at:
        return None
    return newest


def _late(rounds: list[Round], counts: BoardCounts) -> list[str]:
    """Say what is late: maps past their day, trials about to stop, a Star older than a year."""
    now = timezone.now()
    late = [
        _("“%(title)s” is past its last day and still open.") % {"title": r.title}
        for r in rounds
        if r.state == Round.State.OPEN and r.closes_at <= now
    ]
    if counts.stopping_soon:
        late.append(
            ngettext(
                "%(n)s trial stops within four weeks, or should have stopped.",
                "%(n)s trials stop within four weeks, or should have stopped.",
                counts.stopping_soon,
            )
            % {"n": counts.stopping_soon}
        )
    if rounds and rounds[0].state == Round.State.CLOSED and rounds[0].closes_at < now - A_YEAR:
        late.append(_("The last map is more than a year old."))
    return late
