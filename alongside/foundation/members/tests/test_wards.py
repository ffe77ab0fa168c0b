"""Whom a councillor speaks for: said when invited, by the lead, or by themselves."""

import re

import pytest
from django.core import mail
from django.db import IntegrityError, transaction
from django.test import Client

from alongside.foundation.accounts.models import User
from alongside.foundation.consent.actions import erase_person
from alongside.foundation.consent.queries import kept_about_person
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actions import accept_invitation, choose_ward, invite_person
from alongside.foundation.members.models import Invitation, Membership
from alongside.foundation.members.queries import wards_and_own
from alongside.foundation.places.actions import end_ward, remove_ward
from alongside.foundation.places.models import Place, Ward
from alongside.foundation.places.queries import wards_of
from tests.people import World
from tests.wards import hill_and_moor

INVITE = {"email": "nia@example.org", "name": "Nia", "role": "contributor"}
LIST = "/strathmuir/workspace/members/"


@pytest.fixture
def wards(world: World) -> list[Ward]:
    return hill_and_moor(world)


def hat_of(world: World, who: str) -> Membership:
    person = getattr(world, who).person
    return Membership.objects.in_place(person.place).select_related("place").get(person=person)


def ward_of(actor: Actor, place: Place) -> Ward | None:
    return wards_and_own(place, actor)[1]


def test_a_councillor_says_which_ward_and_so_does_the_lead(world: World, wards: list[Ward]) -> None:
    hill, moor = wards
    assert ward_of(world.dev.actor, world.strathmuir) is None
    choose_ward(hat_of(world, "dev"), ward=hill, by=world.dev.actor)
    assert ward_of(world.dev.actor, world.strathmuir) == hill
    choose_ward(hat_of(world, "dev"), ward=moor, by=world.cara.actor)
    choose_ward(hat_of(world, "dev"), ward=moor, by=world.cara.actor)
    assert ward_of(world.dev.actor, world.strathmuir) == moor
    choose_ward(hat_of(world, "dev"), ward=None, by=world.dev.actor)
    assert ward_of(world.dev.actor, world.strathmuir) is None
    events = Event.objects.filter(verb="choose_ward")
    assert [event.changed_fields for event in events] == [["ward"]] * 3


@pytest.mark.parametrize("who", ["ann", "bo", "rona", "eve", "fay"])
def test_nobody_else_says_it_for_them(world: World, wards: list[Ward], who: str) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        choose_ward(hat_of(world, "dev"), ward=wards[0], by=getattr(world, who).actor)
    assert ward_of(world.dev.actor, world.strathmuir) is None


def test_only_a_councillor_has_a_ward_and_only_one_from_here(
    world: World, wards: list[Ward]
) -> None:
    [theirs] = wards_of(world.glenbeg)
    for who, ward in (("bo", wards[0]), ("dev", theirs)):
        with pytest.raises(Refusal, match="no_ward_for_them"):
            choose_ward(hat_of(world, who), ward=ward, by=world.cara.actor)
    hats = Membership.objects.in_place(world.strathmuir)
    with pytest.raises(IntegrityError, match="only_elected"), transaction.atomic():
        hats.filter(pk=hat_of(world, "bo").pk).update(ward=wards[0])
    with pytest.raises(IntegrityError, match="another place"), transaction.atomic():
        hats.filter(pk=hat_of(world, "dev").pk).update(ward=theirs)


def test_an_invitation_brings_the_ward_along(
    client: Client, world: World, wards: list[Ward], django_capture_on_commit_callbacks
) -> None:
    client.force_login(world.cara.user)
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{LIST}invite/", {**INVITE, "group": "elected", "ward": "hill"})
    invitation = Invitation.objects.in_place(world.strathmuir).select_related("place").get()
    assert re.search(r"/j/\S+", str(mail.outbox[0].body))
    nia = User.objects.create_user("nia@example.org", "correct horse battery")
    membership = accept_invitation(invitation, user=nia, by=world.cara.actor)
    assert membership.ward == wards[0]


def test_whoever_is_no_councillor_is_invited_without_one(
    client: Client, world: World, wards: list[Ward]
) -> None:
    client.force_login(world.cara.user)
    client.post(f"{LIST}invite/", {**INVITE, "group": "staff", "ward": "hill"})
    assert Invitation.objects.in_place(world.strathmuir).get().ward is None
    with pytest.raises(Refusal, match="no_ward_for_them"):
        invite_person(
            world.strathmuir, email="x@example.org", role="viewer", group="staff", ward=wards[0],
            by=world.cara.actor,
        )  # fmt: skip


def test_the_lead_finds_it_on_the_list_of_members(
    client: Client, world: World, wards: list[Ward]
) -> None:
    client.force_login(world.cara.user)
    address = f"{LIST}memberships/{hat_of(world, 'dev').pk}/ward/"
    page = client.get(LIST).content.decode()
    assert page.count("Say which ward") == 1
    assert address in page
    assert "Canary" not in client.get(address).content.decode()
    client.post(address, {"ward": "moor"})
    page = client.get(LIST).content.decode()
    assert "contributor, councillor (Moor)" in page
    assert "Change ward" in page
    assert client.get(f"{LIST}memberships/{hat_of(world, 'bo').pk}/ward/").status_code == 404


def test_a_partnership_without_a_list_is_asked_nothing(client: Client, world: World) -> None:
    client.force_login(world.cara.user)
    assert "Which ward?" not in client.get(f"{LIST}invite/").content.decode()
    assert "which ward" not in client.get(LIST).content.decode()
    client.post(f"{LIST}invite/", {**INVITE, "group": "elected"})
    assert Invitation.objects.in_place(world.strathmuir).count() == 1


def test_a_ward_that_somebody_has_can_end_and_cannot_go(world: World, wards: list[Ward]) -> None:
    choose_ward(hat_of(world, "dev"), ward=wards[0], by=world.dev.actor)
    with pytest.raises(Refusal, match="ward_in_use"):
        remove_ward(wards[0], by=world.cara.actor)
    end_ward(wards[0], by=world.cara.actor)
    assert ward_of(world.dev.actor, world.strathmuir) == wards[0]


def test_it_is_taken_along_and_erased_with_the_person(
    world: World, wards: list[Ward], settings, tmp_path
) -> None:
    settings.RUN_DIR = tmp_path
    choose_ward(hat_of(world, "dev"), ward=wards[0], by=world.dev.actor)
    kept = kept_about_person(world.dev.person)
    assert "Hill" in {row.get("ward") for rows in kept.values() for row in rows}
    erase_person(world.dev.person, by=world.dev.actor)
    assert not Membership.objects.in_place(world.strathmuir).filter(ward=wards[0]).exists()
    remove_ward(wards[0], by=world.cara.actor)
