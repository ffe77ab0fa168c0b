"""The national picture, and visits."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.members.actions import start_visit
from alongside.foundation.members.rules import can_admit
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place
from alongside.insight.national.forms import VisitForm
from alongside.insight.national.queries.shared_stars import shared_stars


@require_safe
@in_workspace("national.see_shared")
def national_picture(request: HttpRequest, place: Place) -> HttpResponse:
    """The Stars that partnerships chose to share."""
    if place.kind != Place.Kind.NATION:
        raise Http404
    may_admit = can_admit(request.actor, place)  # type: ignore[attr-defined]
    context = {
        "stars": shared_stars(place),
        "may_visit": request.actor.may("visit.make", place.pk),  # type: ignore[attr-defined]
        "may_admit": may_admit,
        "may_publish": request.actor.may("practice.publish", place.pk),  # type: ignore[attr-defined]
        "waiting_count": place.partnerships.waiting().count() if may_admit else 0,
    }
    return render(request, "national/picture.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("visit.make")
def visit(request: HttpRequest, place: Place, *, partnership: str) -> HttpResponse:
    """Say why, and look into a partnership for some hours."""
    found = get_object_or_404(place.partnerships, slug=partnership)
    form = VisitForm(request.POST or None)
    if form.is_valid():
        start_visit(found, reason=form.cleaned_data["reason"], by=request.actor)  # type: ignore[attr-defined]
        return redirect("board:board", found.slug)
    return render(request, "national/visit.html", {"form": form, "partnership": found})
