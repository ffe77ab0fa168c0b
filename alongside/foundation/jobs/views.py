"""The page on which somebody watches their work."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from alongside.foundation.jobs.actions import request_cancel
from alongside.foundation.jobs.models import Job
from alongside.foundation.jobs.panels import how_far
from alongside.foundation.jobs.rules import can_cancel_job
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place


@never_cache
@require_safe
@in_workspace("workspace.see")
def show_job(request: HttpRequest, place: Place, job: uuid.UUID) -> HttpResponse:
    """How far it is, what came of it, and how to stop it."""
    found = get_object_or_404(Job.objects.in_place(place), public_id=job)
    may_cancel = found.is_open and found.cancel_asked_at is None
    return render(
        request,
        "jobs/job.html",
        {
            "job": found,
            "title": _("Work under way") if found.is_open else _("Work that was asked for"),
            "fact": how_far(found),
            "may_cancel": may_cancel and can_cancel_job(request.actor, found),  # type: ignore[attr-defined]
        },
    )


@require_POST
@in_workspace("workspace.see")
def cancel_job(request: HttpRequest, place: Place, job: uuid.UUID) -> HttpResponse:
    """Stop it."""
    found = get_object_or_404(Job.objects.in_place(place), public_id=job)
    request_cancel(found, by=request.actor)  # type: ignore[attr-defined]
    return redirect("jobs:job", place.slug, found.public_id)
