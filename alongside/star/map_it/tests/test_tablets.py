"""Tablets that are passed round: opened and closed by name, for some hours, from anywhere."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.tablets import (
    HOURS,
    close_tablet,
    finish_with_tablet,
    open_tablet,
    seat_at_tablet,
)
from alongside.star.map_it.models import Round, Tablet
from alongside.star.map_it.tests.answer_pages import url
from alongside.star.map_it.tests.answering import make_round
from tests.people import World


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


@pytest.fixture
def tablet(world: World, round_: Round) -> Tablet:
    return open_tablet(round_, group="elected", by=world.cara.actor)[0]


@pytest.fixture
def cara(world: World) -> Client:
    client = Client()
    client.force_login(world.cara.user)
    return client


@pytest.fixture
def device(world: World, round_: Round) -> Client:
    """A device on which Cara opened a tablet for councillors; it is passed round now."""
    device = Client()
    device.force_login(world.cara.user)
    device.post(url("tablet-start", round_), {"group": "elected"})
    return device


def events(verb: str) -> list[tuple[str, int | None, str]]:
    found = Event.objects.filter(verb=verb)
    return list(found.values_list("actor_kind", "actor_id", "channel"))


def test_a_seat_at_a_tablet_is_begun_in_the_room_for_one_group(tablet: Tablet) -> None:
    seat_at_tablet(tablet)
    seat_at_tablet(tablet)
    begun = Response.objects.in_place(tablet.place)
    assert begun.count() == 2
    assert set(begun.values_list("state", "channel", "group", "group_confirmed")) == {
        ("draft", "room", "elected", True)
    }


def test_history_tells_who_opened_it_and_who_closed_it(world: World, tablet: Tablet) -> None:
    assert events("open_tablet") == [("person", world.cara.user.pk, "room")]
    close_tablet(tablet, by=world.cara.actor)
    close_tablet(tablet, by=world.cara.actor)
    assert events("close_tablet") == [("person", world.cara.user.pk, "room")]


def test_finishing_with_it_in_hand_names_nobody(tablet: Tablet) -> None:
    finish_with_tablet(tablet)
    assert events("close_tablet") == [("anonymous", None, "room")]


def test_a_closed_tablet_gives_no_seat(world: World, tablet: Tablet) -> None:
    close_tablet(tablet, by=world.cara.actor)
    with pytest.raises(Refusal, match="tablet_closed"):
        seat_at_tablet(tablet)
    assert not Response.objects.in_place(tablet.place).exists()


def test_after_some_hours_it_ends_by_itself(tablet: Tablet) -> None:
    assert tablet.expires_at - tablet.opened_at <= timedelta(hours=HOURS, seconds=1)
    Tablet.objects.in_place(tablet.place).update(expires_at=timezone.now())
    with pytest.raises(Refusal, match="tablet_closed"):
        seat_at_tablet(tablet)


@pytest.mark.parametrize("who", ["ann", "bo", "dev", "rona", "eve", "fay"])
def test_only_who_runs_rooms_opens_and_closes(
    world: World, round_: Round, tablet: Tablet, who: str
) -> None:
    by = getattr(world, who).actor
    with pytest.raises(Refusal, match="not_allowed"):
        open_tablet(round_, group="elected", by=by)
    with pytest.raises(Refusal, match="not_allowed"):
        close_tablet(tablet, by=by)
    assert tablet.is_open


def test_the_database_holds_no_code(world: World, round_: Round) -> None:
    tablet, code = open_tablet(round_, group="staff", by=world.cara.actor)
    assert code not in str(vars(tablet))


def test_tablets_are_told_apart_by_their_number(world: World, round_: Round) -> None:
    numbers = [open_tablet(round_, group="staff", by=world.cara.actor)[0].number for _ in range(3)]
    assert numbers == [1, 2, 3]


def test_the_room_lists_those_that_are_open(cara: Client, device: Client, round_: Round) -> None:
    html = cara.get(url("room", round_)).content.decode()
    assert "Tablet 1" in html
    assert "for councillors" in html
    assert "Opened by Cara" in html
    assert "Tablet 1" in device.get(url("tablet", round_)).content.decode()


def test_the_lead_closes_a_lost_one_from_elsewhere(
    cara: Client, device: Client, round_: Round
) -> None:
    device.post(url("tablet-begin", round_))
    answering = device.cookies["seat"].value
    page = cara.post(url("tablet-close", round_, number=1), follow=True).content.decode()
    assert "Tablet 1 is closed." in page
    assert "Tablets that are passed round now" not in page
    response = device.post(url("tablet-begin", round_))
    assert response.status_code == 410
    assert "This tablet was closed" in response.content.decode()
    assert device.cookies["tablet"].value == device.cookies["seat"].value == ""
    device.cookies["seat"] = answering
    assert device.get(url("services", round_)).url == url("begin", round_)


def test_whoever_answers_when_it_is_closed_may_finish(
    cara: Client, device: Client, round_: Round
) -> None:
    device.post(url("tablet-begin", round_))
    cara.post(url("tablet-close", round_, number=1))
    assert device.get(url("services", round_)).status_code == 200


def test_a_tablet_of_another_round_is_not_found(cara: Client, device: Client, world: World) -> None:
    other = make_round(world.strathmuir, world.parks, slug="other")
    assert cara.post(url("tablet-close", other, number=1)).status_code == 404
    assert Tablet.objects.in_place(world.strathmuir).get().is_open
