"""Whom to ask, and a form to write to them; then the page that says what happens next."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.accounts.network import network_of
from alongside.foundation.accounts.shown_page import new_token, shown_by
from alongside.foundation.accounts.signs import Signs
from alongside.foundation.enquiries.actions import Draft, send_enquiry
from alongside.foundation.enquiries.forms import EnquiryForm
from alongside.foundation.enquiries.models import Enquiry
from alongside.foundation.enquiries.queries import own_enquiry
from alongside.foundation.enquiries.views import TIMES
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.doors import open_to_everyone, with_key_in_address
from alongside.foundation.places.models import Place


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@open_to_everyone
def contact(request: HttpRequest) -> HttpResponse:
    """Write to a place, `?place=` the one that is meant; and the person to ring in each."""
    places = list(Place.objects.open_to_the_public().order_by("kind", "name"))
    form = EnquiryForm(
        request.POST if request.method == "POST" else None,
        places=[place for place in places if place.is_admitted],
        initial={"token": new_token(), "place": request.GET.get("place", "")},
    )
    status = 422 if form.is_bound else 200
    if form.is_valid():
        try:
            sent = _send(request, form, places)
        except Refusal as refusal:
            form.add_error(None, refusal.words)
            status = refusal.status
        else:
            return redirect("site:contact-sent", sent.public_id)
    chosen = form["place"].value()
    context = {
        "form": form,
        "times": TIMES,
        "meant": next((place for place in places if place.slug == chosen), None),
        "places": places,
    }
    return render(request, "site/contact.html", context, status=status)


def _send(request: HttpRequest, form: EnquiryForm, places: list[Place]) -> Enquiry:
    typed = form.cleaned_data
    shown = shown_by(typed["token"])
    draft = Draft(
        text=typed["text"].strip(),
        submission_key=shown.key,
        name=typed["name"],
        email=typed["email"],
        phone=typed["phone"],
    )
    return send_enquiry(
        next(place for place in places if place.slug == typed["place"]),
        draft=draft,
        signs=Signs(shown.seconds, is_trapped=bool(typed["homepage"])),
        network=network_of(request),
        by=request.actor,  # type: ignore[attr-defined]
    )


@require_safe
@open_to_everyone
def contact_sent(request: HttpRequest, enquiry: uuid.UUID) -> HttpResponse:
    """What happens next with a message, and when; none of its words."""
    found = own_enquiry(enquiry)
    if found is None:
        raise Http404
    request.place = found.place  # type: ignore[attr-defined]
    context = {"enquiry": found, "times": TIMES}
    return with_key_in_address(render(request, "site/contact_sent.html", context))
