"""What a public site owes its readers: how accessible it is, and who answers for what."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.foundation.places.doors import open_to_everyone, same_for_everybody


@same_for_everybody
@require_safe
@open_to_everyone
def accessibility(request: HttpRequest) -> HttpResponse:
    """What was tested how, and what is known not to work."""
    return render(request, "site/accessibility.html")


@same_for_everybody
@require_safe
@open_to_everyone
def legal(request: HttpRequest) -> HttpResponse:
    """Who answers for what is said here, and who may use it how."""
    return render(request, "site/legal.html")
