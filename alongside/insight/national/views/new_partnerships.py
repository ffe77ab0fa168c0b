"""New partnerships: who waits for a yes, what is known of them, yes or no, and how they begin."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.members.actions import (
    admit_partnership,
    choose_admission,
    decline_partnership,
)
from alongside.foundation.places.admission import admission_in
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place
from alongside.insight.national.forms import AdmissionForm, DeclineForm
from alongside.insight.national.queries.applications import applications


def admitting(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Let national leads in, to a nation."""

    @in_workspace("partnership.admit")
    @wraps(view)
    def door(request: HttpRequest, place: Place, **kwargs: Any) -> HttpResponse:
        if place.kind != Place.Kind.NATION:
            raise Http404
        return view(request, place, **kwargs)

    return door


@require_safe
@admitting
def waiting(request: HttpRequest, place: Place) -> HttpResponse:
    """Who waits, the longest first, and the choice who can start."""
    form = AdmissionForm(initial={"admission": admission_in(place)})
    context = {"applications": applications(place), "form": form}
    return render(request, "national/new_partnerships.html", context)


@require_POST
@admitting
def choose(request: HttpRequest, place: Place) -> HttpResponse:
    """Keep the choice who can start."""
    form = AdmissionForm(request.POST)
    if form.is_valid():
        choose_admission(place, admission=form.cleaned_data["admission"], by=request.actor)  # type: ignore[attr-defined]
        messages.success(request, _("Saved. It holds for those who start from now on."))
    return redirect("national:new-partnerships", place.slug)


@require_POST
@admitting
def admit(request: HttpRequest, place: Place, *, partnership: str) -> HttpResponse:
    """Say yes."""
    found = get_object_or_404(place.partnerships, slug=partnership)
    admit_partnership(found, by=request.actor)  # type: ignore[attr-defined]
    said = _("%(name)s can begin. Whoever started it is told by email.")
    messages.success(request, said % {"name": found.name})
    return redirect("national:new-partnerships", place.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@admitting
def decline(request: HttpRequest, place: Place, *, partnership: str) -> HttpResponse:
    """Say no, with a reason."""
    found = get_object_or_404(place.partnerships.waiting(), slug=partnership)
    form = DeclineForm(request.POST or None)
    if form.is_valid():
        decline_partnership(found, reason=form.cleaned_data["reason"], by=request.actor)  # type: ignore[attr-defined]
        said = _("%(name)s was not taken on. Whoever started it is told why by email.")
        messages.success(request, said % {"name": found.name})
        return redirect("national:new-partnerships", place.slug)
    context = {"form": form, "partnership": found}
    return render(request, "national/decline.html", context, status=422 if form.is_bound else 200)
