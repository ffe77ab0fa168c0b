"""Pages of initiatives: the list, one page, describe it, decide on it; and what everyone may read."""

from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.discussions.panels import thread_panel
from alongside.foundation.files.downloads import as_download
from alongside.foundation.files.sheets import write_csv
from alongside.foundation.initiatives import panels, rules
from alongside.foundation.initiatives.actions import (
    decide_initiative,
    describe_initiative,
    found_initiative,
    propose_candidate,
)
from alongside.foundation.initiatives.forms import (
    DecisionForm,
    FilterForm,
    InitiativeForm,
    initial_of,
)
from alongside.foundation.initiatives.models import Initiative, Stage
from alongside.foundation.initiatives.queries import (
    board_counts,
    cases_that_fit,
    discussed,
    initiative_at,
    initiatives_matching,
    tried_here,
    where_it_happens,
)
from alongside.foundation.places.doors import at_the_front, in_workspace
from alongside.foundation.places.models import Place
from alongside.foundation.places.queries import services_in, wards_of
from alongside.foundation.places.vocabulary import Words, words_of
from alongside.foundation.practices.panels import practice_card
from alongside.foundation.practices.queries import approaches_in_index

A_PAGE = 24
BEGINNINGS = {Stage.EXISTING: found_initiative, Stage.CANDIDATE: propose_candidate}


@require_safe
@in_workspace("workspace.see")
def initiative_list(request: HttpRequest, place: Place) -> HttpResponse:
    """All initiatives of a place, by where they stand, what is done together, service, ward."""
    words = _words(place)
    form = _filters(request, place, words)
    filters = form.chosen()
    found = Paginator(initiatives_matching(place, **filters), A_PAGE)
    page = found.get_page(request.GET.get("page"))
    parts = {
        "words": words,
        "form": form,
        "filters": filters,
        "page": page,
        "cards": [panels.initiative_card(initiative, words) for initiative in page],
        "tally": panels.tally(board_counts(place, today=timezone.localdate())),
        "may_edit": rules.can_edit_initiatives(request.actor, place),  # type: ignore[attr-defined]
    }
    return render(request, "initiatives/list.html", parts)


def _filters(request: HttpRequest, place: Place, words: Words) -> FilterForm:
    return FilterForm(
        request.GET, words=words, place=place, services=services_in(place), wards=wards_of(place)
    )


@require_safe
@in_workspace("workspace.see")
def initiative_file(request: HttpRequest, place: Place) -> HttpResponse:
    """The list as a file, filtered as it is on the page."""
    words = _words(place)
    shown = initiatives_matching(place, **_filters(request, place, words).chosen())
    table = panels.initiative_table(place, shown, words)
    return as_download(write_csv(table), name=f"{place.slug}-activities.csv")


@require_safe
@in_workspace("workspace.see")
def initiative_page(request: HttpRequest, place: Place, initiative: str) -> HttpResponse:
    """One initiative, with what was decided and what others do in the same way."""
    found = _found(place, initiative)
    words = _words(place)
    decisions = list(found.decisions.select_related("made_by"))
    may_edit = rules.can_edit_initiative(request.actor, found)  # type: ignore[attr-defined]
    parts = {
        "words": words,
        **panels.initiative_parts(
            found, decisions, words, where=where_it_happens(found), is_public=False
        ),
        "may_edit": may_edit,
        "verdicts": rules.verdicts_from(Stage(decisions[-1].verdict)) if may_edit else (),
        "cases": [
            {**practice_card(fit.practice, words), "why": fit.why} for fit in cases_that_fit(found)
        ],
        "tried": [panels.initiative_card(other, words) for other in tried_here(found)],
    }
    return render(request, "initiatives/page.html", parts)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("initiative.edit")
def new(request: HttpRequest, place: Place, stage: str) -> HttpResponse:
    """Add something that happens already, or that could be tried."""
    beginning = BEGINNINGS.get(Stage(stage))
    if beginning is None:
        raise Http404
    form = _form(
        request, place, is_idea=stage == Stage.CANDIDATE, initial={"submission_key": uuid4()}
    )
    if form.is_valid():
        key = form.cleaned_data["submission_key"]
        made = beginning(
            place,
            by=request.actor,  # type: ignore[attr-defined]
            origin=f"form:{key}" if key else "",
            **form.described(),
        )
        return _to_page(place, made)
    parts = {"form": form, "is_new": True, "is_existing": stage == Stage.EXISTING}
    return render(request, "initiatives/edit.html", parts, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("initiative.edit")
def edit(request: HttpRequest, place: Place, initiative: str) -> HttpResponse:
    """Describe an initiative."""
    found = _found(place, initiative)
    form = _form(request, place, initial=initial_of(found))
    if form.is_valid():
        describe_initiative(found, by=request.actor, **form.described())  # type: ignore[attr-defined]
        messages.success(request, _("Saved."))
        return _to_page(place, found)
    parts = {"form": form, "initiative": found}
    return render(request, "initiatives/edit.html", parts, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("initiative.edit")
def decide(request: HttpRequest, place: Place, initiative: str, verdict: str) -> HttpResponse:
    """Give one verdict, with what it needs."""
    found = _found(place, initiative)
    latest = list(found.decisions.all())[-1]
    stage = Stage(verdict)
    told = rules.VERDICTS[stage]
    if request.method != "POST" and stage not in rules.MOVES[Stage(latest.verdict)]:
        raise Http404
    form = DecisionForm(
        request.POST if request.method == "POST" else None,
        stage=stage,
        needs=told.needs,
        initial={"seen": latest.pk},
    )
    if form.is_valid():
        decide_initiative(found, verdict=stage, by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
        messages.success(request, _("Noted, with today's date."))
        return _to_page(place, found)
    parts = {"form": form, "initiative": found, "verdict": told}
    return render(request, "initiatives/decide.html", parts, status=422 if form.is_bound else 200)


@require_safe
@at_the_front
def public_list(request: HttpRequest, place: Place) -> HttpResponse:
    """What a place shows to everyone; with `?co=`, what stands behind one of the four doors."""
    words = _words(place)
    co = request.GET.get("co", "")
    door = co if co in Initiative.Co.values else ""
    shown = initiatives_matching(place, co=door).filter(is_public=True)
    page = Paginator(shown, A_PAGE).get_page(request.GET.get("page"))
    parts: dict[str, Any] = {
        "words": words,
        "door": words[f"{door}_name"] if door else "",
        "page": page,
        "cards": [panels.initiative_card(initiative, words) for initiative in page],
    }
    return render(request, "initiatives/public_list.html", parts)


@require_safe
@at_the_front
def public_page(request: HttpRequest, place: Place, initiative: str) -> HttpResponse:
    """One initiative as everyone may read it."""
    found = _found(place, initiative)
    if not found.is_public:
        raise Http404
    words = _words(place)
    parts = panels.initiative_parts(
        found,
        list(found.decisions.all()),
        words,
        where=where_it_happens(found),
        is_public=True,
    )
    thread = thread_panel(place, discussed.KIND, discussed.key_of(found), request)
    context = {"words": words, "thread": thread, **parts}
    return render(request, "initiatives/public_page.html", context)


def _words(place: Place) -> Words:
    return words_of(place, get_language() or "en-gb")


def _found(place: Place, slug: str) -> Initiative:
    found = initiative_at(place, slug)
    if found is None:
        raise Http404
    found.place = place
    return found


def _form(
    request: HttpRequest, place: Place, *, initial: dict[str, Any], is_idea: bool = False
) -> InitiativeForm:
    return InitiativeForm(
        request.POST if request.method == "POST" else None,
        initial=initial,
        words=_words(place),
        place=place,
        services=services_in(place),
        wards=wards_of(place),
        approaches=approaches_in_index(place),
        is_idea=is_idea,
    )


def _to_page(place: Place, initiative: Initiative) -> HttpResponse:
    address = reverse("initiatives:page", args=[place.slug, initiative.slug])
    return HttpResponseRedirect(address, status=303)
