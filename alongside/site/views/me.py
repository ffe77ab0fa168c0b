"""My part: what one person is in each place, what they brought, and how to take it along."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from alongside.foundation.places.doors import for_account_holders


@require_safe
@for_account_holders
def me(request: HttpRequest) -> HttpResponse:
    """My memberships and what I answered."""
    return render(request, "site/me.html", {})
