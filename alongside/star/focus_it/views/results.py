"""Pages that show what was revealed. They read the frozen release and nothing else."""

from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.foundation.places.vocabulary import Words, words_of
from alongside.star.focus_it.doors import with_matrix
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.panels import listed_by_field, matrix_parts
from alongside.star.focus_it.queries.compared import Difference, differences, overheard
from alongside.star.focus_it.queries.export import protection_words
from alongside.star.focus_it.queries.picture import matrix_picture, shown_groups
from alongside.star.focus_it.queries.rated import progress_of, told_progress
from alongside.star.focus_it.queries.releases import latest_sureness
from alongside.star.focus_it.queries.results import Results, kept_key, results_of
from alongside.star.focus_it.queries.scores import score_tables
from alongside.star.focus_it.queries.sure_words import sureness_of, weight_words
from alongside.star.focus_it.queries.telling import (
    field_name,
    group_names,
    group_sentences,
    too_few_words,
    who_rated,
)
from alongside.star.focus_it.rules import matrices as rules
from alongside.star.focus_it.views.files import results_or_404


@require_safe
@with_matrix("round.see_results")
def results(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """What was revealed; with `?group=resident`, where a group sees it."""
    found = results_of(matrix)
    if found is None:
        return no_results(request, matrix)
    words = words_of(matrix.place)
    groups = shown_groups(found.items)
    beside = [group for group in request.GET.getlist("group") if group in groups]
    picture = matrix_picture(matrix, found.items, found.criteria, words, groups=beside)
    sure = latest_sureness(matrix)
    names = group_names(words)
    return render(
        request,
        "focus_it/results.html",
        {
            "matrix": matrix,
            "room": matrix.room,
            "release": found.release,
            "turn": found.turn,
            "key": kept_key(found, words, picture, sure.digest if sure else ""),
            "sure": partial(sureness_of, found, sure),
            "weights": partial(weight_words, found.criteria),
            "beside": beside,
            "groups": [(group, names[group], group in beside) for group in groups],
            "too_few": too_few_words() if found.is_too_few else "",
            "who": who_rated(found.bundle),
            "who_each": partial(group_sentences, found.bundle, words),
            "fields": partial(listed_by_field, found, words, sure),
            "added": found.added,
            "overheard": partial(overheard, found, words),
            "differences": partial(_clear_differences, found, words),
            "can_run": rules.can_run_matrix(request.actor, matrix),  # type: ignore[attr-defined]
            **matrix_parts(found, picture, words),
        },
    )


def _clear_differences(found: Results, words: Words) -> list[Difference]:
    return [told for told in differences(found, words) if told.is_clear]


def no_results(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """Before the reveal: how many have rated, and no more. After it: a moment's patience."""
    revealed = rules.is_revealed(matrix.room, matrix.room.turn)
    room = matrix.room
    context = {
        "matrix": matrix,
        "room": room,
        "is_revealed": revealed,
        "progress": told_progress(room.stage, room.turn, progress_of(matrix), here=0),
    }
    return render(request, "focus_it/no_results.html", context)


@require_safe
@with_matrix("round.see_results")
def how(request: HttpRequest, matrix: Matrix) -> HttpResponse:
    """How the picture came about: what was asked, who rated, which rules, and how to check it."""
    found = results_or_404(matrix)
    words = words_of(matrix.place)
    context = {
        "matrix": matrix,
        "release": found.release,
        "criteria": found.criteria,
        "who_each": group_sentences(found.bundle, words),
        "protection": protection_words(matrix.minimum),
        "turn": found.turn,
        "line": found.bundle["line"],
        "sure": latest_sureness(matrix),
        "weights": weight_words(found.criteria),
    }
    return render(request, "focus_it/how.html", context)


@require_safe
@with_matrix("round.see_results")
def how_item(request: HttpRequest, matrix: Matrix, number: int) -> HttpResponse:
    """How one item came to lie where it lies: who gave which score, as far as it is shown."""
    found = results_or_404(matrix)
    item = found.item(number)
    if item is None:
        raise Http404
    words = words_of(matrix.place)
    context = {
        "matrix": matrix,
        "item": item,
        "field": field_name(item.field, words),
        "turn": found.turn,
        "questions": score_tables(item, found.criteria, words),
        "differences": differences(found, words, only=item),
        "protection": protection_words(matrix.minimum),
    }
    return render(request, "focus_it/how_item.html", context)
