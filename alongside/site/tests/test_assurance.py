import pytest
from django.apps import apps
from django.test import Client

from alongside.foundation.consent.data_map import data_map
from alongside.star.map_it.tests.answering import make_round
from tests.people import World


def test_every_table_stands_in_the_data_map_on_the_page(client: Client, db: None) -> None:
    html = client.get("/assurance/").content.decode()
    for model in apps.get_models(include_auto_created=True):
        assert f"<code>{model._meta.label}</code>" in html


def test_everything_kept_about_people_is_listed_with_its_time(client: Client, db: None) -> None:
    html = client.get("/assurance/").content.decode().split("The whole data map")[0]
    for rule in data_map().values():
        if rule.is_personal:
            assert rule.what.replace("'", "&#x27;") in html


def test_a_partnership_shows_its_own_activities_and_its_controller(
    client: Client, world: World
) -> None:
    make_round(world.strathmuir, world.home_care)
    html = client.get("/strathmuir/assurance/").content.decode()
    assert "See what is done together" in html
    assert "<strong>Strathmuir</strong> decides" in html
    assert "public task" in html
    assert "See what is done together" not in client.get("/glenbeg/assurance/").content.decode()


def test_what_is_still_being_prepared_is_told_to_nobody(client: Client, world: World) -> None:
    make_round(world.strathmuir, world.home_care, state="draft")
    html = client.get("/strathmuir/assurance/").content.decode()
    assert "See what is done together" not in html
    assert "How we work together" not in client.get("/strathmuir/").content.decode()


@pytest.mark.parametrize("path", ["/assurance/", "/strathmuir/assurance/"])
def test_the_page_tells_no_secret(client: Client, world: World, path: str) -> None:
    html = client.get(path).content.decode()
    for secret in ("ann@example.org", "Canary", "not-a-secret"):
        assert secret not in html
