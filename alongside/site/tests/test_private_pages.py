"""Nothing that was shown to one person is kept by a browser that others use, or on the way."""

import pytest
from django.test import Client

from alongside.foundation.consent.models import Activity
from alongside.foundation.members.seats import take_seat
from alongside.star.map_it.tests.answered_round import opened_round
from tests.people import PASSWORD, World

PAGES = ("/me/", "/strathmuir/workspace/", "/strathmuir/workspace/members/", "/strathmuir/")


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_somebody_signed_in_is_kept_nowhere(
    page: str, world: World, client: Client
) -> None:
    client.force_login(world.cara.user)
    assert "no-store" in client.get(page)["Cache-Control"]


def test_a_refusal_is_kept_nowhere_either(world: World, client: Client) -> None:
    client.force_login(world.ann.user)
    response = client.get("/strathmuir/workspace/members/")
    assert response.status_code == 403
    assert "no-store" in response["Cache-Control"]


def test_a_guests_page_is_kept_nowhere(world: World, client: Client) -> None:
    activity: Activity = opened_round(world).activity
    _seat, cookie, _words = take_seat(
        world.strathmuir, activity_id=activity.pk, group="resident", group_confirmed=True
    )
    client.cookies["seat"] = cookie
    assert "no-store" in client.get("/me/")["Cache-Control"]


def test_signing_in_is_kept_nowhere(world: World, client: Client) -> None:
    form = {"login": "cara@example.org", "password": PASSWORD}
    response = client.post("/accounts/login/", form)
    assert response.status_code == 302
    assert "no-store" in response["Cache-Control"]


def test_a_page_for_everyone_may_be_kept(world: World, client: Client) -> None:
    assert "no-store" not in client.get("/strathmuir/").headers.get("Cache-Control", "")
