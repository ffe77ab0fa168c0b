"""The page on which a national lead says yes or no."""

import pytest
from django.test import Client

from alongside.foundation.accounts.actions import open_account
from alongside.foundation.members.actors import actor_of_user
from alongside.foundation.places.models import Place
from alongside.star.map_it.actions.start import start_partnership
from alongside.star.map_it.tests.starting import beginning
from tests.people import World

PAGE = "/caldonia/national/new/"
YES = f"{PAGE}upper-nith/yes/"
NO = f"{PAGE}upper-nith/no/"


@pytest.fixture
def waiting(world: World, settings) -> Place:
    settings.NEW_PARTNERSHIPS = "approval"
    by = actor_of_user(open_account("gail@example.org"))
    return start_partnership(beginning(), by=by).place


@pytest.fixture
def fay(world: World) -> Client:
    client = Client()
    client.force_login(world.fay.user)
    return client


def test_everything_that_was_told_stands_there(fay: Client, waiting: Place) -> None:
    html = fay.get(PAGE).content.decode()
    for told in (
        "Upper Nith Partnership", "Cara Bell, gail@example.org", "Moira Bain, 01234 567 890",
        "Men&#x27;s shed", "/upper-nith/",
    ):  # fmt: skip
        assert told in html
    assert "1 waits for your yes" in fay.get("/caldonia/national/").content.decode()


def test_a_yes_with_one_press(fay: Client, waiting: Place) -> None:
    html = fay.post(YES, follow=True).content.decode()
    assert "Upper Nith Partnership can begin" in html
    assert "Nobody is waiting" in html
    waiting.refresh_from_db()
    assert waiting.is_admitted


def test_a_no_needs_its_reason(fay: Client, waiting: Place) -> None:
    assert fay.get(NO).status_code == 200
    assert fay.post(NO, {"reason": "no"}).status_code == 422
    assert fay.post(NO, {"reason": "Please join Strathmuir."})["Location"] == PAGE
    waiting.refresh_from_db()
    assert waiting.state == Place.State.LEFT
    assert fay.get(NO).status_code == 404


def test_who_can_start_is_the_nations_choice(fay: Client, world: World, settings) -> None:
    settings.NEW_PARTNERSHIPS = "approval"
    assert fay.get(PAGE).context["form"]["admission"].value() == "approval"
    fay.post(f"{PAGE}choose/", {"admission": "open"})
    assert fay.get(PAGE).context["form"]["admission"].value() == "open"
    fay.post(f"{PAGE}choose/", {"admission": "anything"})
    world.nation.refresh_from_db()
    assert world.nation.admission == "open"


def test_a_partnership_of_another_nation_is_not_found(fay: Client, waiting: Place) -> None:
    other = Place.objects.create(kind=Place.Kind.NATION, slug="elsewhere", name="Elsewhere")
    Place.objects.filter(pk=waiting.pk).update(nation=other)
    assert fay.post(YES).status_code == 404
    assert fay.get(NO).status_code == 404


def test_the_page_costs_the_same_for_any_number(
    fay: Client, waiting: Place, django_assert_max_num_queries
) -> None:
    for number in range(3):
        by = actor_of_user(open_account(f"{number}@example.org"))
        start_partnership(beginning(slug=f"nith-{number}"), by=by)
    with django_assert_max_num_queries(12):
        fay.get(PAGE)
