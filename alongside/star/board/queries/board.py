"""What the board says: the newest Star, the five steps with one next action each, what is late."""

from dataclasses import dataclass
from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.actor import Actor
from alongside.foundation.initiatives.models import Standing
from alongside.foundation.initiatives.queries import BoardCounts, counts_of, standing_in
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words
from alongside.star.framework.picture import ArcPicture, ArcState
from alongside.star.framework.progress import step_arcs
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.releases import STAR

SHARE = {ArcState.NOT_STARTED: 0.0, ArcState.TRYING: 0.4, ArcState.WORKING: 1.0}
A_YEAR = timedelta(days=365)


@dataclass(frozen=True, slots=True)
class StepCard:
    """One step on the board: how far it is, its fact, and the one thing to do next."""

    number: int
    step: str
    title: str
    fact: str
    share: float
    action: str
    url: str
    is_next: bool


@dataclass(frozen=True, slots=True)
class Board:
    """Everything the board shows."""

    rounds: list[Round]
    release: Release | None
    drawn_round: Round | None
    standing: list[Standing]
    counts: BoardCounts
    arcs: tuple[ArcPicture, ...]
    late: list[str]


def board_of(place: Place, words: Words) -> Board:
    """Return the board of a place. At most five queries, whatever was answered."""
    rounds = list(Round.objects.in_place(place).newest_first()[:6])
    release = (
        Release.objects.in_place(place)
        .filter(kind=STAR)
        .order_by("-activity__round__opens_at", "-number")
        .first()
    )
    drawn = next((r for r in rounds if release and r.activity_id == release.activity_id), None)
    standing = standing_in(place)
    counts = counts_of(standing, today=timezone.localdate())
    if drawn is not None:
        drawn.place = place
    return Board(
        rounds=rounds,
        release=release if drawn else None,
        drawn_round=drawn,
        standing=standing,
        counts=counts,
        arcs=step_arcs(place, words, counts=counts, drawn=drawn is not None),
        late=_late(rounds, counts),
    )


def step_cards(
    board: Board, place: Place, words: Words, actor: Actor, *, gap_count: int | None = None
) -> list[StepCard]:
    """Return the five steps; exactly one of them carries "Next"."""
    upcoming = _next_step(board)
    cards = []
    for number, arc in enumerate(board.arcs, start=1):
        action, url = _action(arc.step, board, place, actor)
        cards.append(
            StepCard(
                number=number,
                step=arc.step,
                title=words[f"{arc.step}_name"],
                fact=_fact(arc, gap_count),
                share=SHARE[arc.state],
                action=action,
                url=url,
                is_next=arc.step == upcoming,
            )
        )
    return cards


def _fact(arc: ArcPicture, gap_count: int | None) -> str:
    if arc.step != "map" or gap_count is None:
        return arc.fact
    return _("%(found)s; %(gaps)s not happening yet") % {"found": arc.fact, "gaps": gap_count}


def _next_step(board: Board) -> str:
    if board.drawn_round is None:
        return "map"
    newest = board.rounds[0]
    if newest.state == Round.State.OPEN and newest.closes_at <= timezone.now():
        return "map"
    return "focus"


def _action(step: str, board: Board, place: Place, actor: Actor) -> tuple[str, str]:
    """The one thing to do next in a step, and where."""
    initiatives = reverse("initiatives:list", args=[place.slug])
    if step == "map":
        return _map_action(board, place, actor)
    if step == "focus":
        if board.counts.candidates:
            return _("Decide"), f"{initiatives}?stage=candidate"
        if board.drawn_round is not None:
            results = reverse("map_it:results", args=[place.slug, board.drawn_round.slug])
            return _("Choose"), f"{results}#not-happening"
        return _("Open"), initiatives
    labels = {"people": _("See who"), "market": _("Open"), "grow": _("Open")}
    return labels[step], initiatives


def _map_action(board: Board, place: Place, actor: Actor) -> tuple[str, str]:
    running = next((r for r in board.rounds if r.state != Round.State.CLOSED), None)
    if running is not None:
        return _("Open"), reverse("map_it:round", args=[place.slug, running.slug])
    if board.drawn_round is not None:
        return _("Results"), reverse("map_it:results", args=[place.slug, board.drawn_round.slug])
    if actor.may("round.edit", place.pk):
        return _("Begin"), reverse("map_it:new", args=[place.slug])
    return _("Open"), reverse("map_it:rounds", args=[place.slug])


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
