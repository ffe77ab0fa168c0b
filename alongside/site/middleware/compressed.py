"""Compress pages quickly: Django's level takes four times the CPU to save a seventh of the bytes."""

import gzip
import secrets

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.gzip import GZipMiddleware, re_accepts_gzip
from django.utils.cache import patch_vary_headers

LEVEL = 3
WORTHWHILE_BYTES = 200
MOST_RANDOM_BYTES = 100
HAS_NAME = 8  # the flag in the fourth byte of RFC 1952 that says a file's name follows


class CompressedMiddleware(GZipMiddleware):
    """Compresses whole pages for those who accept it. Streams and the rest go Django's way."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        if (
            not isinstance(response, HttpResponse)
            or response.has_header("Content-Encoding")
            or len(response.content) < WORTHWHILE_BYTES
        ):
            return super().process_response(request, response)
        patch_vary_headers(response, ("Accept-Encoding",))
        if re_accepts_gzip.search(request.headers.get("Accept-Encoding", "")):
            _compress(response)
        return response


def _compress(response: HttpResponse) -> None:
    small = compressed(response.content)
    if len(small) >= len(response.content):
        return
    response.content = small
    response.headers["Content-Length"] = str(len(small))
    response.headers["Content-Encoding"] = "gzip"
    if (etag := response.headers.get("ETag", "")).startswith('"'):
        response.headers["ETag"] = f"W/{etag}"


def compressed(content: bytes) -> bytes:
    """Compress, with a name of random length inside.

    The length of a page must tell nothing of what is secret in it (the attack called BREACH).
    """
    plain = gzip.compress(content, LEVEL, mtime=0)
    name = b"a" * secrets.randbelow(MOST_RANDOM_BYTES) + b"\0"
    return plain[:3] + bytes([plain[3] | HAS_NAME]) + plain[4:10] + name + plain[10:]
