"""The desk of a place: what people wrote, and how they were answered."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.enquiries.actions import (
    ANSWERED_WITHIN,
    KEPT_AFTER_ANSWER,
    KEPT_AT_MOST,
    KEPT_SUSPECT,
    answer_enquiry,
)
from alongside.foundation.enquiries.forms import AnswerForm
from alongside.foundation.enquiries.panels import cards_of
from alongside.foundation.enquiries.queries import desk_of, enquiry_at
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place

PERMISSION = "enquiry.answer"
TIMES = {
    "promised": ANSWERED_WITHIN.days,
    "kept": KEPT_AFTER_ANSWER.days,
    "kept_at_most": KEPT_AT_MOST.days,
    "kept_suspect": KEPT_SUSPECT.days,
}


@require_safe
@in_workspace(PERMISSION)
def desk(request: HttpRequest, place: Place) -> HttpResponse:
    """What waits for an answer, what looks like advertising, and what was answered."""
    today = timezone.localdate()
    found = desk_of(place)
    context = {
        "waiting": cards_of(place, found.waiting, today),
        "suspect": cards_of(place, found.suspect, today),
        "answered": cards_of(place, found.answered, today),
        "times": TIMES,
    }
    return render(request, "enquiries/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace(PERMISSION)
def answer(request: HttpRequest, place: Place, enquiry: uuid.UUID) -> HttpResponse:
    """One message: how to reach its author, and the note of how they were answered."""
    found = enquiry_at(place, enquiry)
    if found is None:
        raise Http404
    form = AnswerForm(request.POST if request.method == "POST" else None, enquiry=found)
    if form.is_valid():
        answer_enquiry(found, **form.cleaned_data, by=request.actor)  # type: ignore[attr-defined]
        messages.success(request, _("Noted."))
        return redirect("enquiries:desk", place.slug)
    context = {
        "enquiry": found,
        "form": form,
        "is_late": found.is_late(timezone.localdate()),
        "times": TIMES,
    }
    return render(request, "enquiries/answer.html", context, status=422 if form.is_bound else 200)
