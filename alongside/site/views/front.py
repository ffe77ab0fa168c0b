"""A partnership's public front: four doors, what is open now, and who to ring."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.foundation.places.doors import at_the_front
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words, fill, words_of
from alongside.site.activity_doors import open_activities
from alongside.site.public_star import public_star

COS = ("commission", "design", "deliver", "assess")


@require_safe
@at_the_front
def front(request: HttpRequest, place: Place) -> HttpResponse:
    """The page that everybody may see."""
    words = words_of(place)
    context = {
        "doors": four_doors(words),
        "open_now": open_activities(place),
        "star": public_star(place, words),
    }
    return render(request, "site/front.html", context)


def four_doors(words: Words) -> list[dict[str, str]]:
    """Return the four Co's in the place's words, each with the sentence behind its door."""
    sentences = {
        "commission": _("What comes first, and where the money goes."),
        "design": _("What should work better, and how."),
        "deliver": _("Lend a hand, with people who know how."),
        "assess": _("Say how it really goes, and what changed."),
    }
    return [
        {"co": co, "name": words[f"{co}_name"], "text": fill(sentences[co], words)} for co in COS
    ]
