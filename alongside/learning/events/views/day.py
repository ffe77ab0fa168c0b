"""On the day and after it: say that one is here, and how it was."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.foundation.accounts.attempts import attempts_exhausted, record_failure
from alongside.foundation.accounts.codes import CodeKind
from alongside.foundation.accounts.network import network_of
from alongside.foundation.gatherings.actions.after import give_feedback
from alongside.foundation.gatherings.actions.day import sign_in
from alongside.foundation.gatherings.models import Booking, Gathering
from alongside.foundation.gatherings.queries.bookings import booking_of, booking_of_seat
from alongside.foundation.members.seats import seat_of_words
from alongside.foundation.places.doors import actor_of
from alongside.learning.events.device import held_on, remember
from alongside.learning.events.doors import at_event
from alongside.learning.events.forms.booking import FeedbackForm, WordsForm
from alongside.learning.events.panels import facts_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@at_event
def here(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """Where the QR code on the door leads: one press on one's own phone, or three words on any."""
    mine = booking_of(gathering, by=actor_of(request), held=held_on(request))
    if request.method == "POST" and "words" not in request.POST and mine is not None:
        return _signed_in(request, mine)
    form = WordsForm(request.POST if "words" in request.POST else None)
    if form.is_valid():
        network = network_of(request)
        if attempts_exhausted(CodeKind.RETURN, network):
            return render(request, "events/too_many_tries.html", status=429)
        seat = seat_of_words(form.cleaned_data["words"])
        found = booking_of_seat(gathering, seat) if seat else None
        if found is not None:
            return _signed_in(request, found)
        record_failure(CodeKind.RETURN, network)
        form.add_error("words", _("Nobody booked with these words. Look again, or ask at the door"))
    context = {"gathering": gathering, "mine": mine, "form": form, "facts": facts_of(gathering)[:2]}
    return render(request, "events/here.html", context, status=422 if form.is_bound else 200)


def _signed_in(request: HttpRequest, booking: Booking) -> HttpResponse:
    sign_in(booking)
    messages.success(request, _("Welcome. You are signed in."))
    reply = redirect("events:booking", booking.gathering.place.slug, booking.gathering.slug)
    remember(reply, request, booking)
    return reply


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@at_event
def feedback(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """Say how it was; for those who came."""
    booking = booking_of(gathering, by=actor_of(request), held=held_on(request))
    if booking is None or booking.came_at is None:
        return redirect("events:booking", gathering.place.slug, gathering.slug)
    form = FeedbackForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        give_feedback(booking, **form.cleaned_data)
        messages.success(request, _("Thank you. What all of you said is told together, later."))
        return redirect("events:booking", gathering.place.slug, gathering.slug)
    context = {"gathering": gathering, "form": form, "has_answered": hasattr(booking, "feedback")}
    return render(request, "events/feedback.html", context, status=422 if form.is_bound else 200)
