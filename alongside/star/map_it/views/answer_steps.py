"""The pages of a sheet, one after the other; each keeps what was said before it leads on."""

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_http_methods

from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.answers import save_answers, save_ways, save_word
from alongside.star.map_it.actions.choosing import choose_kind, choose_services, claim_group
from alongside.star.map_it.forms.answering import (
    SOMEBODY_ELSE,
    ClaimForm,
    FourForms,
    QuestionForm,
    ServicesForm,
    WhoForm,
    WordForm,
    said,
)
from alongside.star.map_it.forms.ways import PracticeForms, WaysForm, details_of
from alongside.star.map_it.queries.answer_path import (
    first_open,
    path_of,
    stop_after,
    stop_before,
)
from alongside.star.map_it.queries.answering import sheet_of
from alongside.star.map_it.views.answer_desk import Desk, Page, sheet_page
from alongside.ui.fields import form_errors

READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])


def step(view: Page) -> Page:
    """A page of the sheet: read it, or send what was filled in."""
    return READ_AND_WRITE(sheet_page(view))


@step
def who(desk: Desk) -> HttpResponse:
    """How somebody has to do with the service."""
    response = desk.mine.response
    may_be_else = _may_claim(desk)
    form = WhoForm(
        desk.request.POST or None,
        wording=desk.wording,
        may_be_else=may_be_else,
        initial={"kind": response.resident_kind},
    )
    if form.is_valid():
        kind = form.cleaned_data["kind"]
        if kind == SOMEBODY_ELSE:
            return redirect(desk.url("claim"))
        choose_kind(desk.round, response, kind=kind, by=desk.actor)
        return _onward(desk, "who")
    return _page(desk, "who", {"form": form})


@step
def claim(desk: Desk) -> HttpResponse:
    """Which group somebody belongs to who came by the open link and is not a resident."""
    response = desk.mine.response
    if not _may_claim(desk):
        raise Http404
    form = ClaimForm(desk.request.POST or None, wording=desk.wording)
    if form.is_valid():
        group = form.cleaned_data["group"]
        claim_group(desk.round, response, group=group, by=desk.actor)
        return redirect(desk.url("next"))
    return _page(desk, "claim", {"form": form, "back_url": desk.url("who")})


def _may_claim(desk: Desk) -> bool:
    """Only who came by the open link says their own group; others were invited or vouched for."""
    return desk.seat is not None and not desk.seat.group_confirmed and not desk.mine.is_sent


@step
def services(desk: Desk) -> HttpResponse:
    """Which services somebody wants to speak about."""
    form = ServicesForm(
        desk.request.POST or None,
        sheet=desk.mine,
        initial={"services": [service.slug for service in desk.mine.chosen]},
    )
    if form.is_valid():
        picked = form.cleaned_data["services"]
        choose_services(desk.round, desk.mine.response, services=picked, by=desk.actor)
        return _onward(desk, "services")
    return _page(desk, "services", {"form": form})


@step
def question(desk: Desk, service: str, co: str) -> HttpResponse:
    """One of the four questions about one service."""
    about = desk.service(service)
    if co not in desk.wording.cos:
        raise Http404
    form = QuestionForm(
        desk.request.POST or None,
        wording=desk.wording,
        co=co,
        service=about,
        initial=said(desk.mine, about, co),
    )
    at = {"service": service, "co": co}
    if form.is_valid():
        given = {co: form.answer}
        save_answers(desk.round, desk.mine.response, service=about, answers=given, by=desk.actor)
        return _onward(desk, "question", **at)
    context = {"form": form, "service": about, "co": co, **_progress(desk, at)}
    return _page(desk, "question", context, at)


def _progress(desk: Desk, at: dict[str, str]) -> dict[str, Any]:
    questions = [stop for stop in desk.path if stop.name == "question"]
    number = next((i for i, stop in enumerate(questions, 1) if stop.at == at), 1)
    cos = [stop.at["co"] for stop in questions]
    bars = [{"co": co, "is_done": i <= number} for i, co in enumerate(cos, 1)]
    return {"number": number, "count": len(questions), "bars": bars}


@step
def four(desk: Desk, service: str) -> HttpResponse:
    """The four questions about one service on one page, for those at a desk."""
    about = desk.service(service)
    data = desk.request.POST if desk.request.method == "POST" else None
    forms = FourForms(data, wording=desk.wording, sheet=desk.mine, service=about)
    if data is not None:
        # What is there is kept, even where another answer is still missing.
        given = forms.answers
        if given:
            save_answers(
                desk.round, desk.mine.response, service=about, answers=given, by=desk.actor
            )
        if len(given) == len(forms.forms):
            return _onward(desk, "four", service=service)
    context = {"forms": forms.forms, "service": about, **_errors(forms.forms.values())}
    return _page(desk, "four", context, {"service": service})


@step
def ways(desk: Desk, service: str) -> HttpResponse:
    """Which ways of working are in use in one service: one tick each."""
    about = desk.service(service)
    done = {way for pk, way in desk.mine.reports if pk == about.pk}
    by_co = {
        co: [way.key for way in desk.wording.ways_of(co) if way.key in done]
        for co in desk.wording.cos
    }
    data = desk.request.POST if desk.request.method == "POST" else None
    form = WaysForm(data, wording=desk.wording, initial=by_co)
    if form.is_valid():
        known = desk.mine.reports
        reports = {
            way: details_of(known[about.pk, way])
            if (about.pk, way) in known
            else {"level": desk.wording.usual_levels[way]}
            for way in form.ticked
        }
        save_ways(desk.round, desk.mine.response, service=about, reports=reports, by=desk.actor)
        return _onward(desk, "ways", service=service)
    return _page(desk, "ways", {"form": form, "service": about}, {"service": service})


@step
def practice(desk: Desk, service: str) -> HttpResponse:
    """Who takes part in what was ticked, and how."""
    about = desk.service(service)
    data = desk.request.POST if desk.request.method == "POST" else None
    forms = PracticeForms(data, wording=desk.wording, sheet=desk.mine, service=about)
    if not forms.forms:
        return redirect(desk.url("ways", service=service))
    if data is not None and forms.is_valid:
        save_ways(
            desk.round,
            desk.mine.response,
            service=about,
            reports=forms.reports,
            page="practice",
            by=desk.actor,
        )
        return _onward(desk, "practice", service=service)
    context = {"forms": forms.forms, "service": about, **_errors(forms.forms)}
    return _page(desk, "practice", context, {"service": service})


@step
def word(desk: Desk) -> HttpResponse:
    """Anything somebody wants to add."""
    data = desk.request.POST if desk.request.method == "POST" else None
    form = WordForm(data, initial={"text": desk.mine.word})
    if form.is_valid():
        text = form.cleaned_data["text"]
        save_word(
            desk.round,
            desk.mine.response,
            text=text,
            language=get_language() or "en-gb",
            by=desk.actor,
        )
        return _onward(desk, "word")
    return _page(desk, "word", {"form": form})


def _errors(forms: Any) -> dict[str, Any]:
    errors = [error for form in forms for error in form_errors(form)]
    return {"errors": errors, "has_errors": bool(errors)}


def _page(
    desk: Desk, name: str, context: dict[str, Any], at: dict[str, str] | None = None
) -> HttpResponse:
    if desk.request.GET.get("from") == "check":
        back = desk.url("check")
    else:
        before = stop_before(desk.path, name, at or {})
        back = desk.url_of(before) if before else desk.url("begin")
    return desk.page(name, {"back_url": back, **context})


def _onward(desk: Desk, name: str, **at: str) -> HttpResponse:
    """Lead on: back to the check if one came from there, else to the page that follows."""
    path = path_of(sheet_of(desk.round, _as_saved(desk)), desk.wording.cos)
    following = stop_after(path, name, at)
    if desk.request.GET.get("from") != "check":
        return redirect(desk.url_of(following))
    if name == "services":
        return redirect(desk.url_of(first_open(path)))
    has_more = name == "ways" and following.name == "practice"
    return redirect(desk.url_of(following) + "?from=check" if has_more else desk.url("check"))


def _as_saved(desk: Desk) -> Response:
    fresh = Response.objects.in_place(desk.place).select_related("free_word")
    return fresh.get(pk=desk.mine.response.pk)
