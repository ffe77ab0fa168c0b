"""Where somebody goes once signed in."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.doors import for_account_holders
from alongside.foundation.places.models import Place


@require_safe
@for_account_holders
def after_sign_in(request: HttpRequest) -> HttpResponse:
    """To the one workspace there is, to a choice of several, or to my part."""
    actor = request.actor  # type: ignore[attr-defined]
    ways = [
        {"name": place.name, "url": url}
        for place in Place.objects.visible_to(actor)
        if (url := _workspace_of(place, actor))
    ]
    if not ways:
        return redirect("site:me")
    if len(ways) == 1:
        return redirect(ways[0]["url"])
    return render(request, "site/choose_place.html", {"ways": ways})


def _workspace_of(place: Place, actor: Actor) -> str:
    if actor.may("workspace.see", place.pk):
        return reverse("board:board", args=[place.slug])
    if actor.may("national.see_shared", place.pk):
        return reverse("national:picture", args=[place.slug])
    return ""
