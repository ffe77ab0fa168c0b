"""The workspace's list of what residents propose, and its answers."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import words_of
from alongside.star.focus_it.actions.proposals import decline, take_up
from alongside.star.focus_it.forms.proposing import AnswerForm, TakeUpForm
from alongside.star.focus_it.models import Proposal
from alongside.star.focus_it.queries.proposals import (
    answered_proposals,
    find_proposal,
    waiting_proposals,
)


@require_safe
@in_workspace("initiative.edit")
def proposals(request: HttpRequest, place: Place) -> HttpResponse:
    """What waits for an answer, the first due first; and what was answered."""
    context = {
        "waiting": waiting_proposals(place),
        "answered": answered_proposals(place),
        "today": timezone.localdate(),
    }
    return render(request, "focus_it/proposals.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("initiative.edit")
def proposal(request: HttpRequest, place: Place, key: UUID) -> HttpResponse:
    """One proposal: put it on the list, or say why not."""
    found = find_proposal(place, key)
    if found is None:
        raise Http404
    taking, declining = _forms(request, found)
    by = request.actor  # type: ignore[attr-defined]
    if taking.is_valid():
        take_up(found, by=by, **taking.cleaned_data)
        messages.success(request, _("It is on the list of what could be tried."))
        return redirect("focus_it:proposals", place.slug)
    if declining.is_valid():
        decline(found, by=by, **declining.cleaned_data)
        messages.success(request, _("Answered."))
        return redirect("focus_it:proposals", place.slug)
    status = 422 if taking.is_bound or declining.is_bound else 200
    context = {
        "proposal": found,
        "taking": taking,
        "declining": declining,
        "has_errors": status == 422,  # two forms stand on the page
    }
    return render(request, "focus_it/proposal.html", context, status=status)


def _forms(request: HttpRequest, found: Proposal) -> tuple[TakeUpForm, AnswerForm]:
    sent = request.POST if request.method == "POST" else None
    declines = sent is not None and "decline" in sent
    taking = TakeUpForm(
        None if declines else sent,
        words=words_of(found.place),
        initial={"title": found.title},
        auto_id="take-%s",
    )
    return taking, AnswerForm(sent if declines else None, auto_id="decline-%s")
