"""The doors of a matrix in the workspace."""

from collections.abc import Callable

from django.http import HttpResponse
from django.views.decorators.cache import never_cache

from alongside.foundation.places.doors import in_workspace_at
from alongside.star.focus_it.queries.matrices import find_matrix

View = Callable[..., HttpResponse]


def with_matrix(permission: str = "workspace.see") -> Callable[[View], View]:
    """Let members with the permission in; the view is called as `view(request, matrix, ...)`."""
    to_matrix = in_workspace_at(permission, named="slug", find=find_matrix)
    return lambda view: never_cache(to_matrix(view))
