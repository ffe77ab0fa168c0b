"""Residents start something: they say what they would like, and come back for the answer."""

import uuid

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.history.actor import ActorKind
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Seat
from alongside.foundation.members.seat_cookies import (
    forget_words,
    hand_over_words,
    keep_seat,
    words_handed_over,
)
from alongside.foundation.members.seats import seat_of_cookies
from alongside.foundation.places.doors import at_the_front
from alongside.foundation.places.models import Place
from alongside.star.focus_it.actions.proposals import (
    ANSWERED_WITHIN,
    proposals_activity,
    propose,
)
from alongside.star.focus_it.forms.proposing import ProposalForm
from alongside.star.focus_it.queries.proposals import proposals_of


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@at_the_front
def suggest(request: HttpRequest, place: Place) -> HttpResponse:
    """Say what should be done together."""
    data = request.POST if request.method == "POST" else None
    form = ProposalForm(data, initial={"submission_key": uuid.uuid4()})
    activity = proposals_activity(place) if form.is_bound else None
    if form.is_valid():
        seat = _seat(request, place)
        by = actor_of_seat(seat) if seat else request.actor  # type: ignore[attr-defined]
        _proposal, cookie, words = propose(place, by=by, **form.cleaned_data)
        reply = redirect("suggest:mine", place.slug)
        if cookie:
            keep_seat(reply, cookie)
            hand_over_words(reply, words)
        return reply
    context = {"form": form, "days": ANSWERED_WITHIN.days, "activity": activity}
    return render(request, "focus_it/suggest.html", context, status=422 if form.is_bound else 200)


@never_cache
@require_safe
@at_the_front
def mine(request: HttpRequest, place: Place) -> HttpResponse:
    """What I proposed, and what was answered."""
    seat = _seat(request, place)
    by = request.actor  # type: ignore[attr-defined]
    context = {
        "proposals": proposals_of(place, seat=seat, by=by),
        "words_to_keep": words_handed_over(request),
    }
    page = render(request, "focus_it/my_proposals.html", context)
    forget_words(page)
    return page


def _seat(request: HttpRequest, place: Place) -> Seat | None:
    """Return the seat in which this device proposed something here before."""
    actor = request.actor  # type: ignore[attr-defined]
    if actor.kind is ActorKind.PERSON and place.pk in actor.persons:
        return None
    seat = seat_of_cookies(request.COOKIES)
    if seat is None or seat.place_id != place.pk:
        return None
    activity = proposals_activity(place)
    return seat if seat.activity_id == activity.pk else None
