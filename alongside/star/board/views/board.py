"""The board."""

from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import words_of
from alongside.star.board.queries import board_of, coming_step, step_cards
from alongside.star.board.queries.focus import latest_decided
from alongside.star.map_it.panels import star_parts
from alongside.star.map_it.queries.heard import group_sentences
from alongside.star.map_it.queries.kept import kept_key
from alongside.star.map_it.queries.my_answers import waiting_for
from alongside.star.map_it.queries.not_happening import not_happening, services_of
from alongside.star.map_it.queries.reach import minutes, silences
from alongside.star.map_it.queries.results import biggest_difference
from alongside.star.map_it.queries.star import star_picture

FIRST_GAPS = 5
MOST_WAITING = 50


@require_safe
@in_workspace()
def step(request: HttpRequest, place: Place, *, step: str) -> HttpResponse:
    """What a step will be about that isn't here yet, and which activities wait for it."""
    coming, waiting = coming_step(place, step)
    context = {
        "title": words_of(place)[f"{step}_name"],
        "coming": coming,
        "waiting": waiting[:MOST_WAITING],
        "waiting_count": len(waiting),
    }
    return render(request, "board/step.html", context)


@require_safe
@in_workspace()
def board(request: HttpRequest, place: Place) -> HttpResponse:
    words = words_of(place)
    found = board_of(place, words)
    context = {
        "board": found,
        "can_settle": request.actor.may("place.edit", place.pk),  # type: ignore[attr-defined]
        "can_see_members": request.actor.may("members.see", place.pk),  # type: ignore[attr-defined]
        "can_see_history": request.actor.may("history.see", place.pk),  # type: ignore[attr-defined]
        "can_edit": request.actor.may("round.edit", place.pk),  # type: ignore[attr-defined]
        "words": words,
    }
    gap_count = None
    if found.release is not None and found.drawn_round is not None:
        round_, release = found.drawn_round, found.release
        picture = star_picture(round_, release, words, arcs=found.arcs)
        services = services_of(place)
        gaps = not_happening(round_, release.bundle, words, services, standing=found.standing)
        context |= {
            "round": round_,
            "release": release,
            "picture": picture,
            "key": kept_key(round_, release, words, services, picture),
            **star_parts(picture),
            "groups": partial(
                group_sentences, release.bundle["people"], words, minimum=round_.minimum
            ),
            "difference": biggest_difference(release.bundle, words),
            "gaps": gaps[:FIRST_GAPS],
            "gap_count": (gap_count := len(gaps)),
            "service_count": len(release.bundle["services"]),
            "minutes": partial(minutes, round_, release.bundle, words),
            "silences": partial(silences, round_, release.bundle, words, services),
            "can_add": request.actor.may("initiative.edit", place.pk),  # type: ignore[attr-defined]
        }
    by = request.actor  # type: ignore[attr-defined]
    context["decided"] = latest_decided(found.standing)
    context["waiting"] = waiting_for(by, found.rounds)
    context["steps"] = step_cards(found, place, words, by, gap_count=gap_count)
    return render(request, "board/board.html", context)
