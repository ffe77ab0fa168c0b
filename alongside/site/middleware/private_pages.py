"""Whoever is known here leaves no page behind: on a shared computer, or in a cache on the way."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from alongside.foundation.members.seats import COOKIE as SEAT

NO_TRACE = "private, no-store"


class PrivatePagesMiddleware:
    """Forbids keeping what was shown to a session or a seat, unless the view says how."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        keys = {settings.SESSION_COOKIE_NAME, SEAT}
        if not keys.isdisjoint(request.COOKIES) or not keys.isdisjoint(response.cookies):
            response.headers.setdefault("Cache-Control", NO_TRACE)
        return response
