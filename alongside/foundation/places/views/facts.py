"""Settings: the overview, the contact person, the pause before an election, the address."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.places.actions import edit_place, rename_slug
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.forms import AddressForm, ContactForm, PauseForm
from alongside.foundation.places.models import Organisation, Place
from alongside.foundation.places.queries import areas_of, services_now, terms_of, wards_of

CONTACT = ("name", "contact_name", "contact_phone", "contact_hours")
PAUSE = ("publishing_paused_from", "publishing_paused_until")


@require_safe
@in_workspace("place.edit")
def settings(request: HttpRequest, place: Place) -> HttpResponse:
    """Everything that can be set here, and how it stands."""
    context = {
        "services": services_now(place),
        "organisation_count": Organisation.objects.in_place(place).count(),
        "chosen_count": sum(1 for term in terms_of(place) if term["is_chosen"]),
        "wards": [ward for ward in wards_of(place) if ward.ended_on is None],
        "areas": areas_of(place),
    }
    return render(request, "places/settings.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("place.edit")
def contact(request: HttpRequest, place: Place) -> HttpResponse:
    """Who can be rung, and what the partnership is called."""
    now = {key: getattr(place, key) for key in CONTACT}
    form = ContactForm(request.POST or None, initial=now)
    if form.is_valid():
        edit_place(place, by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
        return _saved(request, place)
    return render(request, "places/contact.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("place.edit")
def pause(request: HttpRequest, place: Place) -> HttpResponse:
    """The weeks before an election."""
    now = {key: getattr(place, key) for key in PAUSE}
    form = PauseForm(request.POST or None, initial=now)
    if form.is_valid():
        edit_place(place, by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
        return _saved(request, place)
    return render(request, "places/pause.html", {"form": form})


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("place.edit")
def address(request: HttpRequest, place: Place) -> HttpResponse:
    """Another address; the old one leads on."""
    form = AddressForm(request.POST or None, initial={"slug": place.slug}, place=place)
    if form.is_valid():
        rename_slug(place, by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
        return _saved(request, place)
    return render(request, "places/address.html", {"form": form})


def _saved(request: HttpRequest, place: Place) -> HttpResponse:
    messages.success(request, _("Saved."))
    return redirect("places:settings", place=place.slug)
