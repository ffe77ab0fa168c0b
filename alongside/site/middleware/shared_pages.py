"""Pages that are the same for everybody, kept ready: above language, session and sign-in.

A view says so itself (`doors.same_for_everybody`). Kept is only what a visitor without any cookie
got, with no token in it. The key holds the content version: what history noted last. What is
published, moderated or changed is noted in its own transaction, so that no page outlives it and two
workers agree. After a minute a page is drawn anew anyway: the clock opens and closes things too, and
what comes in masses (bookings, comments of known people) is its own history and isn't noted there.
"""

from collections.abc import Callable
from typing import Any

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse
from django.urls import Resolver404, resolve
from django.utils.cache import get_conditional_response
from django.utils.crypto import salted_hmac

from alongside.foundation.history.queries import content_version

KEPT_SECONDS = 60
# What belongs to one request and not to the page.
OWN = frozenset({"x-request-id", "content-security-policy", "vary"})


class SharedPagesMiddleware:
    """Answers visitors without cookies from what is kept, as long as nothing changed."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.KEEP_NO_PAGES or not _is_shared(request):
            return self.get_response(request)
        shelf, key = caches["pages"], _key(request)
        kept = shelf.get(key)
        if kept is None:
            response = self.get_response(request)
            if not _may_be_kept(request, response):
                return response
            kept = response.content, dict(response.headers)
            shelf.set(key, kept, KEPT_SECONDS)
        return _answer(request, key, *kept)


def _is_shared(request: HttpRequest) -> bool:
    """Whether a visitor without cookies asks for a page of which a view says that it is shared."""
    if request.method not in {"GET", "HEAD"} or request.COOKIES:
        return False
    try:
        view = resolve(request.path_info).func
    except Resolver404:  # also what stands in another language: those pages are drawn each time
        return False
    return getattr(view, "is_shared", False)


def _key(request: HttpRequest) -> str:
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    path = f"{request.get_host()} {request.get_full_path()} {packed} {content_version()}"
    return salted_hmac("shared pages", path, algorithm="sha256").hexdigest()


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    return (
        request.method == "GET"
        and response.status_code == 200
        and not response.streaming
        and not response.cookies
        and "CSRF_COOKIE_NEEDS_UPDATE" not in request.META
    )


def _answer(
    request: HttpRequest, key: str, content: bytes, headers: dict[str, Any]
) -> HttpResponse:
    response = HttpResponse(content)
    for name, value in headers.items():
        if name.lower() not in OWN:
            response[name] = value
    response["Vary"] = "Accept-Encoding, Cookie"
    response["ETag"] = etag = f'"{key[:32]}"'
    response.setdefault("Cache-Control", "no-cache")
    return get_conditional_response(request, etag=etag, response=response) or response
