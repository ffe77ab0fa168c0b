from urllib.parse import quote

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.foundation.consent.models import Activity
from alongside.foundation.consent.tests.activities import make_activity
from alongside.foundation.history.models import Event
from alongside.foundation.members.actions import code_of_link
from alongside.foundation.members.queries import living_link
from alongside.foundation.places.models import Place
from tests.people import World


@pytest.fixture
def activity(world: World) -> Activity:
    return make_activity(world.strathmuir)


def address(name: str, activity: Activity, place: str = "strathmuir") -> str:
    more = [] if name == "links" else [activity.public_id]
    return reverse(f"consent:{name}", args=[place, *more])


def test_the_lead_opens_a_link_and_prints_its_poster(
    client: Client, world: World, activity: Activity
) -> None:
    Place.objects.filter(pk=world.strathmuir.pk).update(
        contact_name="Moira Bain", contact_phone="01234 567 890"
    )
    client.force_login(world.cara.user)
    html = client.post(address("make-link", activity), follow=True).content.decode()
    link = living_link(world.strathmuir, activity.pk)
    assert f"127.0.0.1:8000/j/{code_of_link(link)}" in html
    assert "<svg" in html
    for needed in (
        "Strathmuir",
        "Our map of 2026",
        "Moira Bain",
        "01234 567 890",
        "fill it in with",
    ):
        assert needed in html
    assert "style=" not in html
    assert Event.objects.filter(verb="open_link").count() == 1


def test_closing_a_link_takes_its_poster_away(
    client: Client, world: World, activity: Activity
) -> None:
    client.force_login(world.cara.user)
    client.post(address("make-link", activity))
    client.post(address("close-link", activity))
    assert living_link(world.strathmuir, activity.pk) is None
    assert client.get(address("poster", activity))["Location"] == address("links", activity)


@pytest.mark.parametrize("name", ["links", "poster", "make-link", "close-link"])
def test_nobody_else_sees_or_opens_links(
    client: Client, world: World, activity: Activity, name: str
) -> None:
    method = "post" if name in ("make-link", "close-link") else "get"
    for who, expected in [("ann", 403), ("bo", 403), ("rona", 403), ("eve", 404), ("fay", 404)]:
        client.force_login(getattr(world, who).user)
        response = getattr(client, method)(address(name, activity))
        assert response.status_code == expected, who
    client.logout()
    visitor = getattr(client, method)(address(name, activity))
    assert visitor["Location"] == f"/accounts/login/?next={quote(address(name, activity))}"
    assert living_link(world.strathmuir, activity.pk) is None


def test_the_activity_of_another_partnership_is_not_found(
    client: Client, world: World, activity: Activity
) -> None:
    client.force_login(world.eve.user)
    assert client.post(address("make-link", activity, "glenbeg")).status_code == 404


def test_a_link_that_is_followed_changes_nothing(
    client: Client, world: World, activity: Activity
) -> None:
    client.force_login(world.cara.user)
    for name in ("make-link", "close-link"):
        assert client.get(address(name, activity)).status_code == 405


def test_an_empty_partnership_is_told_what_to_do(client: Client, world: World) -> None:
    client.force_login(world.eve.user)
    html = client.get(reverse("consent:links", args=["glenbeg"])).content.decode()
    assert "Nothing to invite people to yet" in html


def test_what_has_closed_stands_apart_and_gets_no_new_link(
    client: Client, world: World, activity: Activity
) -> None:
    make_activity(world.strathmuir, title="A closer look")
    client.force_login(world.cara.user)
    client.post(address("make-link", activity))
    Activity.objects.in_place(world.strathmuir).filter(pk=activity.pk).update(
        opened_at=timezone.now(), ended_at=timezone.now()
    )
    running, over = client.get(address("links", activity)).content.decode().split("Closed</h2>")
    assert "A closer look" in running
    assert "being prepared" in running
    assert "Our map of 2026" not in running
    assert "Close its link for good" in over
    assert "Poster and QR code" not in over
    assert client.get(address("poster", activity))["Location"] == address("links", activity)
    client.post(address("close-link", activity))
    assert client.post(address("make-link", activity)).status_code == 409
    assert living_link(world.strathmuir, activity.pk) is None
