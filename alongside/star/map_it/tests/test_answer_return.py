"""Whoever comes back lands where they left off, with everything they said before."""

import pytest
from django.test import Client
from django.urls import reverse

from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.answer_pages import answered_by_guest, begin, url
from alongside.star.map_it.tests.answering import make_round
from tests.people import World

FOUR = {
    f"{co}-{field}": value
    for co in ("commission", "design", "deliver", "assess")
    for field, value in (("code", "2"), ("say", ""))
}


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


def left_after_two_answers(client: Client, round_: Round) -> str:
    begin(client, round_)
    client.post(url("services", round_), {"services": ["home-care"]})
    client.post(url("who", round_), {"kind": "uses"})
    for co in ("commission", "design"):
        client.post(url("question", round_, service="home-care", co=co), {"code": "3"})
    return client.post(url("leave", round_), follow=True).context["words_to_keep"]


@pytest.mark.parametrize("door", ["of the map", "of the site"])
def test_three_words_lead_to_the_next_question_and_keep_what_was_said(
    client: Client, round_: Round, door: str
) -> None:
    words = left_after_two_answers(client, round_)
    address = url("come-back", round_) if door == "of the map" else reverse("site:come-back")
    elsewhere = Client()
    page = elsewhere.post(address, {"words": words}, follow=True)
    third = url("question", round_, service="home-care", co="deliver")
    assert page.redirect_chain[-1][0] == third
    before = elsewhere.get(url("question", round_, service="home-care", co="design"))
    assert before.context["form"]["code"].value() == "3"


def test_who_left_at_the_last_page_comes_back_to_it(client: Client, round_: Round) -> None:
    left_after_two_answers(client, round_)
    for co in ("deliver", "assess"):
        client.post(url("question", round_, service="home-care", co=co), {"code": "3"})
    assert client.get(url("next", round_)).url == url("word", round_)
    client.post(url("word", round_), {"text": ""})
    assert client.get(url("next", round_)).url == url("check", round_)


def test_who_has_sent_comes_back_to_what_they_sent(client: Client, round_: Round) -> None:
    answered_by_guest(client, round_)
    words = client.get(url("receipt", round_)).context["words_to_keep"]
    page = Client().post(reverse("site:come-back"), {"words": words}, follow=True)
    assert page.redirect_chain[-1][0] == url("receipt", round_)


def test_who_left_at_what_they_already_do_comes_back_to_it(
    client: Client, world: World, round_: Round
) -> None:
    client.force_login(world.bo.user)
    begin(client, round_)
    client.post(url("services", round_), {"services": ["home-care", "parks-and-play"]})
    client.post(url("four", round_, service="home-care"), FOUR)
    ways = url("ways", round_, service="home-care")
    assert client.get(url("next", round_)).url == ways
    client.post(ways, {"assess": ["ratings"]})
    assert client.get(url("next", round_)).url == url("practice", round_, service="home-care")
    client.post(ways, {})
    assert client.get(url("next", round_)).url == url("four", round_, service="parks-and-play")
