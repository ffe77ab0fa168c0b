"""Pictures in the sizes that pages show. Originals have no address."""

from pathlib import PurePosixPath

from django.core.files.storage import storages
from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from alongside.foundation.places.doors import open_to_everyone

KINDS = {".webp": "image/webp", ".jpg": "image/jpeg", ".png": "image/png"}
A_YEAR = "public, max-age=31536000, immutable"


@require_safe
@open_to_everyone
def picture(request: HttpRequest, name: str) -> HttpResponse:
    """One size of a picture. Its name changes when the picture does."""
    shelf, path = storages["pictures"], PurePosixPath(name)
    kind = KINDS.get(path.suffix)
    if path.parts[:1] != ("images",) or kind is None or not shelf.exists(name):
        raise Http404
    with shelf.open(name) as size:
        response = HttpResponse(size.read(), content_type=kind)
    response["Cache-Control"] = A_YEAR
    return response
