"""Settings: the wards of a partnership."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.actions import add_wards, change_ward, end_ward, remove_ward
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.forms import EndWardForm, PasteWardsForm, WardForm
from alongside.foundation.places.models import Place, Ward
from alongside.foundation.places.queries import areas_of, wards_of


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("place.edit")
def wards(request: HttpRequest, place: Place) -> HttpResponse:
    """The wards there are, and a box to paste more into."""
    areas = areas_of(place)
    form = PasteWardsForm(request.POST or None, place=place, areas=areas)
    if form.is_valid():
        told = form.cleaned_data["told"]
        messages.success(request, _added(add_wards(place, told, by=request.actor), len(told)))  # type: ignore[attr-defined]
        return redirect("places:wards", place=place.slug)
    listed = wards_of(place)
    context = {
        "form": form,
        "standing": [ward for ward in listed if ward.ended_on is None],
        "ended": [ward for ward in listed if ward.ended_on is not None],
        "has_areas": len(areas) > 1,
    }
    return render(request, "places/wards.html", context)


def _added(new: int, told: int) -> str:
    said = ngettext("%(n)s ward was added.", "%(n)s wards were added.", new) % {"n": new}
    if told == new:
        return said
    stayed = ngettext("%(n)s was there already.", "%(n)s were there already.", told - new)
    return f"{said} {stayed % {'n': told - new}}"


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("place.edit")
def change(request: HttpRequest, place: Place, *, ward: str) -> HttpResponse:
    """What a ward is called, and its code."""
    found = _ward(request, place, ward)
    area = found.council_area
    now = {"name": found.name, "code": found.code, "council_area": area.code if area else ""}
    form = WardForm(
        request.POST or None, initial=now, ward=found, place=place, areas=areas_of(place)
    )
    if form.is_valid():
        change_ward(found, by=request.actor, **form.cleaned_data)  # type: ignore[attr-defined]
        messages.success(request, _("Saved."))
        return redirect("places:wards", place=place.slug)
    return render(request, "places/change_ward.html", {"form": form, "ward": found})


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("place.edit")
def end(request: HttpRequest, place: Place, *, ward: str) -> HttpResponse:
    """Note that a ward ended, or take one off that was put there by mistake."""
    found = _ward(request, place, ward)
    form = EndWardForm(request.POST or None)
    if form.is_valid() and (done := _ended_or_removed(form, found, request.actor)):  # type: ignore[attr-defined]
        messages.success(request, done)
        return redirect("places:wards", place=place.slug)
    return render(request, "places/end_ward.html", {"form": form, "ward": found})


def _ended_or_removed(form: EndWardForm, ward: Ward, by: Actor) -> str:
    """Return what was done, or nothing when the form says why it can't be."""
    if form.cleaned_data["why"] == "ended":
        end_ward(ward, by=by)
        return _("The ward has ended. What happened there stays.")
    try:
        remove_ward(ward, by=by)
    except Refusal as refused:
        if refused.code != "ward_in_use":
            raise
        form.add_error("why", refused.words)
        return ""
    return _("The ward is off the list.")


def _ward(request: HttpRequest, place: Place, slug: str) -> Ward:
    visible = Ward.objects.visible_to(request.actor).filter(place=place)  # type: ignore[attr-defined]
    return get_object_or_404(visible.select_related("place", "council_area"), slug=slug)
