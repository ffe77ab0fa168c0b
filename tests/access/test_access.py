"""The access table, tried over HTTP: every address, every visitor, reading and sending."""

import re
import uuid

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import NoReverseMatch

from alongside.foundation.members.actions import start_visit
from tests.access.routes import all_routes
from tests.access.row import Row
from tests.access.table import TABLE
from tests.asking import ask, body_of
from tests.scene import Scene
from tests.visitors import VISITORS, client_of

pytestmark = pytest.mark.django_db
PLACED = [row for row in TABLE if "place" in row.at.split()]
THINGS = [row for row in PLACED if len(row.at.split()) > 1]


def by_label(rows: list[Row] | tuple[Row, ...]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("row", rows, ids=[row.label for row in rows])


def answer_of(response: HttpResponse) -> str:
    """The response in the words of the table."""
    if response.status_code in {301, 302, 303}:
        return "in" if response["Location"].startswith("/accounts/login/") else "ok"
    known = {403: "no", 404: "404", 405: "405"}
    # A form that says what is missing, or a thing that isn't in a state for it, let us through.
    return known.get(response.status_code, "ok" if response.status_code < 500 else "broken")


@by_label(TABLE)
@pytest.mark.parametrize("method", ["get", "post"])
def test_each_visitor_gets_what_the_table_says(
    row: Row, method: str, scene: Scene, clients: dict[str, Client]
) -> None:
    url = row.address(scene.strathmuir.names)
    found = {who: answer_of(ask(clients[who], method, url)) for who in VISITORS}
    expected = getattr(row, method)
    assert {who: found[who] for who in found if found[who] != expected[who]} == {}, expected


@by_label(PLACED)
def test_another_partnership_looks_as_if_it_did_not_exist(
    row: Row, scene: Scene, clients: dict[str, Client]
) -> None:
    """Eve asks for Strathmuir's page, then for that of a place that nobody has heard of."""
    ours = row.arguments(scene.strathmuir.names)
    for method in ("get", "post"):
        answers = getattr(row, method)
        if answers["Eve"] == "404" and answers["Nobody"] == "in":
            there = ask(clients["Eve"], method, row.address_of(ours))
            nowhere = ask(clients["Eve"], method, row.address_of({**ours, "place": "nowhere"}))
            assert told(there) == told(nowhere)


@by_label(THINGS)
def test_a_thing_of_another_partnership_is_not_found_under_ones_own(
    row: Row, scene: Scene, clients: dict[str, Client]
) -> None:
    """Cara puts the name of something of Glenbeg's into an address of Strathmuir's."""
    ours = row.arguments(scene.strathmuir.names)
    theirs = row.arguments(scene.glenbeg.names)
    foreign = {**theirs, "place": ours["place"]}
    if foreign == ours:
        pytest.skip("nothing in this address belongs to anybody")
    for method in ("get", "post"):
        if getattr(row, method)["Cara"] == "ok":
            response = ask(clients["Cara"], method, row.address_of(foreign))
            absent = ask(clients["Cara"], method, address_of_nothing(row, ours, theirs))
            assert response.status_code == 404
            assert told(response) == told(absent)


def address_of_nothing(row: Row, ours: dict[str, str], theirs: dict[str, str]) -> str:
    """The same address with names that nothing has, in whatever form the route accepts."""
    foreign = [key for key in ours if key != "place" and ours[key] != theirs[key]]
    for nothing in (str(uuid.uuid4()), "999999", "nothing-at-all"):
        try:
            return row.address_of({**ours, **dict.fromkeys(foreign, nothing)})
        except NoReverseMatch:
            continue
    raise AssertionError(row.label)


def told(response: HttpResponse) -> tuple[int, str]:
    """What a visitor learns from a response: everything but the number of the request."""
    body = body_of(response).decode()
    body = body.replace(response.headers.get("X-Request-ID", "no number"), "")
    return response.status_code, re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", body)


def test_on_a_visit_the_associate_reads_as_a_viewer_does_and_sends_nothing(scene: Scene) -> None:
    start_visit(scene.world.strathmuir, reason="To learn from it", by=scene.gil.actor)
    gil = client_of(scene, "Gil")
    behind_the_door = [
        row for row in PLACED if row.get["Nobody"] == "in" or row.post["Ann"] == "no"
    ]
    # Answers on the record were promised to members only, and a visitor isn't one.
    members_only = {"map_it:record"}
    wrong = {}
    for row in behind_the_door:
        url = row.address(scene.strathmuir.names)
        read, sent = (answer_of(ask(gil, method, url)) for method in ("get", "post"))
        expected = "404" if row.name in members_only else row.get["Vera"]
        if read != expected or sent == "ok":
            wrong[row.label] = (read, sent)
    assert not wrong


def test_every_route_is_in_the_table() -> None:
    missing = sorted(set(all_routes()) - {row.name for row in TABLE})
    assert not missing, "Say in tests/access/table.py who may come to: " + ", ".join(missing)


def test_every_line_of_the_table_leads_to_a_route() -> None:
    gone = sorted({row.name for row in TABLE} - set(all_routes()))
    assert not gone, "These routes are gone; take them out of the table: " + ", ".join(gone)


def test_every_line_names_what_its_route_asks_for() -> None:
    routes = all_routes()
    wrong = [
        row.label
        for row in TABLE
        if row.name in routes and set(row.arguments({})) != routes[row.name]
    ]
    assert not wrong


def test_no_line_stands_twice() -> None:
    labels = [row.label for row in TABLE]
    assert len(set(labels)) == len(labels)
