"""The way into everything that is told to others: posts, cases, events, the network."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.foundation.places.doors import open_to_everyone, same_for_everybody
from alongside.foundation.places.vocabulary import default_words
from alongside.foundation.practices.panels import practice_card
from alongside.foundation.practices.queries.public import public_practices
from alongside.site.newest import MOST, newest


@same_for_everybody
@require_safe
@open_to_everyone
def learn(request: HttpRequest) -> HttpResponse:
    """The newest of each kind, and where there is more."""
    words = default_words()
    context = {
        **newest(request.actor),  # type: ignore[attr-defined]
        "cases": [practice_card(case, words) for case in public_practices().order_by("-pk")[:MOST]],
    }
    return render(request, "site/learn.html", context)
