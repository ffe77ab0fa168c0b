"""Pages for those who write cases: the list, beginning one, its pages, checking, sending."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.initiatives.queries import initiative_at
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place
from alongside.foundation.places.reference import starter_services
from alongside.foundation.places.vocabulary import words_of
from alongside.foundation.practices.queries import approaches_in_index, service_areas_in_index
from alongside.learning.case_studies import rules
from alongside.learning.case_studies.actions import writing as actions
from alongside.learning.case_studies.actions.moving import move_case
from alongside.learning.case_studies.doors import with_case
from alongside.learning.case_studies.forms.pages import FORMS, page_form
from alongside.learning.case_studies.forms.people import ContactForm, ReasonForm, StartForm
from alongside.learning.case_studies.forms.told import pages_told
from alongside.learning.case_studies.models import PAGES, CaseContact, CaseStudy
from alongside.learning.case_studies.panels.writing import moves_for, state_tag
from alongside.learning.case_studies.queries.writing import (
    activities_to_tell,
    cases_of,
    missing_in,
    page_seen,
    published_of,
)

READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])
ORDER = list(PAGES)


@require_safe
@in_workspace("workspace.see")
def case_list(request: HttpRequest, place: Place) -> HttpResponse:
    """The partnership's own cases, and where each stands."""
    context = {
        "cases": [{"case": case, **state_tag(case)} for case in cases_of(place)],
        "may_write": rules.can_write_cases(request.actor, place),  # type: ignore[attr-defined]
    }
    return render(request, "case_studies/writing/list.html", context)


@READ_AND_WRITE
@in_workspace("case.write")
def new(request: HttpRequest, place: Place) -> HttpResponse:
    """Begin a case from an activity, with what it knows already."""
    offered = [(one.slug, one.title) for one in activities_to_tell(place)]
    sent = request.POST if request.method == "POST" else None
    chosen = {"activity": request.GET.get("activity", "")}
    form = StartForm(sent, activities=offered, initial=chosen)
    if form.is_valid():
        slug = form.cleaned_data["activity"]
        case = actions.start_case(
            place,
            key=form.cleaned_data["submission_key"],
            initiative=initiative_at(place, slug) if slug else None,
            title=form.cleaned_data["title"],
            by=request.actor,  # type: ignore[attr-defined]
        )
        return redirect("case_writing:page", place.slug, case.slug, ORDER[0])
    context = {"form": form, "has_activities": bool(offered)}
    return render(request, "case_studies/writing/new.html", context, status=_status(form))


@READ_AND_WRITE
@with_case()
def page(request: HttpRequest, case: CaseStudy, page: str) -> HttpResponse:
    """One page of the form. What is sent is kept; the next page follows."""
    if page not in PAGES:
        raise Http404
    if request.method != "POST" and case.state not in rules.OPEN_STATES:
        return redirect("case_writing:case", case.place.slug, case.slug)
    form = _page_form(request, case, page)
    if form.is_valid():
        try:
            actions.save_page(
                case,
                page,
                seen=request.POST.get("seen", ""),
                by=request.actor,  # type: ignore[attr-defined]
                **form.cleaned_data,
            )
        except Refusal as refusal:
            if refusal.code != "changed_meanwhile":
                raise
            form.add_error(None, _overwrites())
        else:
            return redirect(*_next(request, case, page))
    to_check = "check" in request.GET or "and_check" in request.POST
    context = {
        "case": case,
        "form": form,
        "to_check": to_check,
        "button": _("Save") if to_check else _("Save and go on"),
        "heading": FORMS[page].heading,  # type: ignore[attr-defined]
        "number": ORDER.index(page) + 1,
        "total": len(ORDER),
        "back": ORDER[ORDER.index(page) - 1] if page != ORDER[0] else "",
        "seen": page_seen(_fresh(case) if form.is_bound else case, page),
    }
    return render(request, "case_studies/writing/page.html", context, status=_status(form))


def _page_form(request: HttpRequest, case: CaseStudy, page: str) -> Any:
    place = case.place
    starters = {area for service in starter_services() for area in service.areas}
    return page_form(
        case,
        page,
        request.POST if request.method == "POST" else None,
        words=words_of(place),
        approaches=approaches_in_index(place) if page == "about" else (),
        areas=sorted(starters | set(service_areas_in_index(place))) if page == "about" else (),
    )


def _overwrites() -> str:
    return _(
        "Somebody changed this page while you had it open. What you see is what you typed: save "
        "again to put it in the place of theirs, or open the page anew to read theirs."
    )


def _fresh(case: CaseStudy) -> CaseStudy:
    return CaseStudy.objects.in_place(case.place).get(pk=case.pk)


def _next(request: HttpRequest, case: CaseStudy, page: str) -> tuple[str, ...]:
    """On to the next page; whoever came from the check goes back to it."""
    at = ORDER.index(page) + 1
    if "and_check" in request.POST or at == len(ORDER):
        return "case_writing:case", case.place.slug, case.slug
    return "case_writing:page", case.place.slug, case.slug, ORDER[at]


@require_safe
@with_case()
def case_page(request: HttpRequest, case: CaseStudy) -> HttpResponse:
    """Check what was told, say whom to ask, and send it."""
    published = published_of(case)
    is_public = published is not None and published.practice.withdrawn_on is None
    actor = request.actor  # type: ignore[attr-defined]
    can_change = rules.can_write_case(actor, case)
    missing = missing_in(case)
    context = {
        "case": case,
        "tag": state_tag(case),
        "pages": pages_told(case, words_of(case.place), can_change=can_change),
        "missing_count": len(missing) if can_change else 0,
        "first_missing": rules.NEEDED[missing[0]] if missing else "",
        "contacts": _contacts(case),
        "moves": moves_for(case, actor, is_public=is_public),
        "published": published if is_public else None,
        "can_keep": rules.can_keep_case(actor, case),
        "can_change": can_change,
    }
    return render(request, "case_studies/writing/case.html", context)


def _contacts(case: CaseStudy) -> list[dict[str, Any]]:
    today = timezone.localdate()
    contacts = CaseContact.objects.in_place(case.place).filter(case=case)
    return [{"contact": one, "is_shown": one.is_shown(today)} for one in contacts]


@READ_AND_WRITE
@with_case()
def contact(request: HttpRequest, case: CaseStudy) -> HttpResponse:
    """Say whom one can ask."""
    form = ContactForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        actions.keep_contact(case, by=request.actor, **form.told())  # type: ignore[attr-defined]
        messages.success(request, _("Saved."))
        return redirect("case_writing:case", case.place.slug, case.slug)
    context = {"case": case, "form": form}
    return render(request, "case_studies/writing/contact.html", context, status=_status(form))


@require_POST
@with_case()
def remove_contact(request: HttpRequest, case: CaseStudy, number: int) -> HttpResponse:
    """Forget whom one could ask."""
    found = CaseContact.objects.in_place(case.place).filter(case=case, pk=number).first()
    if found is None:
        raise Http404
    found.case = case
    actions.remove_contact(found, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Taken off the case."))
    return redirect("case_writing:case", case.place.slug, case.slug)


@require_POST
@with_case()
def check(request: HttpRequest, case: CaseStudy) -> HttpResponse:
    """Say that it is still right."""
    actions.check_case(case, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Thank you. Readers see that it was checked today."))
    return redirect("case_writing:case", case.place.slug, case.slug)


@READ_AND_WRITE
@with_case("case.submit")
def move(request: HttpRequest, case: CaseStudy, verb: str) -> HttpResponse:
    """Send it, take it back, change it, withdraw it; some of these ask why first."""
    told = rules.MOVES.get(verb)
    if told is None or not told.by_partnership:
        raise Http404
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if told.needs_reason and not form.is_valid():
        context = {"case": case, "form": form, "move": told}
        return render(request, "case_studies/writing/move.html", context, status=_status(form))
    if request.method != "POST":
        return redirect("case_writing:case", case.place.slug, case.slug)
    reason = form.cleaned_data["reason"] if told.needs_reason else ""
    move_case(case, verb, reason=reason, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Done: the case is “%(state)s”.") % {"state": told.ends.label})
    return redirect("case_writing:case", case.place.slug, case.slug)


def _status(form: Any) -> int:
    return 422 if form.is_bound else 200
