"""Find the releases of a matrix: its figures turn by turn, and how sure they are."""

from alongside.foundation.disclosure.models import Release
from alongside.star.focus_it.models import Matrix

FIGURES = "matrix"
SURENESS = "matrix_sure"


def figures_by_turn(matrix: Matrix) -> list[Release]:
    """Return the figures of every turn that was revealed, the first turn first. One query.

    A release's number is its turn: none is left out, and each is made once.
    """
    releases = Release.objects.in_place(matrix.place)
    return list(releases.filter(activity=matrix.activity_id, kind=FIGURES).order_by("number"))


def latest_figures(matrix: Matrix) -> Release | None:
    """Return the figures of the last turn that was revealed. One query."""
    releases = Release.objects.in_place(matrix.place)
    return releases.filter(activity=matrix.activity_id, kind=FIGURES).order_by("number").last()
