"""Go on from another device: the page that gives a guest three words, and shows them once."""

from typing import Any, Protocol

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from alongside.foundation.members.models import Seat
from alongside.foundation.members.seat_cookies import (
    forget_words,
    hand_over_words,
    words_handed_over,
)
from alongside.foundation.members.seats import renew_words


class Desk(Protocol):
    """Where somebody takes part, whatever they do there."""

    request: HttpRequest
    seat: Seat | None

    def url(self, name: str) -> str: ...
    def page(self, template: str, context: dict[str, Any]) -> HttpResponse: ...


def three_words_page(desk: Desk, name: str) -> HttpResponse:
    """Make new words at a press of the button, and show them once. `name`: of address and page."""
    if desk.request.method == "POST":
        reply = redirect(desk.url(name))
        if desk.seat is not None:
            hand_over_words(reply, renew_words(desk.seat))
        return reply
    page = desk.page(name, {"words_to_keep": words_handed_over(desk.request)})
    forget_words(page)
    return page
