"""The frame around every page."""

import re

from django.test import Client

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
    assert marked(client.get("/strathmuir/activities/").content) == [("/strathmuir/", "true")]
    assert marked(client.get("/me/").content) == [("/me/", "page")]
    assert marked(client.get("/").content) == []
