"""Background work of the Priority Matrix: fetch ids, call an action."""

from typing import Any

from django.urls import reverse

from alongside.star.focus_it.actions.fits import work_out_choice
from alongside.star.focus_it.actions.reveal import release_figures
from alongside.star.focus_it.actions.sureness import work_out_sureness
from alongside.star.focus_it.models import Choice, Matrix


def release_job(context: Any, *, matrix_id: int, turn: int) -> None:
    """Make the figures of a turn, should whoever revealed it not have come to it."""
    release_figures(_matrix(matrix_id), turn=turn)


def how_sure_job(context: Any, *, matrix_id: int) -> str:
    """Work out how sure the order is; returns the address of the results."""
    matrix = _matrix(matrix_id)
    work_out_sureness(matrix, report=context.report)
    return reverse("focus_it:results", args=[matrix.place.slug, matrix.slug])


def choose_job(context: Any, *, choice_id: int) -> str:
    """Find what fits; returns the address of the page that shows it."""
    choices = Choice.objects.unscoped(reason="the job was asked for by an action that checked")
    choice = choices.get(pk=choice_id)
    choice.matrix = _matrix(choice.matrix_id)
    work_out_choice(choice, report=context.report)
    return reverse("focus_it:fits", args=[choice.matrix.place.slug, choice.matrix.slug])


def _matrix(matrix_id: int) -> Matrix:
    matrices = Matrix.objects.unscoped(reason="the job was asked for by an action that checked")
    matrix = matrices.select_related("place", "room", "activity").get(pk=matrix_id)
    matrix.room.place = matrix.activity.place = matrix.place
    return matrix
