"""Pages of the case library. Everybody may read them."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.foundation.initiatives.queries.taken_up import taken_up
from alongside.foundation.places.doors import open_to_everyone, same_for_everybody
from alongside.foundation.places.vocabulary import default_words
from alongside.foundation.practices.panels import practice_card, practice_rows
from alongside.foundation.practices.queries.public import (
    practices_like,
    public_practice_at,
    public_practices,
)
from alongside.foundation.practices.queries.search import filtered
from alongside.learning.case_studies.forms import CaseFilterForm

A_PAGE = 24


@same_for_everybody
@require_safe
@open_to_everyone
def cases(request: HttpRequest) -> HttpResponse:
    """Find cases by what is done together, service, what they rest on, and words."""
    words, everything = default_words(), public_practices()
    areas = everything.order_by("service_area").values_list("service_area", flat=True).distinct()
    form = CaseFilterForm(request.GET, words=words, areas=list(areas))
    chosen = form.chosen()
    page = Paginator(filtered(everything, **chosen), A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "filters": {key: value for key, value in chosen.items() if value},
        "spoken": form.spoken(),
        "page": page,
        "cards": [practice_card(practice, words) for practice in page],
    }
    return render(request, "case_studies/cases.html", context)


@same_for_everybody
@require_safe
@open_to_everyone
def case(request: HttpRequest, nation: str, practice: str) -> HttpResponse:
    """One case: what happens, where it comes from, what is like it, who took it up."""
    found = public_practice_at(nation, practice)
    if found is None:
        raise Http404
    words = default_words()
    context = {
        **practice_card(found, words),
        "rows": practice_rows(found, words),
        "alike": [practice_card(other, words) for other in practices_like(found)],
        "taken_up": taken_up(found),
    }
    return render(request, "case_studies/case.html", context)
