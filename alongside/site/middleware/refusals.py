"""Turn a refusal into a page that says what to do; what must not be known is simply not found."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from alongside.foundation.history.refusal import Refusal


class RefusalMiddleware:
    """An action refused: show its words, with 403 or 409."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if not isinstance(exception, Refusal):
            return None
        return render(
            request,
            "site/refused.html",
            {"words": exception.words, "next_step": exception.next_step},
            status=exception.status,
        )
