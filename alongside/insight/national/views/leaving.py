"""A partnership leaves: what it published, what becomes of each kind, and the last word."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.places.models import Place
from alongside.insight.national.actions.leaving import let_leave
from alongside.insight.national.forms.leaving import LeavingForm
from alongside.insight.national.queries.leaving import (
    course_days_to_come,
    last_day,
    published_by,
    titles_of,
    waiting_messages,
)
from alongside.insight.national.views.new_partnerships import admitting


@require_safe
@admitting
def leavings(request: HttpRequest, place: Place) -> HttpResponse:
    """Every partnership in use, and those that leave."""
    there = place.partnerships.open_to_the_public().order_by("name")
    return render(request, "national/leavings.html", {"partnerships": there})


@require_http_methods(["GET", "HEAD", "POST"])
@admitting
def leaving(request: HttpRequest, place: Place, *, partnership: str) -> HttpResponse:
    """What there is, and what becomes of it."""
    found = get_object_or_404(place.partnerships.open_to_the_public(), slug=partnership)
    if found.state == Place.State.LEAVING:
        return render(
            request, "national/left.html", {"partnership": found, "last_day": last_day(found)}
        )
    published = published_by(found)
    form = LeavingForm(
        request.POST if request.method == "POST" else None,
        published=published,
        partnership=found,
        nation=place,
    )
    if form.is_valid():
        let_leave(found, hand_over=form.hand_over, by=request.actor)  # type: ignore[attr-defined]
        messages.success(request, _("%(name)s leaves.") % {"name": found.name})
        return redirect("national:leaving", place.slug, found.slug)
    context = {
        "partnership": found,
        "parts": [(one, form[one.kind]) for one in published],
        "form": form,
        "course_days": titles_of(course_days_to_come(found)),
        "waiting": waiting_messages(found),
    }
    return render(request, "national/leaving.html", context, status=422 if form.is_bound else 200)
