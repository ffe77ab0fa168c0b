"""The big screen: how to come in, how many have rated, and what was revealed.

For whoever holds the room: the code stands on it.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.foundation.places.vocabulary import words_of
from alongside.foundation.rooms.panels import door_panel
from alongside.foundation.rooms.replies import if_changed
from alongside.foundation.rooms.rules import stage_after
from alongside.star.focus_it.doors import with_matrix
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.panels import listed_by_field, matrix_parts
from alongside.star.focus_it.queries.picture import matrix_picture
from alongside.star.focus_it.queries.releases import latest_sureness
from alongside.star.focus_it.queries.results import Results, kept_key, results_of
from alongside.star.focus_it.queries.screen import screen_state
from alongside.star.focus_it.queries.sure_words import sureness_of
from alongside.star.focus_it.queries.telling import too_few_words


@require_safe
@with_matrix("room.hold")
def screen(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """The page for the wall. It renews itself, with scripts or without."""
    found, door = results_of(matrix), door_panel(matrix.room)
    shown = found.turn if found else 0
    context = {
        "matrix": matrix,
        "room": matrix.room,
        "state": screen_state(matrix, shown=shown, joined=door.joined),
        "door": door,
        "moves": list(_moves(matrix)),
    }
    if found is not None:
        context |= _picture(found)
    return render(request, "focus_it/screen.html", context)


def _picture(found: Results) -> dict[str, Any]:
    """What was revealed, each part made only where a template comes to it."""
    words, sure = words_of(found.matrix.place), latest_sureness(found.matrix)
    picture = matrix_picture(found.matrix, found.items, found.criteria, words)
    return {
        "is_shown": True,
        "too_few": too_few_words() if found.is_too_few else "",
        "key": kept_key(found, words, picture, sure.digest if sure else ""),
        "fields": partial(listed_by_field, found, words, sure),
        "sure": partial(sureness_of, found, sure),
        **matrix_parts(found, picture, words),
    }


def _moves(matrix: Matrix) -> Iterator[tuple[str, str, str]]:
    """What can be done next in the room: address, words, and kind of button. It ends at the desk."""
    words = {
        "begin": (_("Begin"), "primary"),
        "reveal": (_("Reveal"), "primary"),
        "ask_again": (_("Ask again, after talking"), "secondary"),
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
    return if_changed(request, now.etag, now.as_json())
