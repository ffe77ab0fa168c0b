"""The doors of a matrix in the workspace."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache

from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place
from alongside.star.focus_it.queries.matrices import find_matrix

View = Callable[..., HttpResponse]


def with_matrix(permission: str = "workspace.see") -> Callable[[View], View]:
    """Let members with the permission in; the view is called as `view(request, matrix, ...)`."""

    def decorate(view: View) -> View:
        @never_cache
        @in_workspace(permission)
        @wraps(view)
        def door(request: HttpRequest, place: Place, slug: str, **kwargs: Any) -> HttpResponse:
            matrix = find_matrix(place, slug)
            if matrix is None:
                raise Http404
            return view(request, matrix, **kwargs)

        return door

    return decorate
