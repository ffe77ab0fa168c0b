"""The frame around every page."""

import re

from django.test import Client

from alongside.foundation.accounts.actions import open_account
from tests.people import World


def marked(page: bytes) -> list[tuple[str, str]]:
    """The links of the menu that are marked, each once."""
    links = re.findall(r'href="([^"]+)" aria-current="(\w+)"', page.decode())
    return list(dict.fromkeys(links))


def test_the_menu_marks_this_page_or_the_part_that_holds_it(client: Client, world: World) -> None:
    client.force_login(world.cara.user)

    assert marked(client.get("/strathmuir/").content) == [("/strathmuir/", "page")]
    assert marked(client.get("/strathmuir/workspace/").content) == [
        ("/strathmuir/workspace/", "page")
    ]
    assert marked(client.get("/strathmuir/workspace/map/").content) == [
        ("/strathmuir/workspace/", "true")
    ]
    assert marked(client.get("/strathmuir/activities/").content) == []
    assert marked(Client().get("/strathmuir/activities/").content) == [("/strathmuir/", "true")]
    assert marked(client.get("/me/").content) == [("/me/", "page")]
    assert marked(client.get("/").content) == []
    assert marked(client.get("/learn/blog/").content) == [("/learn/", "true")]


def menu(client: Client, path: str) -> str:
    return client.get(path).content.decode().split("<main")[0]


def test_pages_of_no_place_lead_back_to_where_somebody_works(client: Client, world: World) -> None:
    assert "/sign-in/" not in menu(client, "/")
    client.force_login(world.cara.user)
    for path in ("/", "/me/", "/roles/", "/accounts/email/"):
        html = menu(client, path)
        assert re.search(r'href="/sign-in/"[^>]*>\s*Workspace', html), path
    assert client.get("/sign-in/")["Location"] == "/strathmuir/workspace/"
    client.force_login(world.fay.user)
    assert re.search(r'href="/sign-in/"[^>]*>\s*National picture', menu(client, "/"))


def test_whoever_works_nowhere_is_led_nowhere(client: Client, world: World) -> None:
    client.force_login(open_account("nia@example.org"))
    assert "/sign-in/" not in menu(client, "/")
