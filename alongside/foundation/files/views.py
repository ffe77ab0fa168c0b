"""Bring in services from a file. The pages themselves are in `flow`."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.files import flow
from alongside.foundation.files.services import SPEC
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("practice.import")
def upload(request: HttpRequest, place: Place) -> HttpResponse:
    """Choose a file of services."""
    return flow.upload_page(request, place, SPEC)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("practice.import")
def preview(request: HttpRequest, place: Place, staged: UUID) -> HttpResponse:
    """Look at what it would do, and confirm."""
    return flow.preview_page(request, place, SPEC, staged)


@require_safe
@in_workspace("practice.import")
def problems(request: HttpRequest, place: Place, staged: UUID) -> HttpResponse:
    """Take the problems away as a file."""
    return flow.problems_file(request, place, SPEC, staged)
