"""My part: only mine, all of it, to take along or to erase."""

import json
import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from alongside.foundation.accounts.models import User
from alongside.foundation.consent.actions.forgetting import forget_what_is_due
from alongside.foundation.members.seats import COOKIE, seat_of_words, take_seat
from alongside.foundation.places.actions import ToldWard, add_wards
from alongside.foundation.places.models import Ward
from alongside.foundation.places.queries import wards_of
from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.answers import save_word
from alongside.star.map_it.models import CoAnswer, FreeWord, Round
from alongside.star.map_it.tests.answering import answered, begin_as, make_round
from tests.people import World

WORDS = "The bus never comes when my mother needs it"


@pytest.fixture
def round_(world: World, settings, tmp_path) -> Round:
    settings.RUN_DIR = tmp_path
    return make_round(world.strathmuir, world.home_care)


@pytest.fixture
def said(world: World, round_: Round) -> Response:
    """Ann answered, with words of her own; Bo answered too."""
    answered(round_, world.bo.actor, world.home_care)
    response = begin_as(round_, world.ann.actor)
    save_word(round_, response, text=WORDS, language="en-gb", by=world.ann.actor)
    return answered(round_, world.ann.actor, world.home_care)


def test_my_part_shows_what_is_mine(client: Client, world: World, said: Response) -> None:
    client.force_login(world.ann.user)
    html = client.get("/me/").content.decode()
    assert "contributor, resident (uses this)" in html
    assert 'href="/strathmuir/answer/map-2026/"' in html
    assert "bo@example.org" not in html


def test_a_visitor_is_told_how_to_come_back(client: Client, db: None) -> None:
    html = client.get("/me/").content.decode()
    assert 'href="/return/"' in html
    assert client.get("/me/everything.json")["Location"] == "/accounts/login/"
    assert client.get("/me/erase/")["Location"].startswith("/accounts/login/")


def test_everything_about_me_can_be_taken_along(
    client: Client, world: World, said: Response
) -> None:
    client.force_login(world.ann.user)
    response = client.get("/me/everything.json")
    assert response["Content-Disposition"].startswith("attachment")
    assert response["Cache-Control"] == "no-store"
    told = json.dumps(json.loads(response.content))
    for mine in (WORDS, "ann@example.org", "Home care", "commission"):
        assert mine in told
    for others in ("bo@example.org", "pseudonym", "password", "submission_key"):
        assert others not in told


def test_somebody_of_another_place_takes_nothing_of_it(
    client: Client, world: World, said: Response
) -> None:
    client.force_login(world.eve.user)
    told = client.get("/me/everything.json").content.decode()
    assert "Strathmuir" not in told
    assert WORDS not in told


def test_a_guest_takes_along_what_was_said_from_the_seat(
    client: Client, world: World, round_: Round
) -> None:
    _seat, cookie, _words = take_seat(
        world.strathmuir, activity_id=round_.activity_id, group="resident", group_confirmed=True
    )
    client.cookies[COOKIE] = cookie
    client.post("/strathmuir/answer/map-2026/")
    assert "as a guest" in client.get("/me/").content.decode()
    told = json.loads(client.get("/me/everything.json").content)
    assert told["places"][0]["place"] == "Strathmuir"
    assert "resident" in json.dumps(told)


def test_erasing_asks_to_be_sure(client: Client, world: World, said: Response) -> None:
    client.force_login(world.ann.user)
    assert "This can't be undone" in client.get("/me/erase/").content.decode()
    response = client.post("/me/erase/", {})
    assert response.status_code == 422
    assert "Tick the box if you are sure" in response.content.decode()
    assert User.objects.filter(email="ann@example.org").exists()


def test_erasing_deletes_my_words_and_leaves_what_was_counted(
    client: Client, world: World, said: Response
) -> None:
    answers = CoAnswer.objects.in_place(world.strathmuir).filter(response=said).count()
    assert answers == 4
    client.force_login(world.ann.user)
    html = client.post("/me/erase/", {"sure": "yes"}, follow=True).content.decode()
    assert "You are erased" in html
    assert "_auth_user_id" not in client.session
    assert not User.objects.filter(email="ann@example.org").exists()
    assert not FreeWord.objects.in_place(world.strathmuir).filter(response=said).exists()
    assert CoAnswer.objects.in_place(world.strathmuir).filter(response=said).count() == 4
    said.participant.refresh_from_db()
    assert (said.participant.person, said.participant.pseudonym) == (None, "")
    assert Response.objects.in_place(world.strathmuir).counted().count() == 2


def test_own_words_go_after_their_time_and_answers_stay(world: World, said: Response) -> None:
    responses = Response.objects.in_place(world.strathmuir).filter(pk=said.pk)
    responses.update(received_at=timezone.now() - timedelta(days=729))
    forget_what_is_due()
    assert FreeWord.objects.in_place(world.strathmuir).exists()
    responses.update(received_at=timezone.now() - timedelta(days=731))
    forget_what_is_due()
    assert not FreeWord.objects.in_place(world.strathmuir).exists()
    assert CoAnswer.objects.in_place(world.strathmuir).filter(response=said).count() == 4


@pytest.fixture
def wards(world: World) -> list[Ward]:
    add_wards(world.strathmuir, [ToldWard("Hill"), ToldWard("Moor")], by=world.cara.actor)
    return wards_of(world.strathmuir)


def test_a_councillor_says_which_ward_is_theirs(
    client: Client, world: World, wards: list[Ward]
) -> None:
    client.force_login(world.dev.user)
    html = client.get("/me/").content.decode()
    [address] = re.findall(r"/me/ward/\d+/", html)
    assert "Say which ward is mine" in html
    assert "your answers carry no ward" in client.get(address).content.decode()
    html = client.post(address, {"ward": "hill"}, follow=True).content.decode()
    assert "contributor, councillor (Hill)" in html
    assert "Change my ward" in html
    for who in (world.ann, world.cara, world.eve):
        client.force_login(who.user)
        assert "/me/ward/" not in client.get("/me/").content.decode()
        assert client.post(address, {"ward": "moor"}).status_code == 404


def test_without_a_list_of_wards_nobody_is_asked(client: Client, world: World) -> None:
    client.force_login(world.dev.user)
    assert "/me/ward/" not in client.get("/me/").content.decode()


def test_a_guest_erases_what_leads_to_them(client: Client, world: World, round_: Round) -> None:
    _seat, cookie, words = take_seat(
        world.strathmuir, activity_id=round_.activity_id, group="resident", group_confirmed=False
    )
    client.cookies[COOKIE] = cookie
    assert 'href="/me/erase/"' in client.get("/me/").content.decode()
    html = client.get("/me/erase/").content.decode()
    assert "Your three words open nothing any more" in html
    assert "account" not in html.split("<main")[1].split("</main>")[0]
    assert client.post("/me/erase/", {}).status_code == 422
    response = client.post("/me/erase/", {"sure": "yes"})
    assert response["Location"] == "/"
    assert response.cookies[COOKIE].value == ""
    assert seat_of_words(words) is None


def test_whoever_leads_alone_is_told_before_they_go(client: Client, world: World) -> None:
    client.force_login(world.cara.user)
    assert "the only programme lead of Strathmuir" in client.get("/me/erase/").content.decode()
    client.force_login(world.ann.user)
    assert "the only programme lead" not in client.get("/me/erase/").content.decode()
