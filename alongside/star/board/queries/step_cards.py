"""The five steps on the board, each with the one thing to do next, and where."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words
from alongside.star.board.queries.coming_steps import COMING, waiting_words
from alongside.star.board.queries.overview import Board
from alongside.star.framework.picture import ArcPicture, ArcState
from alongside.star.map_it.models import Round

SHARE = {ArcState.NOT_STARTED: 0.0, ArcState.TRYING: 0.4, ArcState.WORKING: 1.0}


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
    state: str = ""  # said beside the title, where there is something to say


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
                fact=_fact(arc, board, gap_count),
                share=SHARE[arc.state],
                action=action,
                url=url,
                is_next=arc.step == upcoming,
                state=_("not here yet") if arc.step in COMING else "",
            )
        )
    return cards


def _fact(arc: ArcPicture, board: Board, gap_count: int | None) -> str:
    if arc.step in COMING:
        return waiting_words(arc.step, board.standing)
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
        if (following := board.focus.action(place)) is not None:
            return following
        if board.counts.candidates:
            return _("Rate"), reverse("focus_it:matrices", args=[place.slug])
        if board.drawn_round is not None:
            results = reverse("map_it:results", args=[place.slug, board.drawn_round.slug])
            return _("Choose"), f"{results}#not-happening"
        return _("Open"), initiatives
    return _("What it will be"), reverse("board:step", args=[place.slug, step])


def _map_action(board: Board, place: Place, actor: Actor) -> tuple[str, str]:
    running = next((r for r in board.rounds if r.state != Round.State.CLOSED), None)
    if running is not None:
        return _("Open"), reverse("map_it:round", args=[place.slug, running.slug])
    if board.drawn_round is not None:
        return _("Results"), reverse("map_it:results", args=[place.slug, board.drawn_round.slug])
    if actor.may("round.edit", place.pk):
        return _("Begin"), reverse("map_it:new", args=[place.slug])
    return _("Open"), reverse("map_it:rounds", args=[place.slug])
