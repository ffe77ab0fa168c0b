"""One page for a councillor: where we stand, what differs, what came first, what to decide."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.formats import date_format
from django.views.decorators.http import require_safe

from alongside.foundation.disclosure.models import Release
from alongside.foundation.initiatives.queries import Told, counts_of, told_in
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words, words_of
from alongside.star.board.queries.brief import (
    decided_lines,
    first_words,
    newest_of_both,
    waiting_in,
)
from alongside.star.board.views.brief_ward import ward_parts, which_ward
from alongside.star.focus_it.drawing import draw_matrix
from alongside.star.focus_it.queries.picture import matrix_picture, matrix_table
from alongside.star.focus_it.queries.results import Results
from alongside.star.focus_it.queries.telling import who_rated
from alongside.star.framework.drawing import draw_star_for_page
from alongside.star.framework.instrument import load_instrument
from alongside.star.framework.matrix_instrument import load_matrix_instrument
from alongside.star.framework.progress import step_arcs
from alongside.star.framework.twin import point_sentence, point_table
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.beside import position_lines
from alongside.star.map_it.queries.heard import group_sentences
from alongside.star.map_it.queries.not_happening import not_happening, services_of
from alongside.star.map_it.queries.results import differences
from alongside.star.map_it.queries.star import star_picture

MOST_DIFFERENCES, MOST_GAPS, MOST_POSITIONS = 3, 3, 3


@require_safe
@in_workspace("round.see_results")
def brief(request: HttpRequest, place: Place) -> HttpResponse:
    """Show the Star that stands, the matrix that was revealed last, and one ward."""
    words = words_of(place)
    which = which_ward(request, place)
    told = told_in(place, which.asked)
    standing, results = newest_of_both(place)
    context = {
        **(_star_parts(*standing, words, told) if standing else {}),
        **(_focus_parts(results, words) if results else {}),
        "decided": decided_lines(told),
        **ward_parts(request, place, which, told),
    }
    return render(request, "board/brief.html", context)


def _star_parts(round_: Round, release: Release, words: Words, told: list[Told]) -> dict[str, Any]:
    place = round_.place
    counts = counts_of(told, today=timezone.localdate())
    picture = star_picture(
        round_, release, words, arcs=step_arcs(place, words, counts=counts, drawn=True)
    )
    gaps = not_happening(round_, release.bundle, words, services_of(place))
    instrument = load_instrument(round_.instrument_version)
    clear = [d for d in differences(release.bundle, words) if d.is_clear]
    return {
        "round": round_,
        "star": draw_star_for_page(picture),
        "star_table": point_table(picture),
        "answered": picture.caption.who,
        "as_of": picture.caption.when,
        "groups": group_sentences(release.bundle["people"], words, minimum=round_.minimum),
        "sentences": [point_sentence(point, picture.scale) for point in picture.points],
        "differences": clear[:MOST_DIFFERENCES],
        "gaps": gaps[:MOST_GAPS],
        "positions": position_lines(round_, words, instrument)[:MOST_POSITIONS],
    }


def _focus_parts(results: Results, words: Words) -> dict[str, Any]:
    asked = load_matrix_instrument(results.matrix.instrument_version).criteria
    picture = matrix_picture(results.matrix, results.items, asked, words)
    return {
        "matrix": results.matrix,
        "matrix_drawing": draw_matrix(picture, size="narrow", prefix="brief"),
        "matrix_table": matrix_table(results.matrix, results.items, asked, words),
        "rated": who_rated(results.bundle),
        "rated_on": date_format(results.release.answers_as_of, "j F Y"),
        "came_first": first_words(results.items, words),
        "waiting": waiting_in(results),
    }
