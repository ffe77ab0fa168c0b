from urllib.parse import quote

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse

from alongside.foundation.members.actions import invite_person
from alongside.foundation.members.models import Invitation, Membership
from alongside.foundation.members.roles import PERMISSIONS, ROLES
from alongside.foundation.places.actions import choose_term
from alongside.foundation.places.vocabulary import default_words
from tests.people import World

INVITE = {"email": "nia@example.org", "name": "Nia", "role": "contributor", "group": "staff"}


@pytest.fixture
def addresses(world: World) -> dict[str, str]:
    place = world.strathmuir.slug
    invitation = invite_person(
        world.strathmuir, email="x@example.org", role="viewer", group="", by=world.cara.actor
    )
    hat = Membership.objects.in_place(world.strathmuir).get(person=world.bo.person)
    return {
        "list": reverse("members:list", args=[place]),
        "invite": reverse("members:invite", args=[place]),
        "send": reverse("members:send", args=[place, invitation.pk]),
        "withdraw": reverse("members:withdraw", args=[place, invitation.pk]),
        "end": reverse("members:end", args=[place, hat.pk]),
    }


PAGES = ["list", "invite", "end"]
POSTS = ["invite", "send", "withdraw", "end"]
WHO_SEES = {"list": {"cara", "rona"}, "invite": {"cara"}, "end": {"cara"}}


@pytest.mark.parametrize("page", PAGES)
@pytest.mark.parametrize("who", ["ann", "bo", "cara", "dev", "rona"])
def test_members_see_what_their_role_opens(
    client: Client, world: World, addresses: dict[str, str], page: str, who: str
) -> None:
    client.force_login(getattr(world, who).user)
    expected = 200 if who in WHO_SEES[page] else 403
    assert client.get(addresses[page]).status_code == expected


@pytest.mark.parametrize("who", ["ann", "bo", "dev", "rona"])
@pytest.mark.parametrize("page", POSTS)
def test_no_other_role_changes_anything(
    client: Client, world: World, addresses: dict[str, str], page: str, who: str
) -> None:
    client.force_login(getattr(world, who).user)
    assert client.post(addresses[page], INVITE).status_code == 403
    assert Invitation.objects.in_place(world.strathmuir).filter(withdrawn_at=None).count() == 1
    assert Membership.objects.in_place(world.strathmuir).filter(until_on=None).count() == 5


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("page", ["list", *POSTS])
def test_a_stranger_finds_nothing(
    client: Client, world: World, addresses: dict[str, str], page: str, method: str
) -> None:
    if (page, method) in {("list", "post"), ("send", "get"), ("withdraw", "get")}:
        return
    for somebody in (world.eve, world.fay):
        client.force_login(somebody.user)
        assert getattr(client, method)(addresses[page]).status_code == 404


@pytest.mark.parametrize("page", PAGES)
def test_a_visitor_signs_in_first(client: Client, addresses: dict[str, str], page: str) -> None:
    response = client.get(addresses[page])
    assert response["Location"] == f"/accounts/login/?next={quote(addresses[page])}"


@pytest.mark.parametrize("page", ["send", "withdraw"])
def test_a_link_that_is_followed_changes_nothing(
    client: Client, world: World, addresses: dict[str, str], page: str
) -> None:
    client.force_login(world.cara.user)
    assert client.get(addresses[page]).status_code == 405


def test_the_invitation_of_another_partnership_is_not_found(
    client: Client, world: World, addresses: dict[str, str]
) -> None:
    client.force_login(world.eve.user)
    number = addresses["withdraw"].split("/")[-3]
    elsewhere = reverse("members:withdraw", args=[world.glenbeg.slug, number])
    assert client.post(elsewhere).status_code == 404


def test_the_lead_invites_by_e_mail(
    client: Client, world: World, django_capture_on_commit_callbacks
) -> None:
    client.force_login(world.cara.user)
    with django_capture_on_commit_callbacks(execute=True):
        response = client.post(reverse("members:invite", args=["strathmuir"]), INVITE, follow=True)
    assert "The invitation is on its way to nia@example.org." in response.content.decode()
    assert mail.outbox[0].to == ["nia@example.org"]
    assert "Nia" in response.content.decode()


def test_what_was_typed_is_kept_beside_the_error(client: Client, world: World) -> None:
    client.force_login(world.cara.user)
    typed = {**INVITE, "email": "no address"}
    html = client.post(reverse("members:invite", args=["strathmuir"]), typed).content.decode()
    assert "Enter an email address, such as name@example.org" in html
    assert 'value="no address"' in html
    assert not Invitation.objects.in_place(world.strathmuir).exists()


def test_whose_view_somebody_brings_has_to_be_said(client: Client, world: World) -> None:
    client.force_login(world.cara.user)
    page = reverse("members:invite", args=["strathmuir"])
    silent = {key: value for key, value in INVITE.items() if key != "group"}
    html = client.post(page, silent).content.decode()
    assert "Choose whose view they bring, or none" in html
    client.post(page, {**silent, "group": "none", "resident_kind": "uses"})
    invitation = Invitation.objects.in_place(world.strathmuir).get()
    assert (invitation.group, invitation.resident_kind) == ("", "")


def test_the_co_lead_sees_members_without_their_addresses(client: Client, world: World) -> None:
    client.force_login(world.rona.user)
    html = client.get(reverse("members:list", args=["strathmuir"])).content.decode()
    assert "Bo" in html
    assert "bo@example.org" not in html
    assert "Canary" not in html


def test_a_person_with_two_hats_stands_once_with_both(client: Client, world: World) -> None:
    Membership.objects.create(
        place=world.strathmuir, person=world.bo.person, role="facilitator", group=""
    )
    client.force_login(world.cara.user)
    html = client.get(reverse("members:list", args=["strathmuir"])).content.decode()
    assert html.count("bo@example.org") == 1
    assert "facilitator" in html


def test_ending_asks_once(client: Client, world: World, addresses: dict[str, str]) -> None:
    client.force_login(world.cara.user)
    assert "What they said stays" in client.get(addresses["end"]).content.decode()
    client.post(addresses["end"])
    assert world.bo.actor.place_ids == frozenset()


@pytest.mark.parametrize("count", [1, 3, 50])
def test_the_list_takes_the_same_few_queries(
    client: Client, world: World, count: int, django_assert_max_num_queries
) -> None:
    for number in range(count):
        invite_person(
            world.strathmuir,
            email=f"n{number}@example.org",
            role="viewer",
            group="",
            by=world.cara.actor,
        )
    client.force_login(world.cara.user)
    with django_assert_max_num_queries(12):
        client.get(reverse("members:list", args=["strathmuir"]))


def test_the_page_of_roles_shows_what_is_enforced(client: Client, db: None) -> None:
    html = client.get(reverse("members:roles")).content.decode()
    for role in ROLES.values():
        assert role.called(default_words()).capitalize() in html
    for permission in PERMISSIONS.values():
        assert permission.told(default_words()).replace("'", "&#x27;") in html
    held = sum(len(role.permissions) for role in ROLES.values())
    assert html.count(">✓ yes<") == held


def test_a_role_is_called_as_the_place_calls_its_people(client: Client, world: World) -> None:
    forms = {"singular": "service user", "plural": "service users"}
    choose_term(
        world.strathmuir, language="en-gb", key="resident", forms=forms, by=world.cara.actor
    )
    client.force_login(world.cara.user)
    members = client.get(reverse("members:list", args=["strathmuir"])).content.decode()
    assert "service user co-lead, service user" in members
    assert "resident co-lead" not in members
    invite = client.get(reverse("members:invite", args=["strathmuir"])).content.decode()
    assert "Service user co-lead" in invite
    assert "Only for a service user." in invite
