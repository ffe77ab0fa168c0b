"""The doors of a case, and of the national team's pages about cases."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from alongside.foundation.places.doors import in_workspace, in_workspace_at
from alongside.foundation.places.models import Place
from alongside.learning.case_studies.queries.writing import case_at, case_sent_to

View = Callable[..., HttpResponse]


def with_case(permission: str = "case.write") -> Callable[[View], View]:
    """Let members with the permission in; the view is called as `view(request, case, ...)`."""
    to_case = in_workspace_at(permission, named="case", find=case_at)
    return lambda view: never_cache(to_case(view))


def in_nation(permission: str) -> Callable[[View], View]:
    """Let the national team in, to a nation; the view is called as `view(request, nation, ...)`."""

    def decorate(view: View) -> View:
        @never_cache
        @in_workspace(permission)
        @wraps(view)
        def door(request: HttpRequest, place: Place, **kwargs: Any) -> HttpResponse:
            if place.kind != Place.Kind.NATION:
                raise Http404
            return view(request, place, **kwargs)

        return door

    return decorate


def with_sent_case(view: View) -> View:
    """The same to one case that was sent in; the view is called as `view(request, case, ...)`."""

    @in_nation("practice.publish")
    @wraps(view)
    def door(
        request: HttpRequest, nation: Place, partnership: str, case: str, **kwargs: Any
    ) -> HttpResponse:
        found = case_sent_to(nation, partnership, case)
        if found is None:
            raise Http404
        return view(request, found, **kwargs)

    return door
