"""Reveal what a room said, ask it again, end it; and make the figures of each turn, once.

The room moves in one transaction, and asks in it for the work that makes the figures. They are then
made at once, so that a hall doesn't wait for other background work; should this process die, the
worker makes them.
"""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.disclosure.actions import freeze_release
from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.actor import Actor, system_actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.jobs.actions import enqueue_job
from alongside.foundation.rooms.actions import move_room, touch_room
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.actions.matrices import NOT_ALLOWED
from alongside.star.focus_it.actions.sureness import ask_how_sure
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.figures import ENGINES, matrix_figures
from alongside.star.focus_it.queries.rated import progress_of
from alongside.star.focus_it.queries.releases import FIGURES, figures_by_turn
from alongside.star.focus_it.queries.rows import load_rows
from alongside.star.focus_it.rules import matrices as rules
from alongside.star.framework.matrix_instrument import load_matrix_instrument


def reveal_matrix(matrix: Matrix, *, turn: int, by: Actor) -> Matrix:
    """Show everybody at once what was rated. `turn` is the one that the facilitator saw."""
    refuse_unless(rules.can_run_matrix(by, matrix), NOT_ALLOWED)
    with transaction.atomic():
        matrix.room, moved = move_room(matrix.room, "reveal", turn=turn, by=by)
        if moved:
            _refuse_if_nobody_rated(matrix)
            _ask_for_figures(matrix, turn, by=by)
    release_figures(matrix, turn=turn)
    return matrix


def ask_again(matrix: Matrix, *, turn: int, by: Actor) -> Matrix:
    """Ask a second time, after talking. What was said stands until somebody says something else."""
    return _go_on(matrix, "ask_again", turn=turn, by=by)


def end_matrix(matrix: Matrix, *, turn: int, by: Actor) -> Matrix:
    """End the room. What was revealed stays; nobody can rate any more."""
    return _go_on(matrix, "end", turn=turn, by=by)


def _go_on(matrix: Matrix, verb: str, *, turn: int, by: Actor) -> Matrix:
    refuse_unless(rules.can_run_matrix(by, matrix), NOT_ALLOWED)
    if matrix.room.stage == Room.Stage.REVEALED:  # no turn is left without its figures
        release_figures(matrix, turn=matrix.room.turn)
    matrix.room, _moved = move_room(matrix.room, verb, turn=turn, by=by)
    return matrix


def _refuse_if_nobody_rated(matrix: Matrix) -> None:
    # Asked again, silence is an answer: everybody stays with what they said.
    if matrix.room.turn == 1 and not progress_of(matrix).begun:
        raise Refusal(
            "nobody_rated", _("Nobody has rated yet, so there is nothing to reveal."), status=409
        )


def _ask_for_figures(matrix: Matrix, turn: int, *, by: Actor) -> None:
    enqueue_job(
        "focus_it.release",
        place=matrix.place,
        key=f"focus_it.release:{matrix.pk}:{turn}",
        arguments={"matrix_id": matrix.pk, "turn": turn},
        by=by,
    )


def release_figures(matrix: Matrix, *, turn: int) -> Release:
    """Make the figures of a turn that was revealed, and freeze them; once made, they stay.

    The slow part runs outside any transaction.
    """
    if not rules.is_revealed(matrix.room, turn):
        raise Refusal("not_revealed", _("These ratings have not been revealed."), status=409)
    releases = figures_by_turn(matrix)
    if len(releases) >= turn:
        return releases[turn - 1]
    line = load_matrix_instrument(matrix.instrument_version).line
    rows = load_rows(matrix, turn=turn, line=line)
    bundle = matrix_figures(rows, turn=turn, earlier=[one.bundle for one in releases])
    with transaction.atomic():
        matrix.room = Room.objects.in_place(matrix.place).locked(matrix.room)
        if len(known := figures_by_turn(matrix)) >= turn:  # somebody else was quicker
            return known[turn - 1]
        release = freeze_release(
            matrix.activity,
            kind=FIGURES,
            bundle=bundle,
            inputs_hash=rows.digest,
            engine_versions=ENGINES,
            answers_as_of=rows.as_of or timezone.now(),
            by=system_actor(),
        )
        touch_room(matrix.room)
        ask_how_sure(matrix, by=system_actor())
    return release
