"""Links and posters for residents: one open link an activity, with its QR code, to be printed."""

from urllib.parse import urlsplit
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside.foundation.accounts.qr import qr_svg
from alongside.foundation.consent.models import Activity
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actions import code_of_link, open_link, withdraw_invitation
from alongside.foundation.members.models import Invitation
from alongside.foundation.members.queries import living_link, living_links
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place


@require_safe
@in_workspace("members.invite")
def links(request: HttpRequest, place: Place) -> HttpResponse:
    """Every activity that residents can be asked to, whether its link is open, and what is over."""
    living = living_links(place)
    activities = Activity.objects.visible_to(request.actor).filter(place=place)  # type: ignore[attr-defined]
    activities = activities.exclude(kind__in=Activity.FOUND_BY_THEMSELVES).order_by("-pk")
    rows = [{"activity": activity, "link": living.get(activity.pk)} for activity in activities]
    context = {
        "running": [row for row in rows if row["activity"].ended_at is None],  # type: ignore[union-attr]
        "over": [row for row in rows if row["activity"].ended_at is not None],  # type: ignore[union-attr]
    }
    return render(request, "consent/links.html", context)


@require_POST
@in_workspace("members.invite")
def make_link(request: HttpRequest, place: Place, *, activity: UUID) -> HttpResponse:
    """Open a link for residents and go to its poster."""
    found = _activity(request, place, activity)
    if found.ended_at is not None:
        raise Refusal("is_over", _("This has closed: nobody can take part by a link."), status=409)
    open_link(place, activity_id=found.pk, by=request.actor)  # type: ignore[attr-defined]
    return redirect("consent:poster", place=place.slug, activity=found.public_id)


@require_POST
@in_workspace("members.invite")
def close_link(request: HttpRequest, place: Place, *, activity: UUID) -> HttpResponse:
    """Take the link back: posters that hang open nothing from now on."""
    found = _activity(request, place, activity)
    if link := living_link(place, found.pk):
        withdraw_invitation(link, by=request.actor)  # type: ignore[attr-defined]
        messages.success(request, _("The link is closed. Take the posters down."))
    return redirect("consent:links", place=place.slug)


@require_safe
@in_workspace("members.invite")
def poster(request: HttpRequest, place: Place, *, activity: UUID) -> HttpResponse:
    """One page of A4 to hang up: title, one sentence, QR code, short address, whom to ring."""
    found = _activity(request, place, activity)
    link = living_link(place, found.pk)
    if link is None or found.ended_at is not None:
        return redirect("consent:links", place=place.slug)
    return render(request, "consent/poster.html", _poster_of(found, link))


def _poster_of(activity: Activity, link: Invitation) -> dict[str, object]:
    address = f"{settings.BASE_URL}/j/{code_of_link(link)}"
    parts = urlsplit(address)
    return {
        "activity": activity,
        "qr": qr_svg(address),
        "address": address,
        "short_address": f"{parts.netloc}{parts.path}",
        "until": link.expires_at,
    }


def _activity(request: HttpRequest, place: Place, public_id: UUID) -> Activity:
    activities = Activity.objects.visible_to(request.actor).filter(place=place)  # type: ignore[attr-defined]
    return get_object_or_404(activities, public_id=public_id)
