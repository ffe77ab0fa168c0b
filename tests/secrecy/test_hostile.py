"""Hostile words in every text field of every form: kept or refused, and never run anywhere."""

import csv
import io
import json
from collections.abc import Callable
from html import unescape
from xml.etree import ElementTree as ET

import openpyxl
import pytest
from django.core import mail
from django.db import transaction
from django.test import Client

from alongside.foundation.accounts.models import User
from tests.access.table import TABLE
from tests.asking import body_of
from tests.pages.walk import visitor_of
from tests.scene import Scene
from tests.secrecy.filling import forms_of, running_things

pytestmark = pytest.mark.django_db
CORPUS = {
    "script": "<script>alert(1)</script>\"' onmouseover=alert(1) x='",
    "formula": "=cmd|'/C calc'!A0",
    "right to left": "abc\N{RIGHT-TO-LEFT OVERRIDE}gpj.exe",
    "emoji": "\N{PILE OF POO}\N{FAMILY}e\N{COMBINING ACUTE ACCENT}",
    "database": "'; DROP TABLE places_place; --",
    "template": "{{ 191|add:7 }}{% now 'Y' %}%(n)s{words}",
    "nothing": "a\x00b",
    "header": "Hello\r\nBcc: everybody@example.org",
    "long": "x" * 10_000,
}
# Plain letters to any database: what matters is what pages and files make of them.
AS_PLAIN = {"script", "formula", "template"}
REFUSED = {CORPUS["nothing"], CORPUS["header"], CORPUS["long"]}
READABLE = [(row, who) for row in TABLE if (who := visitor_of(row)) is not None]
BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=name, marks=[pytest.mark.one_database] if name in AS_PLAIN else [])
        for name, text in CORPUS.items()
    ],
)
def test_hostile_words_are_kept_or_refused_and_never_run(
    text: str,
    scene: Scene,
    clients: dict[str, Client],
    django_capture_on_commit_callbacks: Callable,
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        sent, faults = send_everywhere(scene, clients, text)
    assert sent >= 20
    shown, wrong = read_everywhere(scene, clients, text)
    faults += wrong
    assert shown >= (0 if text in REFUSED else 12)  # they did get in
    known = {"somebody@example.org", *User.objects.values_list("email", flat=True)}
    faults += [
        f"mail: {message.subject!r}"
        for message in mail.outbox
        if "\n" in message.subject or set(message.recipients()) - known
    ]
    assert not faults, "\n".join(faults)


def send_everywhere(scene: Scene, clients: dict[str, Client], text: str) -> tuple[int, list[str]]:
    """Send every form that takes text, filled with it."""
    sent, faults = 0, []
    for row, who in READABLE:
        url = row.address(scene.strathmuir.names)
        response = clients[who].get(url)
        if not response.headers.get("Content-Type", "").startswith("text/html"):
            continue
        for form in forms_of(response.content.decode(), url, text):
            answer = post(clients[who], form.action, form.filled)
            sent += 1
            faults += [f"{row.label}: {fault}" for fault in answer]
    return sent, faults


def post(client: Client, url: str, filled: dict[str, str]) -> list[str]:
    """What goes wrong when a form is sent."""
    try:
        with transaction.atomic():
            response = client.post(url, filled)
    except Exception as error:  # noqa: BLE001 - whatever a visitor can provoke is a fault
        return [f"{type(error).__name__}: {str(error)[:200]}"]
    if response.status_code >= 500:
        return [f"answered {response.status_code}"]
    is_page = response.headers.get("Content-Type", "").startswith("text/html")
    return running_things(response.content.decode()) if is_page else []


def read_everywhere(scene: Scene, clients: dict[str, Client], text: str) -> tuple[int, list[str]]:
    """On how many pages the words stand, and what is wrong with any page, picture or file."""
    shown, faults = 0, []
    for row, who in READABLE:
        response = clients[who].get(row.address(scene.strathmuir.names))
        kind = response.headers.get("Content-Type", "")
        content = body_of(response)
        found = [f"{response.status_code}"] if response.status_code >= 500 else []
        for beginning, check in CHECKS.items():
            if kind.startswith(beginning):
                found += check(content)
        shown += text in unescape(content.decode(errors="replace"))
        faults += [f"{row.label}: {fault}" for fault in found]
    return shown, faults


def in_picture(content: bytes) -> list[str]:
    tree = ET.fromstring(content)
    return [element.tag for element in tree.iter() if element.tag.endswith("script")]


def in_comma_file(content: bytes) -> list[str]:
    rows = csv.reader(io.StringIO(content.decode("utf-8-sig")))
    cells = [cell for row in rows for cell in row]
    return [f"a formula: {cell[:40]}" for cell in cells if cell.startswith(BEGINS_A_FORMULA)]


def in_workbook(content: bytes) -> list[str]:
    book = openpyxl.load_workbook(io.BytesIO(content))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    return [f"a formula: {cell.value}" for cell in cells if cell.data_type == "f"]


def in_json(content: bytes) -> list[str]:
    json.loads(content)
    return []


CHECKS: dict[str, Callable[[bytes], list[str]]] = {
    "text/html": lambda content: running_things(content.decode()),
    "image/svg": in_picture,
    "text/csv": in_comma_file,
    "application/vnd.openxml": in_workbook,
    "application/json": in_json,
}
