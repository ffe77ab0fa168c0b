"""The facilitator's desk: where a matrix stands, its door, and the one thing to do next."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside.foundation.rooms.forms import HeadsForm
from alongside.foundation.rooms.panels import door_panel
from alongside.star.focus_it.actions.matrices import begin_matrix
from alongside.star.focus_it.doors import with_matrix
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.matrices import items_of
from alongside.star.focus_it.queries.rated import progress_of, told_progress
from alongside.star.focus_it.rules import matrices as rules


@require_safe
@with_matrix()
def matrix_page(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """Where a matrix stands; for whoever holds the room, what to do next."""
    by = request.actor  # type: ignore[attr-defined]
    room, progress, door = matrix.room, progress_of(matrix), door_panel(matrix.room)
    here = max(door.joined, door.heads or 0)
    context = {
        "matrix": matrix,
        "room": room,
        "activity": matrix.activity,
        "items": items_of(matrix),
        "rated": progress.begun,
        "progress": told_progress(room.stage, room.turn, progress, here),
        # People are counted, never figures: whether the picture would be empty isn't looked at.
        "too_few": room.turn == 1 and progress.begun < matrix.minimum,
        "can_run": rules.can_run_matrix(by, matrix),
        "can_rate": by.may("round.answer", matrix.place_id),
        "door": door,
        "heads_form": HeadsForm(initial={"heads": matrix.room.heads}),
    }
    return render(request, "focus_it/matrix.html", context)


@require_POST
@with_matrix("room.hold")
def begin(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """Begin to ask."""
    begin_matrix(matrix, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("People can rate now. Open the door for those in the room."))
    return redirect("focus_it:matrix", matrix.place.slug, matrix.slug)
