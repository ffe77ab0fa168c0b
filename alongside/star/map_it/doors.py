"""The Explorer's door: the round in the address, as far as the visitor may know of it."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404, HttpRequest, HttpResponse

from alongside.foundation.places.doors import View, in_workspace
from alongside.foundation.places.models import Place
from alongside.foundation.prepared.reads import Given, prepared
from alongside.star.map_it.models import OnRecord, Round


@prepared
def _round_at() -> QuerySet[Round]:
    rounds = Round.objects.in_place(Given("place")).filter(slug=Given("slug"))
    named = OnRecord.objects.in_place(Given("place")).filter(
        response__activity=OuterRef("activity")
    )
    # Few maps have anybody who stands with a name: most pages needn't ask who.
    return rounds.select_related("activity").annotate(has_names=Exists(named))[:1]


def with_round(permission: str = "workspace.see") -> Callable[[View], View]:
    """Hand the view a `Round` of the place, for members with the permission."""

    def decorate(view: View) -> View:
        @in_workspace(permission)
        @wraps(view)
        def door(request: HttpRequest, place: Place, **kwargs: Any) -> HttpResponse:
            found = _round_at.first(place=place.pk, slug=kwargs.pop("round"))
            if found is None:
                raise Http404
            found.place = place
            return view(request, found, **kwargs)

        return door

    return decorate
