"""What screens and phones in a room are answered, who ask every few seconds."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified, JsonResponse


def if_changed(request: HttpRequest, etag: str, told: dict[str, Any]) -> HttpResponse:
    """Return what is told under this tag; nothing to whoever has it already."""
    reply: HttpResponse
    if request.headers.get("If-None-Match") == etag:
        reply = HttpResponseNotModified()
    else:
        reply = JsonResponse(told)
    reply["ETag"] = etag
    return reply
