"""The first page: what this is, how to start, and who is here."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.foundation.places.doors import open_to_everyone
from alongside.foundation.places.models import Place


@require_safe
@open_to_everyone
def home(request: HttpRequest) -> HttpResponse:
    """What Alongside is, and every partnership that has a public front."""
    places = Place.objects.partnerships().open_to_the_public().select_related("nation")
    return render(request, "site/home.html", {"partnerships": places})


@require_safe
@open_to_everyone
def about(request: HttpRequest) -> HttpResponse:
    """Where the questions come from, and who stands behind them."""
    return render(request, "site/about.html")
