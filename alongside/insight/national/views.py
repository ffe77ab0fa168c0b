"""The national picture."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place
from alongside.insight.national.queries import shared_stars
from alongside.star.framework.picture import CO_KEYS


@require_safe
@in_workspace("national.see_shared")
def national_picture(request: HttpRequest, place: Place) -> HttpResponse:
    if place.kind != Place.Kind.NATION:
        raise Http404
    return render(request, "national/picture.html", {"stars": shared_stars(place), "cos": CO_KEYS})
