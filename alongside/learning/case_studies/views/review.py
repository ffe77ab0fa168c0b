"""Pages of the national team: what was sent in, read it, send it back or publish it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import words_of
from alongside.learning.case_studies import rules
from alongside.learning.case_studies.actions.moving import move_case
from alongside.learning.case_studies.doors import in_nation, with_sent_case
from alongside.learning.case_studies.forms.people import ReasonForm
from alongside.learning.case_studies.models import CaseContact, CaseStudy, Permission
from alongside.learning.case_studies.panels.told import byline, facts, sections
from alongside.learning.case_studies.panels.writing import moves_for, state_tag
from alongside.learning.case_studies.queries.writing import cases_sent_to, published_of


@require_safe
@in_nation("practice.publish")
def waiting(request: HttpRequest, nation: Place) -> HttpResponse:
    """What partnerships sent in: what waits first, the longest first."""
    cases: list[dict[str, Any]] = [
        {"case": case, **state_tag(case)} for case in cases_sent_to(nation)
    ]
    context = {
        "waiting": [one for one in cases if one["case"].state == CaseStudy.State.SUBMITTED],
        "others": [one for one in cases if one["case"].state != CaseStudy.State.SUBMITTED],
        "may_collect": rules.can_edit_collections(request.actor, nation),  # type: ignore[attr-defined]
    }
    return render(request, "case_studies/review/list.html", context)


@require_safe
@with_sent_case
def case(request: HttpRequest, case: CaseStudy) -> HttpResponse:
    """A case as everybody would read it, with what can be done."""
    published = published_of(case)
    is_public = published is not None and published.practice.withdrawn_on is None
    words = words_of(case.place, get_language() or "en-gb")
    context = {
        "case": case,
        "tag": state_tag(case),
        "sections": sections(case),
        "facts": facts(case, case.place, words),
        "byline": byline(case, checked_on=case.checked_on),
        "permission": dict(Permission.choices).get(case.permission, ""),
        "contacts": CaseContact.objects.in_place(case.place).filter(case=case),
        "published": published if is_public else None,
        "moves": moves_for(case, request.actor, is_public=is_public),  # type: ignore[attr-defined]
        "form": ReasonForm(),
    }
    return render(request, "case_studies/review/case.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@with_sent_case
def move(request: HttpRequest, case: CaseStudy, verb: str) -> HttpResponse:
    """Publish it; or say why, and send it back or withdraw it."""
    told = rules.MOVES.get(verb)
    if told is None or not told.by_team:
        raise Http404
    form: Any = ReasonForm(request.POST if request.method == "POST" else None)
    nation = case.place.nation
    assert nation is not None
    if told.needs_reason and not form.is_valid():
        context = {"case": case, "form": form, "move": told}
        status = 422 if form.is_bound else 200
        return render(request, "case_studies/review/move.html", context, status=status)
    if request.method == "POST":
        reason = form.cleaned_data["reason"] if told.needs_reason else ""
        move_case(case, verb, reason=reason, by=request.actor)  # type: ignore[attr-defined]
        messages.success(request, _("Done: the case is “%(state)s”.") % {"state": told.ends.label})
    return redirect("case_review:case", nation.slug, case.place.slug, case.slug)
