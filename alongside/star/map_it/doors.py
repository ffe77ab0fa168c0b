"""The Explorer's door: the round in the address, as far as the visitor may know of it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from alongside.foundation.places.doors import View, in_workspace
from alongside.foundation.places.models import Place
from alongside.star.map_it.models import Round


def with_round(permission: str = "workspace.see") -> Callable[[View], View]:
    """Hand the view a `Round` of the place, for members with the permission."""

    def decorate(view: View) -> View:
        @in_workspace(permission)
        @wraps(view)
        def door(request: HttpRequest, place: Place, **kwargs: Any) -> HttpResponse:
            slug = kwargs.pop("round")
            rounds = Round.objects.visible_to(request.actor).filter(place=place)  # type: ignore[attr-defined]
            found = get_object_or_404(rounds.select_related("activity"), slug=slug)
            found.place = place
            return view(request, found, **kwargs)

        return door

    return decorate
