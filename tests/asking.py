"""Ask for an address over HTTP and leave nothing behind."""

import re
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


def hidden(page: Any, name: str) -> str:
    """The value of a hidden field on a page."""
    found = re.search(rf'name="{name}" value="([^"]*)"', page.content.decode())
    assert found, f"the page has no hidden field {name}"
    return found[1]
