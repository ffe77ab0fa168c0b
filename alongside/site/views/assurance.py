"""Privacy and assurance: what is kept, why, for how long, and who answers for it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.foundation.places.doors import at_the_front, open_to_everyone
from alongside.foundation.places.models import Place


@require_safe
@open_to_everyone
def assurance(request: HttpRequest) -> HttpResponse:
    """For this installation."""
    return render(request, "site/assurance.html", {})


@require_safe
@at_the_front
def place_assurance(request: HttpRequest, place: Place) -> HttpResponse:
    """For one partnership."""
    return render(request, "site/assurance.html", {})
