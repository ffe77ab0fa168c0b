"""A partnership's public front: four doors, what is open now, and who to ring."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from alongside.foundation.initiatives.queries import public_counts
from alongside.foundation.places.doors import at_the_front, same_for_everybody
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words, fill, words_of
from alongside.site.activity_doors import open_activities
from alongside.site.newest import newest
from alongside.site.public_star import public_star

COS = ("commission", "design", "deliver", "assess")


@dataclass(frozen=True, slots=True)
class Door:
    """One of the four Co's in the place's words; it opens where there is something to read."""

    co: str
    name: str
    text: str
    url: str = ""
    facts: tuple[str, ...] = ()


@same_for_everybody
@require_safe
@at_the_front
def front(request: HttpRequest, place: Place) -> HttpResponse:
    """The page that everybody may see."""
    words = words_of(place)
    counts = public_counts(place)
    context = {
        "doors": four_doors(words, shown_at=place, counts=counts),
        "has_examples": bool(counts),
        "open_now": open_activities(place),
        "star": public_star(place, words),
        **newest(request.actor, place),  # type: ignore[attr-defined]
    }
    return render(request, "site/front.html", context)


def four_doors(
    words: Words, *, shown_at: Place | None = None, counts: Mapping[str, int] | None = None
) -> list[Door]:
    """Return the four Co's in the place's words, each with its sentence and what stands behind."""
    sentences = {
        "commission": _("What comes first, and where the money goes."),
        "design": _("What should work better, and how."),
        "deliver": _("Lend a hand, with people who know how."),
        "assess": _("Say how it really goes, and what changed."),
    }
    return [
        Door(co, words[f"{co}_name"], fill(sentences[co], words), *_behind(co, shown_at, counts))
        for co in COS
    ]


def _behind(
    co: str, place: Place | None, counts: Mapping[str, int] | None
) -> tuple[str, tuple[str, ...]]:
    """Where the door leads and how much stands there; nowhere, if there is nothing."""
    count = (counts or {}).get(co, 0)
    if place is None or not count:
        return "", ()
    told = ngettext("%(count)d example here", "%(count)d examples here", count) % {"count": count}
    return f"{reverse('activities:list', args=[place.slug])}?co={co}", (told,)
