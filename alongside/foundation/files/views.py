"""Bring in services or wards from a file. The pages themselves are in `flow`."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_http_methods, require_safe

from alongside.foundation.files import flow
from alongside.foundation.files.services import SPEC
from alongside.foundation.files.wards import SPEC as WARDS
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


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("practice.import")
def upload_wards(request: HttpRequest, place: Place) -> HttpResponse:
    """Choose a file of wards."""
    return flow.upload_page(request, place, WARDS)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace("practice.import")
def preview_wards(request: HttpRequest, place: Place, staged: UUID) -> HttpResponse:
    """Look at what it would do, and confirm."""
    return flow.preview_page(request, place, WARDS, staged)


@require_safe
@in_workspace("practice.import")
def ward_problems(request: HttpRequest, place: Place, staged: UUID) -> HttpResponse:
    """Take the problems away as a file."""
    return flow.problems_file(request, place, WARDS, staged)
