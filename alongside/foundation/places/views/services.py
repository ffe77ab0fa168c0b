"""Settings: services and organisations."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.places.actions import (
    add_organisation,
    add_service,
    change_service,
    end_service,
)
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.forms import OrganisationForm, ServiceForm, StarterForm
from alongside.foundation.places.models import Organisation, Place, Service
from alongside.foundation.places.queries import services_now
from alongside.foundation.places.reference import starter_services


@require_safe
@in_workspace("place.edit")
def services(request: HttpRequest, place: Place) -> HttpResponse:
    """The services there are, and two ways to add more."""
    return _services_page(request, place)


@require_POST
@in_workspace("place.edit")
def pick(request: HttpRequest, place: Place) -> HttpResponse:
    """Add what was ticked on the starter list."""
    form = StarterForm(request.POST, taken=_taken(services_now(place)))
    if not form.is_valid():
        return _services_page(request, place, starter=form)
    wanted = set(form.cleaned_data["services"])
    for service in starter_services():
        if service.key in wanted:
            add_service(
                place,
                name=service.name,
                starter_key=service.key,
                by=request.actor,  # type: ignore[attr-defined]
            )
    messages.success(request, _("The services were added."))
    return redirect("places:services", place=place.slug)


@require_POST
@in_workspace("place.edit")
def add(request: HttpRequest, place: Place) -> HttpResponse:
    """Add a service that the list doesn't know."""
    form = ServiceForm(request.POST, place=place)
    if not form.is_valid():
        return _services_page(request, place, own=form)
    add_service(place, by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
    messages.success(request, _("The service was added."))
    return redirect("places:services", place=place.slug)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("place.edit")
def change(request: HttpRequest, place: Place, *, service: str) -> HttpResponse:
    """What a service is called, and who provides it."""
    found = _service(request, place, service)
    now = {"name": found.name, "organisation": found.organisation_id}
    form = ServiceForm(request.POST or None, initial=now, place=place)
    if form.is_valid() and not _is_name_taken(form, place, found):
        change_service(found, by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
        messages.success(request, _("Saved."))
        return redirect("places:services", place=place.slug)
    return render(request, "places/change_service.html", {"form": form, "service": found})


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("place.edit")
def end(request: HttpRequest, place: Place, *, service: str) -> HttpResponse:
    """Ask once, then note that a service ended."""
    found = _service(request, place, service)
    if request.method == "POST":
        end_service(found, by=request.actor)  # type: ignore[attr-defined]
        messages.success(request, _("The service has ended. What was said of it stays."))
        return redirect("places:services", place=place.slug)
    return render(request, "places/end_service.html", {"service": found})


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("place.edit")
def organisations(request: HttpRequest, place: Place) -> HttpResponse:
    """Who takes part, with their sector."""
    form = OrganisationForm(request.POST or None)
    if form.is_valid():
        add_organisation(place, by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
        messages.success(request, _("The organisation was added."))
        return redirect("places:organisations", place=place.slug)
    rows = [[o.name, o.get_sector_display()] for o in Organisation.objects.in_place(place)]
    context = {"form": form, "rows": rows, "head": [_("Organisation"), _("Sector")]}
    return render(request, "places/organisations.html", context)


def _services_page(request: HttpRequest, place: Place, **forms: Any) -> HttpResponse:
    running = services_now(place)
    context = {
        "services": running,
        "starter": StarterForm(taken=_taken(running)),
        "own": ServiceForm(place=place),
        **forms,
    }
    context["has_errors"] = any(form.errors for form in (context["starter"], context["own"]))
    return render(request, "places/services.html", context)


def _taken(running: list[Service]) -> set[str]:
    names = {service.name.lower() for service in running}
    by_name = {s.key for s in starter_services() if s.name.lower() in names}
    return by_name | {service.starter_key for service in running if service.starter_key}


def _is_name_taken(form: ServiceForm, place: Place, service: Service) -> bool:
    others = Service.objects.in_place(place).exclude(pk=service.pk)
    if not others.filter(name__iexact=form.cleaned_data["name"]).exists():
        return False
    form.add_error("name", _("Another service has this name already"))
    return True


def _service(request: HttpRequest, place: Place, slug: str) -> Service:
    visible = Service.objects.visible_to(request.actor).filter(place=place)  # type: ignore[attr-defined]
    return get_object_or_404(visible.select_related("place", "organisation"), slug=slug)
