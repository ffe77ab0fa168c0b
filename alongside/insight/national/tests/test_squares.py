"""The national team arranges the map on a page, and everybody sees it on the first one."""

from django.test import Client

from alongside.foundation.places.models import Place
from tests.people import World

PAGE = "/caldonia/national/map/"


def test_what_is_typed_stands_on_the_first_page(world: World, client: Client) -> None:
    client.force_login(world.fay.user)
    typed = {
        "row-strathmuir": "2",
        "column-strathmuir": "3",
        "row-glenbeg": "",
        "column-glenbeg": "",
    }
    assert client.post(PAGE, typed).status_code == 302
    world.strathmuir.refresh_from_db()
    assert (world.strathmuir.map_row, world.strathmuir.map_column) == (2, 3)
    home = Client().get("/").text
    assert 'href="/strathmuir/" aria-label="Strathmuir"' in home
    assert "row 1, column 1" in home


def test_mistakes_are_told_by_name_and_nothing_is_kept(world: World, client: Client) -> None:
    client.force_login(world.fay.user)
    same = {
        "row-strathmuir": "1",
        "column-strathmuir": "1",
        "row-glenbeg": "1",
        "column-glenbeg": "1",
    }
    page = client.post(PAGE, same)
    assert page.status_code == 422
    assert "Strathmuir: Glenbeg stands on this square already." in page.text
    half = {"row-strathmuir": "1", "column-strathmuir": ""}
    assert "Strathmuir: give row and column, or neither." in client.post(PAGE, half).text
    assert "from 1 to 12" in client.post(PAGE, {**same, "row-glenbeg": "99"}).text
    assert not Place.objects.exclude(map_row=None).exists()
