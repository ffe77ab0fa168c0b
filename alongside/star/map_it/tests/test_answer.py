"""Where people begin: what they are told first, in which hat, and how they come back."""

import uuid
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.accounts.attempts import LIMIT_PER_NETWORK
from alongside.foundation.members.models import Membership, Seat
from alongside.foundation.members.seats import take_seat
from alongside.foundation.responses.models import Response
from alongside.star.map_it.models import CoAnswer, Round
from alongside.star.map_it.tests.answer_pages import (
    COS,
    HOUR,
    answer_four,
    answered_by_guest,
    begin,
    counted,
    send,
    url,
)
from alongside.star.map_it.tests.answering import make_round, move_closing
from alongside.star.map_it.views import answer
from tests.people import World


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


def test_who_sees_the_answer_stands_before_the_first_question(client: Client, round_: Round):
    page = client.get(url("begin", round_)).content.decode()
    assert page.index("Who sees my answer?") < page.index("Start")
    assert "Nobody here reads your answers one by one." in page
    for said in ("The law on care charges.", "the partnership board", "Ask Moira by 20 November."):
        assert said in page


def test_opening_the_first_page_changes_nothing(client: Client, round_: Round):
    client.get(url("begin", round_))
    assert not Seat.objects.in_place(round_.place).exists()
    assert not Response.objects.in_place(round_.place).exists()


def test_pressing_start_twice_makes_one_draft(client: Client, round_: Round):
    key = str(uuid.uuid4())
    other_connection = Client()
    client.post(url("begin", round_), {"submission_key": key})
    second = other_connection.post(url("begin", round_), {"submission_key": key}, follow=True)
    assert second.redirect_chain[-1][0] == url("services", round_)
    assert Response.objects.in_place(round_.place).count() == 1


def test_two_presses_at_the_same_moment_make_one_seat(
    client: Client, round_: Round, monkeypatch: pytest.MonkeyPatch
):
    """The second press looks before the first has written, and writes after it."""
    key, look, looks = str(uuid.uuid4()), answer._seat_of_double_click, []

    def look_too_early(*seen: Any) -> Any:
        looks.append(seen)
        return look(*seen) if len(looks) > 1 else None

    client.post(url("begin", round_), {"submission_key": key})
    monkeypatch.setattr(answer, "_is_used", lambda *_seen: False)
    monkeypatch.setattr(answer, "_seat_of_double_click", look_too_early)
    second = Client().post(url("begin", round_), {"submission_key": key}, follow=True)
    assert second.redirect_chain[-1][0] == url("services", round_)
    assert Seat.objects.in_place(round_.place).count() == 1


def test_a_start_page_used_before_never_opens_what_somebody_said(client: Client, round_: Round):
    key = str(uuid.uuid4())
    client.post(url("begin", round_), {"submission_key": key})
    client.post(url("who", round_), {"kind": "uses"})
    stranger = Client()
    stranger.post(url("begin", round_), {"submission_key": key})
    assert Response.objects.in_place(round_.place).count() == 2
    assert stranger.get(url("who", round_)).context["form"]["kind"].value() == ""


def test_stopping_gives_words_for_a_draft(client: Client, round_: Round):
    begin(client, round_)
    client.post(url("who", round_), {"kind": "uses"})
    page = client.post(url("leave", round_), follow=True)
    words = page.context["words_to_keep"]
    elsewhere = Client()
    page = elsewhere.post(url("come-back", round_), {"words": words}, follow=True)
    assert page.redirect_chain[-1][0] == url("services", round_)


def test_wrong_words_open_nothing_and_guessing_is_stopped(client: Client, round_: Round):
    address = url("come-back", round_)
    page = client.post(address, {"words": "wrong wrong wrong"}).content.decode()
    assert "<title>Error:" in page
    for _ in range(LIMIT_PER_NETWORK):
        client.post(address, {"words": "wrong wrong wrong"})
    assert client.post(address, {"words": "wrong wrong wrong"}).status_code == 429


def test_words_of_another_place_open_nothing_here(client: Client, world: World, round_: Round):
    elsewhere = make_round(world.glenbeg, world.elsewhere)
    answered = Client()
    begin(answered, elsewhere)
    words = answered.post(url("leave", elsewhere), follow=True).context["words_to_keep"]
    page = client.post(url("come-back", round_), {"words": words})
    assert page.context["form"].errors


def test_their_own_service_is_ticked_for_members(client: Client, world: World, round_: Round):
    Membership.objects.in_place(world.strathmuir).filter(person=world.bo.person).update(
        service=world.home_care
    )
    client.force_login(world.bo.user)
    page = begin(client, round_)
    assert page.redirect_chain[-1][0] == url("four", round_, service="home-care")
    ticked = client.get(url("services", round_)).context["form"]["services"].value()
    assert ticked == ["home-care"]


def test_a_person_with_two_hats_chooses_and_answers_once_in_each(client, world, round_: Round):
    Membership.objects.create(
        place=world.strathmuir,
        person=world.cara.person,
        role="contributor",
        group="resident",
        resident_kind="cares",
    )
    client.force_login(world.cara.user)
    page = client.get(url("begin", round_)).content.decode()
    assert "Start as manager" in page
    assert "Start as resident" in page
    assert begin(client, round_).redirect_chain[-1][0] == url("begin", round_)
    begin(client, round_, hat="manager")
    client.post(url("services", round_), {"services": ["home-care"]})
    client.post(url("four", round_, service="home-care"), {f"{co}-code": "4" for co in COS})
    send(client, round_)
    begin(client, round_, hat="resident")
    client.post(url("services", round_), {"services": ["home-care"]})
    answer_four(client, round_, "home-care", ("0", "0", "0", "0"))
    send(client, round_)
    said = CoAnswer.objects.in_place(round_.place).values_list("response__group", "code")
    assert set(said) == {("manager", "4"), ("resident", "0")}
    assert "See what you sent as manager" in client.get(url("begin", round_)).content.decode()


def test_a_hat_that_one_does_not_wear_is_refused(client: Client, world: World, round_: Round):
    client.force_login(world.bo.user)
    page = begin(client, round_, hat="elected")
    assert page.redirect_chain[-1][0] == url("begin", round_)
    assert not Response.objects.in_place(round_.place).exists()


def test_members_of_another_place_come_in_like_anyone(client: Client, world: World, round_: Round):
    client.force_login(world.eve.user)
    answered_by_guest(client, round_)
    kept = Response.objects.in_place(round_.place).select_related("participant").get()
    assert kept.group == "resident"
    assert kept.participant.person is None


def test_a_councillor_by_the_open_link_is_told_and_kept_outside(client: Client, round_: Round):
    begin(client, round_)
    page = client.post(url("who", round_), {"kind": "else"}, follow=True)
    assert page.redirect_chain[-1][0] == url("claim", round_)
    assert "ask for your own invitation" in page.content.decode()
    client.post(url("claim", round_), {"group": "elected"})
    client.post(url("services", round_), {"services": ["home-care"]})
    client.post(url("four", round_, service="home-care"), {f"{co}-code": "4" for co in COS})
    assert "Your group is not confirmed" in client.get(url("check", round_)).content.decode()
    send(client, round_)
    assert "not counted among councillors" in client.get(url("receipt", round_)).content.decode()
    assert counted(round_) == 0
    assert Response.objects.in_place(round_.place).get().state == "submitted"


def test_a_member_cannot_claim_another_group(client: Client, world: World, round_: Round):
    client.force_login(world.bo.user)
    begin(client, round_)
    assert client.post(url("claim", round_), {"group": "elected"}).status_code == 404


def test_who_was_invited_alone_answers_in_the_group_of_the_invitation(client, round_: Round):
    _seat, cookie, _words = take_seat(
        round_.place, activity_id=round_.activity_id, group="elected", group_confirmed=True
    )
    client.cookies["seat"] = cookie
    assert (
        "Your manager and the programme lead never see"
        in client.get(url("begin", round_)).content.decode()
    )
    begin(client, round_)
    client.post(url("services", round_), {"services": ["home-care"]})
    client.post(url("four", round_, service="home-care"), {f"{co}-code": "4" for co in COS})
    assert client.post(url("claim", round_), {"group": "resident"}).status_code == 404
    send(client, round_)
    assert Response.objects.in_place(round_.place).counted().get().group == "elected"


def test_a_round_that_has_closed_says_so(client: Client, round_: Round):
    begin(client, round_)
    move_closing(round_, -48 * HOUR)
    late = Client()
    for someone in (client, late):
        page = someone.get(url("begin", round_))
        assert "This has closed" in page.content.decode() or someone is client
    assert late.post(url("begin", round_), {}).status_code == 409
    address = url("question", round_, service="home-care", co="design")
    reply = client.post(address, {"code": "3"})
    assert reply.status_code == 409
    assert "This has closed" in reply.content.decode()
    assert not CoAnswer.objects.in_place(round_.place).exists()


def test_a_round_that_has_not_opened_says_when(client: Client, world: World, round_: Round):
    Round.objects.in_place(round_.place).update(opens_at=round_.closes_at - HOUR)
    page = client.get(url("begin", round_)).content.decode()
    assert "t open yet" in page
    assert "It opens on" in page
    assert client.post(url("begin", round_), {}).status_code == 409


def test_a_round_being_prepared_is_known_to_members_only(client: Client, world, round_: Round):
    Round.objects.in_place(round_.place).update(state=Round.State.DRAFT)
    assert client.get(url("begin", round_)).status_code == 404
    client.force_login(world.eve.user)
    assert client.get(url("begin", round_)).status_code == 404
    client.force_login(world.cara.user)
    assert client.get(url("begin", round_)).status_code == 200


def test_a_round_is_not_found_in_another_place(client: Client, world: World, round_: Round):
    address = reverse("answer:begin", args=[world.glenbeg.slug, round_.slug])
    assert client.get(address).status_code == 404
