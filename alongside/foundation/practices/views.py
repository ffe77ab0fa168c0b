"""The index of practice: search it, read an entry, bring entries in from a file."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.files import flow
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import words_of
from alongside.foundation.practices import panels, rules
from alongside.foundation.practices.forms import FilterForm
from alongside.foundation.practices.importing import SPEC
from alongside.foundation.practices.queries import (
    practice_at,
    practices_matching,
    service_areas_in_index,
)
from alongside.foundation.practices.queries.searchable import KIND
from alongside.foundation.search.kinds import front_of

A_PAGE = 24


@require_safe
@in_workspace("workspace.see")
def practice_list(request: HttpRequest, place: Place) -> HttpResponse:
    """Search the index."""
    words = words_of(place, get_language() or "en-gb")
    form = FilterForm(request.GET, words=words, areas=service_areas_in_index(place))
    chosen = form.chosen()
    found = Paginator(practices_matching(place, **chosen), A_PAGE).get_page(request.GET.get("page"))
    parts: dict[str, Any] = {
        "words": words,
        "form": form,
        "filters": {key: value for key, value in chosen.items() if value},
        "page": found,
        "cards": [panels.practice_card(practice, words) for practice in found],
        "may_import": rules.can_import_practices(request.actor, place),  # type: ignore[attr-defined]
    }
    return render(request, "practices/list.html", parts)


@require_safe
@in_workspace("workspace.see")
def practice_page(request: HttpRequest, place: Place, owner: str, practice: str) -> HttpResponse:
    """Read one entry. Its owner is the nation or the partnership itself."""
    found = practice_at(place, owner=owner, slug=practice)
    if found is None:
        raise Http404
    words = words_of(place, get_language() or "en-gb")
    parts = {
        "words": words,
        **panels.practice_card(found, words),
        "rows": panels.practice_rows(found, words),
        "full_url": front_of(KIND, owner, practice) if found.body else "",
    }
    return render(request, "practices/page.html", parts)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("practice.import")
def upload(request: HttpRequest, place: Place) -> HttpResponse:
    """Choose a file of practice."""
    return flow.upload_page(request, place, SPEC)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("practice.import")
def preview(request: HttpRequest, place: Place, staged: UUID) -> HttpResponse:
    """Look at what it would do, and confirm."""
    return flow.preview_page(request, place, SPEC, staged)


@require_safe
@in_workspace("practice.import")
def problems(request: HttpRequest, place: Place, staged: UUID) -> HttpResponse:
    """Take the problems away as a file."""
    return flow.problems_file(request, place, SPEC, staged)
