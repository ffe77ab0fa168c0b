"""Pages of the case library that everybody may read: find cases, read one, compare two."""

from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from alongside.foundation.initiatives.queries.taken_up import taken_up
from alongside.foundation.places.doors import open_to_everyone, same_for_everybody
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words, default_words
from alongside.foundation.practices.models import Practice
from alongside.foundation.practices.panels import practice_card, practice_rows
from alongside.foundation.practices.queries.public import public_practice_at
from alongside.learning.case_studies.forms.filtering import CaseFilterForm
from alongside.learning.case_studies.models import PublishedCase
from alongside.learning.case_studies.panels.compared import side_by_side
from alongside.learning.case_studies.panels.listed import cards_with
from alongside.learning.case_studies.panels.told import byline, facts, sections
from alongside.learning.case_studies.panels.uptake import uptake
from alongside.learning.case_studies.queries.alike import cases_alike
from alongside.learning.case_studies.queries.library import (
    checked_on,
    collections_with,
    contacts_of,
    keys_of_cases,
    known_values,
    partnerships_of,
    told_of,
    withdrawn_at,
)

A_PAGE = 12


@same_for_everybody
@require_safe
@open_to_everyone
def cases(request: HttpRequest) -> HttpResponse:
    """Find cases by what is done together, way of working, service, place, outcome, words."""
    words = default_words()
    form = CaseFilterForm(request.GET, words=words, known=known_values())
    chosen = form.chosen()
    page = Paginator(keys_of_cases(chosen), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "filters": {key: value for key, value in chosen.items() if value},
        "spoken": form.spoken(),
        "page": page,
        "cards": cards_with(list(page), words),
        "writing_at": _places(request, "case.write"),
    }
    return render(request, "case_studies/cases.html", context)


def _places(request: HttpRequest, permission: str) -> list[Place]:
    """Return the reader's own partnerships in which they may do something with cases."""
    actor = request.actor  # type: ignore[attr-defined]
    return partnerships_of(pk for pk in sorted(actor.place_ids) if actor.may(permission, pk))


@same_for_everybody
@require_safe
@open_to_everyone
def case(request: HttpRequest, nation: str, practice: str) -> HttpResponse:
    """One case: what was told, where it comes from, what is like it, who took it up."""
    found = public_practice_at(nation, practice)
    if found is None:
        return _gone(request, nation, practice)
    words, told = default_words(), told_of(found)
    mine = _places(request, "initiative.edit")
    context = {
        **practice_card(found, words),
        "alike": [practice_card(other, words) for other in cases_alike(found)],
        **uptake(taken_up(found)),
        "collections": collections_with(found),
        "taking_up_at": [place for place in mine if place.nation_id == found.place_id],
    }
    if told is None:
        context["rows"] = practice_rows(found, words)
        return render(request, "case_studies/case.html", context)
    context |= _in_full(told, words)
    return render(request, "case_studies/full_case.html", context)


def _in_full(told: PublishedCase, words: Words) -> dict[str, Any]:
    checked = checked_on(told)
    return {
        "told": told,
        "sections": sections(told),
        "case_facts": facts(told, told.partnership, words),
        "byline": byline(told, updated_on=told.updated_on, checked_on=checked),
        "contacts": contacts_of(told, timezone.localdate()),
    }


def _gone(request: HttpRequest, nation: str, practice: str) -> HttpResponse:
    gone = withdrawn_at(nation, practice)
    if gone is None:
        raise Http404
    return render(request, "case_studies/withdrawn.html", {"practice": gone}, status=410)


@same_for_everybody
@require_safe
@open_to_everyone
def compare(request: HttpRequest) -> HttpResponse:
    """Two cases side by side; with one chosen, those most like it to choose the other from."""
    words = default_words()
    first, second = (_chosen(request.GET.get(name, "")) for name in ("a", "b"))
    first, second = (first, second) if first else (second, None)
    context: dict[str, Any] = {"first": first, "second": second}
    if first and second:
        pair = ((first, told_of(first)), (second, told_of(second)))
        context["rows"] = side_by_side(*pair, words)
    elif first:
        context["alike"] = [practice_card(other, words) for other in cases_alike(first)]
    return render(request, "case_studies/compare.html", context)


def _chosen(address: str) -> Practice | None:
    nation, _slash, slug = address.partition("/")
    return public_practice_at(nation, slug) if slug else None
