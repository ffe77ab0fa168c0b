"""A partnership's public front: four doors, what is open now, and who to ring."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.foundation.places.doors import at_the_front
from alongside.foundation.places.models import Place


@require_safe
@at_the_front
def front(request: HttpRequest, place: Place) -> HttpResponse:
    """The page that everybody may see."""
    return render(request, "site/front.html", {})
