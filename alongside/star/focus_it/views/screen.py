"""The big screen: how to come in, how many have rated, and what was revealed.

For whoever holds the room: the code stands on it.
"""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.foundation.places.vocabulary import words_of
from alongside.foundation.rooms.panels import door_panel
from alongside.foundation.rooms.rules import stage_after
from alongside.star.focus_it.doors import with_matrix
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.panels import listed_by_field, matrix_parts
from alongside.star.focus_it.queries.picture import matrix_picture
from alongside.star.focus_it.queries.results import results_of
from alongside.star.focus_it.queries.screen import screen_state


@require_safe
@with_matrix("room.hold")
def screen(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """The page for the wall. It renews itself, with scripts or without."""
    found = results_of(matrix)
    context = {
        "matrix": matrix,
        "room": matrix.room,
        "state": screen_state(matrix, shown=found.turn if found else 0),
        "door": door_panel(matrix.room),
        "moves": list(_moves(matrix)),
    }
    if found is not None:
        words = words_of(matrix.place)
        picture = matrix_picture(matrix, found.items, found.criteria, words)
        context |= matrix_parts(found, picture, words)
        context["fields"] = listed_by_field(found, words)
    return render(request, "focus_it/screen.html", context)


def _moves(matrix: Matrix) -> Iterator[tuple[str, str, str]]:
    """What can be done next from here: address, words, and kind of button."""
    words = {
        "begin": (_("Begin"), "primary"),
        "reveal": (_("Reveal"), "primary"),
        "ask_again": (_("Ask again, after talking"), "secondary"),
        "end": (_("End it"), "secondary"),
    }
    for verb, (text, kind) in words.items():
        if stage_after(matrix.room.stage, verb) is not None:
            name = f"focus_it:{verb.replace('_', '-')}"
            yield reverse(name, args=[matrix.place.slug, matrix.slug]), text, kind


@require_safe
@with_matrix("room.hold")
def state(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """Where the room stands and how many have rated, for the screen; no figure is in it."""
    now = screen_state(matrix)
    if request.headers.get("If-None-Match") == now.etag:
        reply: HttpResponse = HttpResponseNotModified()
    else:
        reply = JsonResponse(now.as_json())
    reply["ETag"] = now.etag
    return reply
