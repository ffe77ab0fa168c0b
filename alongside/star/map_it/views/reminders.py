"""The page behind "no more reminders". Opening it changes nothing: mail scanners open links too."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from alongside.foundation.places.doors import open_to_everyone, with_key_in_address
from alongside.star.map_it.actions.reminders import stop_reminders


# The token in the address is the whole authority; mail programs post here without any cookie.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@open_to_everyone
def stop(request: HttpRequest, token: str) -> HttpResponse:
    return with_key_in_address(_answer(request, token))


def _answer(request: HttpRequest, token: str) -> HttpResponse:
    if request.method != "POST":
        return render(request, "map_it/stop_reminders.html", {"done": False})
    round_ = stop_reminders(token)
    if round_ is None:
        raise Http404
    return render(request, "map_it/stop_reminders.html", {"done": True, "round": round_})
