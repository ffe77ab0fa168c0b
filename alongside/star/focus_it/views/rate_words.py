"""Go on from another device: three words for somebody who rates without an account."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from alongside.foundation.members.seat_cookies import (
    forget_words,
    hand_over_words,
    words_handed_over,
)
from alongside.foundation.members.seats import renew_words
from alongside.star.focus_it.views.rate_desk import Desk, sheet_page


@require_http_methods(["GET", "HEAD", "POST"])
@sheet_page
def words(desk: Desk) -> HttpResponse:
    """Make new words at a press of the button, and show them once."""
    if desk.request.method == "POST":
        reply = redirect(desk.url("words"))
        if desk.seat is not None:
            hand_over_words(reply, renew_words(desk.seat))
        return reply
    page = desk.page("words", {"words_to_keep": words_handed_over(desk.request)})
    forget_words(page)
    return page
