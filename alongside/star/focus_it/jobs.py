"""Background work of the Priority Matrix: fetch ids, call an action."""

from typing import Any

from alongside.star.focus_it.actions.reveal import release_figures
from alongside.star.focus_it.models import Matrix


def release_job(context: Any, *, matrix_id: int, turn: int) -> None:
    """Make the figures of a turn, should whoever revealed it not have come to it."""
    release_figures(_matrix(matrix_id), turn=turn)


def _matrix(matrix_id: int) -> Matrix:
    matrices = Matrix.objects.unscoped(reason="the job was asked for by an action that checked")
    matrix = matrices.select_related("place", "room", "activity").get(pk=matrix_id)
    matrix.room.place = matrix.activity.place = matrix.place
    return matrix
