"""Pages travel compressed, and their length tells nothing of what is in them."""

import gzip
from random import Random

import pytest
from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.test import Client, RequestFactory

from alongside.site.middleware.compressed import CompressedMiddleware, compressed
from tests.people import World

LONG = b"All together now. " * 40


def sent(response: HttpResponseBase, accepts: str = "gzip, br") -> HttpResponseBase:
    def answer(_request: HttpRequest) -> HttpResponseBase:
        return response

    return CompressedMiddleware(answer)(
        RequestFactory(headers={"accept-encoding": accepts}).get("/")
    )


def test_a_page_is_compressed_for_who_accepts_it(client: Client, world: World) -> None:
    plain = client.get("/strathmuir/").content
    small = client.get("/strathmuir/", headers={"accept-encoding": "gzip"})
    assert gzip.decompress(small.content).replace(b"\n", b"")[:60] == plain.replace(b"\n", b"")[:60]
    assert small["Content-Encoding"] == "gzip"
    assert small["Content-Length"] == str(len(small.content))
    assert "Accept-Encoding" in small["Vary"]
    assert len(small.content) < len(plain) / 2


@pytest.mark.parametrize(
    ("response", "accepts"),
    [
        (HttpResponse(LONG), "br"),
        (HttpResponse(b"short"), "gzip"),
        (HttpResponse(LONG, headers={"Content-Encoding": "br"}), "gzip"),
        (HttpResponse(Random(1).randbytes(4000)), "gzip"),
    ],
)
def test_what_gains_nothing_goes_as_it_is(response: HttpResponse, accepts: str) -> None:
    before = response.content
    found = sent(response, accepts)
    assert found.content == before
    assert found.headers.get("Content-Encoding", "br") == "br"


def test_a_stream_is_compressed_on_its_way() -> None:
    stream = sent(StreamingHttpResponse([LONG, LONG]))
    assert gzip.decompress(b"".join(stream)) == LONG * 2


def test_a_strong_etag_becomes_a_weak_one() -> None:
    assert sent(HttpResponse(LONG, headers={"ETag": '"v1"'}))["ETag"] == 'W/"v1"'


def test_the_same_page_never_has_one_length_only() -> None:
    lengths = {len(compressed(LONG)) for _ in range(40)}
    assert len(lengths) > 5
    assert gzip.decompress(compressed(LONG)) == LONG
