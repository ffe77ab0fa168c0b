"""What somebody has promised: the list, and one with its evidence."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.commitments.actions import (
    add_evidence,
    change_commitment,
    move_commitment,
    remove_evidence,
)
from alongside.foundation.commitments.forms import CommitmentForm, EndForm, EvidenceForm
from alongside.foundation.commitments.models import Commitment
from alongside.foundation.commitments.queries import commitment_at, own_commitments
from alongside.foundation.commitments.rules import TRANSITIONS, can_keep_commitment
from alongside.foundation.places.doors import actor_of, for_account_holders

A_PAGE = 30
View = Callable[..., HttpResponse]


def _at_commitment(view: View) -> View:
    """Hand the view the commitment at the address, for those who may read it."""

    @wraps(view)
    def found(request: HttpRequest, commitment: UUID, **kwargs: Any) -> HttpResponse:
        known = commitment_at(actor_of(request), commitment)
        if known is None:
            raise Http404
        request.place = known.place  # type: ignore[attr-defined]
        return view(request, known, **kwargs)

    return for_account_holders(found)


@never_cache
@require_safe
@for_account_holders
def mine(request: HttpRequest) -> HttpResponse:
    """Everything I have promised: what is to be done, or what has ended."""
    has_ended = request.GET.get("show") == "ended"
    own = own_commitments(actor_of(request))
    rows = own.ended() if has_ended else own.running()
    page = Paginator(rows, A_PAGE).get_page(request.GET.get("page"))
    query = {"show": "ended"} if has_ended else {}
    context = {"page": page, "has_ended": has_ended, "query": query}
    return render(request, "commitments/mine.html", context)


@never_cache
@require_safe
@_at_commitment
def page(request: HttpRequest, commitment: Commitment) -> HttpResponse:
    """One promise, how it stands, and what there is to see of it."""
    return _page(request, commitment)


def _page(
    request: HttpRequest,
    commitment: Commitment,
    *,
    evidence_form: forms.Form | None = None,
    status: int = 200,
) -> HttpResponse:
    verbs = {verb for state, verb in TRANSITIONS if state == commitment.state}
    context = {
        "commitment": commitment,
        "evidence": list(commitment.evidence.all()),
        "verbs": verbs if can_keep_commitment(actor_of(request), commitment) else set(),
        "evidence_form": evidence_form or EvidenceForm(),
        "has_errors": evidence_form is not None,
        "end_form": EndForm(),
    }
    return render(request, "commitments/page.html", context, status=status)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@_at_commitment
def edit(request: HttpRequest, commitment: Commitment) -> HttpResponse:
    """Say it better, or choose another day."""
    initial = {"what": commitment.what, "due_on": commitment.due_on}
    form = CommitmentForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_valid():
        change_commitment(commitment, **form.cleaned_data, by=actor_of(request))
        messages.success(request, _("Saved."))
        return redirect("commitments:page", commitment.public_id)
    context = {"form": form, "commitment": commitment}
    return render(request, "commitments/edit.html", context, status=422 if form.is_bound else 200)


@require_POST
@_at_commitment
def move(request: HttpRequest, commitment: Commitment) -> HttpResponse:
    """Say how it stands now."""
    form = EndForm(request.POST)
    what_came = form.cleaned_data["what_came"] if form.is_valid() else ""
    verb = request.POST.get("verb", "")
    move_commitment(commitment, verb, what_came=what_came, by=actor_of(request))
    messages.success(request, _("Saved."))
    return redirect("commitments:page", commitment.public_id)


@require_POST
@_at_commitment
def evidence(request: HttpRequest, commitment: Commitment) -> HttpResponse:
    """Show something, or take it back."""
    by, number = actor_of(request), request.POST.get("remove", "")
    if number:
        remove_evidence(commitment, number=int(number) if number.isdecimal() else 0, by=by)
        return redirect("commitments:page", commitment.public_id)
    form = EvidenceForm(request.POST)
    if not form.is_valid():
        return _page(request, commitment, evidence_form=form, status=422)
    add_evidence(commitment, **form.cleaned_data, by=by)
    return redirect("commitments:page", commitment.public_id)
