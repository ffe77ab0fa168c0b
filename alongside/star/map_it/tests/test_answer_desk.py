"""Whose sheet a page writes to, when cookies and sessions come and go."""

import uuid

import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.members.actions import end_membership
from alongside.foundation.members.models import Membership
from alongside.star.map_it.models import CoAnswer, Round
from alongside.star.map_it.tests.answer_pages import COS, begin, token_of, url
from alongside.star.map_it.tests.answering import make_round
from tests.people import World


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


def test_what_was_typed_is_kept_when_the_cookie_is_lost(round_: Round):
    phone = Client(enforce_csrf_checks=True)
    page = phone.get(url("begin", round_))
    token = phone.cookies["csrftoken"].value
    phone.post(
        url("begin", round_),
        {"submission_key": str(uuid.uuid4()), "csrfmiddlewaretoken": token},
    )
    address = url("question", round_, service="home-care", co="design")
    page = token_of(phone.get(address))
    phone.cookies.clear()
    reply = phone.post(address, {"code": "3", "page": page})
    assert reply.status_code == 302
    assert CoAnswer.objects.in_place(round_.place).get().code == "3"
    assert phone.get(reply.url).status_code == 200


def test_a_page_of_another_site_cannot_use_a_stolen_address(round_: Round):
    phone = Client(enforce_csrf_checks=True)
    assert phone.post(url("begin", round_), {}).status_code == 403
    phone.get(url("begin", round_))
    token = phone.cookies["csrftoken"].value
    phone.post(url("begin", round_), {"csrfmiddlewaretoken": token})
    address = url("question", round_, service="home-care", co="design")
    page = token_of(phone.get(address))
    from_elsewhere = {"Origin": "https://evil.example"}
    reply = phone.post(address, {"code": "3", "page": page}, headers=from_elsewhere)
    assert reply.status_code == 403
    assert phone.post(address, {"code": "3"}).status_code == 403
    assert not CoAnswer.objects.in_place(round_.place).exists()


def test_a_member_whose_session_ended_keeps_the_answer_and_signs_in(client, world, round_: Round):
    client.force_login(world.bo.user)
    begin(client, round_)
    client.post(url("services", round_), {"services": ["home-care"]})
    address = url("four", round_, service="home-care")
    page = token_of(client.get(address))
    client.logout()
    typed = {f"{co}-code": "2" for co in COS}
    reply = client.post(address, {**typed, "page": page})
    assert reply.url.startswith(reverse("account_login"))
    assert CoAnswer.objects.in_place(round_.place).count() == 4


def test_an_open_page_of_somebody_who_left_writes_nothing(client, world: World, round_: Round):
    client.force_login(world.bo.user)
    begin(client, round_)
    client.post(url("services", round_), {"services": ["home-care"]})
    address = url("four", round_, service="home-care")
    page = token_of(client.get(address))
    hers = Membership.objects.in_place(world.strathmuir).get(person=world.bo.person)
    end_membership(hers, by=world.cara.actor)
    for leave in (lambda: None, client.logout):
        leave()
        client.post(address, {**{f"{co}-code": "2" for co in COS}, "page": page})
        assert not CoAnswer.objects.in_place(round_.place).exists()


def test_a_cleared_phone_shows_nothing_and_old_pages_write_nothing(client: Client, round_: Round):
    begin(client, round_)
    address = url("question", round_, service="home-care", co="design")
    old_page = token_of(client.get(address))
    client.post(url("clear", round_))
    assert client.get(address).url == url("begin", round_)
    client.post(address, {"code": "3", "page": old_page})
    assert not CoAnswer.objects.in_place(round_.place).exists()
