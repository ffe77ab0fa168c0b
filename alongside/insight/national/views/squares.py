"""The map of a nation's partnerships: the national team says where each stands."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.foundation.places.actions.squares import give_squares
from alongside.foundation.places.models import Place
from alongside.foundation.places.squares import nation_maps, suggested_squares
from alongside.insight.national.forms import SquaresForm
from alongside.insight.national.views.new_partnerships import admitting


@require_http_methods(["GET", "HEAD", "POST"])
@admitting
def squares(request: HttpRequest, place: Place) -> HttpResponse:
    """The map as it is, and a row and a column for each partnership."""
    there = place.partnerships.exclude(state=Place.State.LEFT).select_related("nation")
    partnerships = list(there.order_by("name"))
    form = SquaresForm(
        request.POST if request.method == "POST" else None,
        partnerships=partnerships,
        suggested=suggested_squares(place),
    )
    if form.is_valid():
        give_squares(place, form.squares, by=request.actor)  # type: ignore[attr-defined]
        messages.success(request, _("Saved. The map on the first page shows it."))
        return redirect("national:map", place.slug)
    context = {"form": form, "maps": nation_maps(partnerships)}
    return render(request, "national/map.html", context, status=422 if form.is_bound else 200)
