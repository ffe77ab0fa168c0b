"""Where somebody goes once signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from alongside.foundation.places.doors import for_account_holders
from alongside.foundation.places.models import Place


@require_safe
@for_account_holders
def after_sign_in(request: HttpRequest) -> HttpResponse:
    """To the one workspace there is, to a choice of several, or to the first page."""
    actor = request.actor  # type: ignore[attr-defined]
    places = [
        place for place in Place.objects.visible_to(actor) if actor.may("workspace.see", place.pk)
    ]
    if not places:
        return redirect("site:me")
    if len(places) == 1:
        return redirect("board:board", place=places[0].slug)
    return render(request, "site/choose_place.html", {"places": places})
