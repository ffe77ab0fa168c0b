"""Three words bring a guest back to what they began, on any device."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from alongside.foundation.accounts.attempts import attempts_exhausted, record_failure
from alongside.foundation.accounts.codes import CodeKind
from alongside.foundation.accounts.network import network_of
from alongside.foundation.consent.models import Activity
from alongside.foundation.members.models import Seat
from alongside.foundation.members.seat_cookies import keep_seat
from alongside.foundation.members.seats import renew_cookie, seat_of_words
from alongside.foundation.places.doors import open_to_everyone
from alongside.site.activity_doors import way_back_to


@require_http_methods(["GET", "HEAD", "POST"])
@open_to_everyone
def come_back(request: HttpRequest) -> HttpResponse:
    """Ask for the three words; right ones lead on, wrong ones are counted."""
    if request.method != "POST":
        return render(request, "site/come_back.html")
    network = network_of(request)
    if attempts_exhausted(CodeKind.RETURN, network):
        return render(request, "site/too_many_tries.html", status=429)
    words = request.POST.get("words", "")
    seat = seat_of_words(words)
    door = _door_of_seat(seat) if seat else None
    if seat is not None and door is not None:
        return _seated_again(door, seat)
    if words.strip():
        record_failure(CodeKind.RETURN, network)
    context = {"typed": words[:100], "has_errors": True}
    return render(request, "site/come_back.html", context, status=422)


def _door_of_seat(seat: Seat) -> str | None:
    activities = Activity.objects.in_place(seat.place).select_related("place")
    activity = activities.filter(pk=seat.activity_id).first()
    return way_back_to(activity) if activity else None


def _seated_again(door: str, seat: Seat) -> HttpResponse:
    response = redirect(door)
    keep_seat(response, renew_cookie(seat))
    return response
