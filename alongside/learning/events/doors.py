"""The door of an event's public pages: who may know of it comes in, for the rest it isn't there."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect

from alongside.foundation.gatherings.queries.lists import announced_at, booked_at, gathering_in
from alongside.foundation.places.doors import actor_of, in_workspace_at
from alongside.foundation.places.models import FormerSlug
from alongside.learning.events.device import held_on

View = Callable[..., HttpResponse]


def at_event(view: View) -> View:
    """Hand the view the announced event at the address; an old slug leads to the new one."""

    @wraps(view)
    def door(request: HttpRequest, place: str, event: str, **kwargs: Any) -> HttpResponse:
        by, held = actor_of(request), held_on(request)
        gathering = announced_at(by, place, event) or (
            booked_at(place, event, by=by, held=held) if held or by.seat_activity else None
        )
        if gathering is None:
            former = FormerSlug.objects.filter(slug=place).select_related("place").first()
            if former is None or announced_at(actor_of(request), former.place.slug, event) is None:
                raise Http404
            path = request.get_full_path().replace(f"/{place}/", f"/{former.place.slug}/", 1)
            return HttpResponsePermanentRedirect(path)
        request.place = gathering.place  # type: ignore[attr-defined]
        return view(request, gathering, **kwargs)

    door.permission = None  # type: ignore[attr-defined]
    return door


# Hands the view an event of the workspace, for those who prepare events there.
at_desk = in_workspace_at("gathering.run", named="event", find=gathering_in)
