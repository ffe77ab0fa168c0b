"""Go on from another device, for somebody who rates without an account."""

from django.http import HttpResponse
from django.views.decorators.http import require_http_methods

from alongside.foundation.members.three_words import three_words_page
from alongside.star.focus_it.views.rate_desk import Desk, sheet_page


@require_http_methods(["GET", "HEAD", "POST"])
@sheet_page
def words(desk: Desk) -> HttpResponse:
    """Give a guest three words, and show them once."""
    return three_words_page(desk, "words")
