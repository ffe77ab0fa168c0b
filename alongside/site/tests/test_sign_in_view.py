import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.members.models import Membership, Person
from tests.people import World

PAGE = "/sign-in/"


@pytest.mark.parametrize(
    ("who", "where"),
    [
        ("cara", "/strathmuir/workspace/"),
        ("ann", "/strathmuir/workspace/"),
        ("eve", "/glenbeg/workspace/"),
        ("fay", "/caldonia/national/"),
    ],
)
def test_everybody_comes_to_their_own_place(
    client: Client, world: World, who: str, where: str
) -> None:
    client.force_login(getattr(world, who).user)
    assert client.get(PAGE)["Location"] == where


def test_somebody_in_two_places_chooses(client: Client, world: World) -> None:
    person = Person.objects.create(place=world.glenbeg, user=world.cara.user, name="Cara")
    Membership.objects.create(place=world.glenbeg, person=person, role="viewer")
    client.force_login(world.cara.user)
    html = client.get(PAGE).content.decode()
    assert 'href="/strathmuir/workspace/"' in html
    assert 'href="/glenbeg/workspace/"' in html


def test_somebody_without_a_place_comes_to_my_part(client: Client, world: World) -> None:
    Membership.objects.in_place(world.strathmuir).filter(person=world.bo.person).delete()
    client.force_login(world.bo.user)
    assert client.get(PAGE)["Location"] == reverse("site:me")


def test_a_visitor_signs_in_first(client: Client, db: None) -> None:
    assert client.get(PAGE)["Location"] == "/accounts/login/?next=/sign-in/"
