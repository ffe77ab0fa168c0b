"""Ask for an address over HTTP and leave nothing behind."""

from typing import Any

from django.db import transaction
from django.http import HttpResponse
from django.test import Client


def ask(client: Client, method: str, url: str, data: dict[str, Any] | None = None) -> HttpResponse:
    """One request in a transaction that is rolled back, cookies included."""
    kept = client.cookies.copy()
    with transaction.atomic():
        response = getattr(client, method)(url, data or {})
        transaction.set_rollback(True)
    client.cookies = kept
    return response


def body_of(response: Any) -> bytes:
    """Everything that was sent, also where it was sent bit by bit."""
    return b"".join(response.streaming_content) if response.streaming else response.content
