"""How many have rated: people, never figures, so it may be told at any time."""

from django.db.models import Exists, OuterRef

from alongside.foundation.responses.models import Response
from alongside.star.focus_it.models import Matrix, Rating


def rated_count(matrix: Matrix) -> int:
    """Return how many rated in the present turn. One query."""
    rated = Rating.objects.in_place(matrix.place).filter(
        response=OuterRef("pk"), turn=matrix.room.turn, is_late=False
    )
    sheets = Response.objects.in_place(matrix.place).filter(
        activity=matrix.activity_id, state=Response.State.SUBMITTED
    )
    return sheets.filter(Exists(rated)).count()
