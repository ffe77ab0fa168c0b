"""What a phone sends by itself: a batch, by the token in the page and no cookie."""

import json
import uuid
from typing import Any

import pytest
from django.test import Client

from alongside.foundation.responses.page_token import page_token
from alongside.star.focus_it.models import Matrix, Rating
from alongside.star.focus_it.queries.matrices import items_of
from tests.matrices import asking, guest
from tests.people import World

SEND = "/strathmuir/rate/first/send/"


@pytest.fixture
def matrix(world: World) -> Matrix:
    return asking(world.strathmuir, by=world.cara.actor)


@pytest.fixture
def page(matrix: Matrix) -> str:
    _by, response = guest(matrix)
    return page_token(response, response.participant.seat)


def row(matrix: Matrix, number: int = 0, **scores: Any) -> dict[str, Any]:
    item = items_of(matrix)[number]
    return {
        "item": item.pk, "version": 1, "turn": 1, "scores": scores,
        "key": str(uuid.uuid4()), "at": "2026-11-23T10:00:00Z",
    }  # fmt: skip


def send(client: Client, page: str, *rows: dict[str, Any]) -> Any:
    body = json.dumps({"page": page, "ratings": rows})
    return client.post(SEND, body, content_type="application/json")


def test_what_was_gathered_offline_is_kept_at_once(
    client: Client, matrix: Matrix, page: str
) -> None:
    rows = [row(matrix, number, impact=4, effort=2) for number in range(4)]
    reply = send(client, page, *rows)
    assert set(reply.json()["kept"].values()) == {"counted"}
    assert reply.json()["wait"] == 4
    assert Rating.objects.in_place(matrix.place).count() == 4


def test_sent_again_it_counts_once(client: Client, matrix: Matrix, page: str) -> None:
    one = row(matrix, impact=4)
    send(client, page, one)
    assert send(client, page, one).json()["kept"] == {one["key"]: "repeated"}
    assert Rating.objects.in_place(matrix.place).count() == 1


def test_no_token_no_rating(client: Client, matrix: Matrix, page: str) -> None:
    for token in ("", "nonsense", page[:-2] + "xx"):
        assert send(client, token, row(matrix, impact=4)).status_code == 403
    assert not Rating.objects.in_place(matrix.place).exists()


def test_another_site_sends_nothing(client: Client, matrix: Matrix, page: str) -> None:
    body = json.dumps({"page": page, "ratings": [row(matrix, impact=4)]})
    reply = client.post(
        SEND, body, content_type="application/json", headers={"Origin": "https://elsewhere.example"}
    )
    assert reply.status_code == 403


@pytest.mark.parametrize(
    "body",
    [
        b"", b"null", b"[]", b"{}", b"\xff", b'{"page": "x"}', b'{"page": "x", "ratings": 3}',
        b'{"page": "x", "ratings": [{"item": 1e999}]}', b'{"page": "x", "ratings": [7]}',
        b'{"page": "x", "ratings": [{"item": 1, "version": 1, "turn": 1, "scores": [1], "key": "k"}]}',
        b"[" * 100_000, b"x" * 300_000,
    ],
)  # fmt: skip
def test_what_is_no_batch_is_refused_in_words(client: Client, matrix: Matrix, body: bytes) -> None:
    reply = client.post(SEND, body, content_type="application/json")
    assert reply.status_code == 400
    assert reply.json()["words"]


@pytest.mark.parametrize("score", [0, 6, -1, 2.5, "3", True, None, 10**30, [3]])
def test_a_score_off_the_scale_is_refused_by_itself(
    client: Client, matrix: Matrix, page: str, score: object
) -> None:
    bad, good = row(matrix, impact=score), row(matrix, 1, impact=3)
    kept = send(client, page, bad, good).json()["kept"]
    assert kept == {bad["key"]: "refused", good["key"]: "counted"}


def test_a_batch_asks_the_database_little(
    client: Client, matrix: Matrix, page: str, django_assert_max_num_queries: Any
) -> None:
    send(client, page, row(matrix, impact=4))
    rows = [row(matrix, number, impact=4, effort=2) for number in range(4)]
    with django_assert_max_num_queries(12):
        send(client, page, *rows)
