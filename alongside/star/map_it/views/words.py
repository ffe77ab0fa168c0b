"""The page on which a lead reads people's own words before anybody else does."""

import re

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from alongside.foundation.members.mail import one_line
from alongside.star.map_it.actions.words import release_words, released_words, words_to_read
from alongside.star.map_it.doors import with_round
from alongside.star.map_it.models import Round
from alongside.star.map_it.rules import rounds as rules

WORD = re.compile(r"word-([0-9]{1,18})")


@require_http_methods(["GET", "HEAD", "POST"])
@with_round("round.see_results")
def words(request: HttpRequest, round_: Round) -> HttpResponse:
    may_read = rules.can_edit_round(request.actor, round_)  # type: ignore[attr-defined]
    if request.method == "POST":
        count = release_words(
            round_,
            released=_chosen(request, "release"),
            kept_back=_chosen(request, "keep"),
            reason=one_line(request.POST.get("reason", "")),
            by=request.actor,  # type: ignore[attr-defined]
        )
        text = ngettext("%(n)s text released.", "%(n)s texts released.", count) % {"n": count}
        messages.success(request, text)
        return redirect("map_it:words", round_.place.slug, round_.slug)
    ready = may_read and round_.state == Round.State.CLOSED
    return render(
        request,
        "map_it/words.html",
        {
            "round": round_,
            "to_read": words_to_read(round_) if ready else [],
            "released": released_words(round_),
            "may_read": may_read,
        },
    )


def _chosen(request: HttpRequest, verdict: str) -> list[int]:
    named = ((WORD.fullmatch(name), value) for name, value in request.POST.items())
    return [int(found[1]) for found, value in named if found and value == verdict]
