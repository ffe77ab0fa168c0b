"""The first page: what this is, how to start, and who is here. And where the questions come from."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.foundation.places.doors import open_to_everyone, same_for_everybody
from alongside.foundation.places.models import Place
from alongside.foundation.places.squares import nation_maps
from alongside.foundation.places.vocabulary import Words, default_words, fill
from alongside.site.newest import newest
from alongside.site.views.front import four_doors
from alongside.star.framework.instrument import DEFAULT_VERSION, load_instrument

BESIDE = 5  # so few partnerships stand beside their map


@same_for_everybody
@require_safe
@open_to_everyone
def home(request: HttpRequest) -> HttpResponse:
    """What Alongside is, and every partnership that has a public front."""
    places = list(Place.objects.partnerships().open_to_the_public().select_related("nation"))
    partnerships = [
        {"name": place.name, "slug": place.slug, "facts": _facts(place)} for place in places
    ]
    maps = nation_maps(places, url_of=_front)
    is_narrow = len(maps) == 1 and maps[0].is_narrow and len(places) <= BESIDE
    context = {
        "partnerships": partnerships,
        "maps": maps,
        "is_narrow": is_narrow,
        "columns": 1 if is_narrow else 3,
        "doors": four_doors(default_words()),
        **newest(request.actor),  # type: ignore[attr-defined]
    }
    return render(request, "site/home.html", context)


def _front(slug: str) -> str:
    return reverse("site:front", args=[slug])


def _facts(place: Place) -> list[str]:
    facts = [place.nation.name] if place.nation else []
    return [*facts, _("invented example")] if place.is_example else facts


@same_for_everybody
@require_safe
@open_to_everyone
def about(request: HttpRequest) -> HttpResponse:
    """Where the questions come from, and who stands behind them."""
    return render(request, "site/about.html", _instrument_facts(default_words()))


def _instrument_facts(words: Words) -> dict[str, Any]:
    instrument = load_instrument(DEFAULT_VERSION)
    return {
        "facts": [
            instrument.text("name"),
            _("dated %(day)s") % {"day": date_format(instrument.dated, "DATE_FORMAT")},
        ],
        "label": instrument.text("label"),
        "independence": fill(instrument.text("independence"), words),
        "source": instrument.text("source"),
        "cos": [
            {"name": words[co.name], "definition": fill(co.text("definition"), words)}
            for co in instrument.cos
        ],
        "scale": [fill(level, words) for level in instrument.scale()],
        "digest": instrument.digest[:12],
    }
