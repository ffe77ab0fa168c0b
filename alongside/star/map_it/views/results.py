"""Pages that show what a map found. They read the frozen release and nothing else."""

from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside.foundation.disclosure.models import Release
from alongside.foundation.initiatives.queries import counts_of, standing_in
from alongside.foundation.places.vocabulary import Words, fill, words_of
from alongside.star.framework.instrument import load_instrument
from alongside.star.framework.picture import CO_KEYS
from alongside.star.framework.progress import step_arcs
from alongside.star.framework.twin import point_sentence
from alongside.star.map_it.actions.found import propose_from_gap
from alongside.star.map_it.doors import with_round
from alongside.star.map_it.models import Round
from alongside.star.map_it.panels import star_parts, together_parts
from alongside.star.map_it.queries.baselines import baselines_of
from alongside.star.map_it.queries.beside import position_lines
from alongside.star.map_it.queries.heard import group_sentences
from alongside.star.map_it.queries.kept import kept_key
from alongside.star.map_it.queries.not_happening import not_happening, services_of
from alongside.star.map_it.queries.reach import minutes, silences
from alongside.star.map_it.queries.record import answers_on_record, names_on_record
from alongside.star.map_it.queries.releases import AS_IT_WAS, latest_release, standing_star
from alongside.star.map_it.queries.results import (
    change_sentences,
    differences,
    heat_rows,
    share_rows,
)
from alongside.star.map_it.queries.star import participation_picture, star_picture
from alongside.star.map_it.rules import rounds as rules

FIRST_GAPS = 8


def release_or_404(round_: Round) -> Release:
    """Return the newest release; without one there are no results to see."""
    release = latest_release(round_)
    if release is None:
        raise Http404
    return release


@require_safe
@with_round("round.see_results")
def results(request: HttpRequest, round_: Round) -> HttpResponse:
    release = latest_release(round_)
    if release is None:
        return render(request, "map_it/no_results.html", {"round": round_})
    words, instrument = words_of(round_.place), load_instrument(round_.instrument_version)
    bundle, standing = release.bundle, standing_in(round_.place)
    counts = counts_of(standing, today=timezone.localdate())
    arcs = step_arcs(round_.place, words, counts=counts, drawn=True)
    picture = star_picture(round_, release, words, arcs=arcs)
    services = services_of(round_.place)
    gaps = not_happening(round_, bundle, words, services, standing=standing)
    show_all = "all" in request.GET
    return render(
        request,
        "map_it/results.html",
        {
            "round": round_,
            "release": release,
            **_beside(request, round_, release),
            "picture": picture,
            "key": kept_key(round_, release, words, services, picture),
            **star_parts(picture),
            **together_parts(partial(participation_picture, round_, release, words)),
            "groups": partial(_groups, round_, bundle, words),
            "differences": partial(differences, bundle, words),
            "heat": partial(heat_rows, bundle, instrument, services),
            "cos": [(co, words[f"{co}_name"]) for co in CO_KEYS],
            "baselines": baselines_of(round_.place) if release.has_baselines else [],  # type: ignore[attr-defined] # annotated
            "changes": partial(change_sentences, bundle, words, instrument),
            "positions": position_lines(round_, words, instrument),
            "silences": partial(silences, round_, bundle, words, services),
            "minutes": partial(minutes, round_, bundle, words),
            "gaps": gaps if show_all else gaps[:FIRST_GAPS],
            "gap_count": len(gaps),
        },
    )


def _groups(round_: Round, bundle: dict[str, Any], words: Words) -> list[str]:
    return group_sentences(bundle["people"], words, minimum=round_.minimum, says_why=True)


def _beside(request: HttpRequest, round_: Round, release: Release) -> dict[str, Any]:
    """What stands beside the figures: another Star, a drawing without news, names on the record."""
    by = request.actor  # type: ignore[attr-defined]
    return {
        "standing": None if round_.is_star else standing_star(round_.place),
        "as_it_was": request.GET.get(AS_IT_WAS, ""),
        "on_record": names_on_record(round_) if release.has_names else [],  # type: ignore[attr-defined] # annotated
        "can_edit": rules.can_edit_round(by, round_),
        "can_read_record": rules.can_read_record(by, round_),
        "can_add": by.may("initiative.edit", round_.place_id),
    }


@require_safe
@with_round("round.see_results")
def how(request: HttpRequest, round_: Round, *, co: str) -> HttpResponse:
    """How this number came about: what went in, which rules, and how to make it again."""
    if co not in CO_KEYS:
        raise Http404
    release = release_or_404(round_)
    words = words_of(round_.place)
    picture = star_picture(round_, release, words)
    at = CO_KEYS.index(co)
    point = release.bundle["points"][at]
    question = load_instrument(round_.instrument_version).question_for(co)
    return render(
        request,
        "map_it/how.html",
        {
            "round": round_,
            "release": release,
            "co_name": words[f"{co}_name"],
            "point": point,
            "dont_know_percent": round(100 * (point["dont_know"] or 0)),
            "sentence": point_sentence(picture.points[at], picture.scale),
            "shares": share_rows(point, picture.scale),
            "groups": _groups(round_, release.bundle, words),
            "asked": fill(question.text("question"), {**words, "service": _("this service")}),
        },
    )


@require_POST
@with_round("initiative.edit")
def add_candidate(request: HttpRequest, round_: Round) -> HttpResponse:
    """Put something that is not happening on the list of what could be tried."""
    release = release_or_404(round_)
    propose_from_gap(
        round_,
        release.bundle["practice"]["not_happening"],
        chosen=request.POST.get("origin", ""),
        by=request.actor,  # type: ignore[attr-defined]
    )
    url = reverse("map_it:results", args=[round_.place.slug, round_.slug])
    return redirect(f"{url}#not-happening")


@require_safe
@with_round("round.see_results")
def record(request: HttpRequest, round_: Round) -> HttpResponse:
    """The answers of a closed map that stand with names, for members.

    A confidential one has this page only if a councillor chose to be on it.
    """
    is_all = round_.mode == Round.Mode.ON_RECORD
    is_there = round_.state == Round.State.CLOSED and (is_all or names_on_record(round_))
    if not (is_there and rules.can_read_record(request.actor, round_)):  # type: ignore[attr-defined]
        raise Http404
    answers = answers_on_record(round_, words_of(round_.place))
    return render(
        request, "map_it/record.html", {"round": round_, "answers": answers, "is_all": is_all}
    )
