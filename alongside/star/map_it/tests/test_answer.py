"""The pages on which people answer, as a phone or a desk sees them."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.members.models import Membership, Seat
from alongside.foundation.members.seats import take_seat
from alongside.foundation.places.models import Term
from alongside.foundation.practices.models import Practice
from alongside.foundation.responses.models import Response
from alongside.star.map_it.models import CoAnswer, FreeWord, PracticeReport, Round
from alongside.star.map_it.tests.answering import make_round, move_closing
from tests.people import World

HOUR = timedelta(hours=1)
COS = ("commission", "design", "deliver", "assess")
HOSTILE = "<script>alert(1)</script> \"' {{ 7*7 }} {resident_plural} \u202e =cmd|' /C'!A0"


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


def url(name: str, round_: Round, **at: str) -> str:
    return reverse(f"answer:{name}", kwargs={"place": round_.place.slug, "slug": round_.slug, **at})


def token_of(page) -> str:
    return page.context["page_token"]


def begin(client: Client, round_: Round, **data: str):
    return client.post(
        url("begin", round_), {"submission_key": str(uuid.uuid4()), **data}, follow=True
    )


def answer_four(client: Client, round_: Round, service: str, codes=("3", "3", "3", "3")) -> None:
    for co, code in zip(COS, codes, strict=True):
        address = url("question", round_, service=service, co=co)
        assert client.post(address, {"code": code}).status_code == 302


def send(client: Client, round_: Round):
    page = client.get(url("check", round_))
    form = {
        "page": token_of(page),
        "seen": page.context["seen"],
        "submission_key": str(page.context["sheet"].response.submission_key),
    }
    return client.post(url("check", round_), form)


def answered_by_guest(client: Client, round_: Round):
    begin(client, round_)
    client.post(url("who", round_), {"kind": "uses"})
    client.post(url("services", round_), {"services": ["home-care"]})
    answer_four(client, round_, "home-care")
    client.post(url("word", round_), {"text": ""})
    return send(client, round_)


def counted(round_: Round) -> int:
    return Response.objects.in_place(round_.place).counted().count()


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


def test_a_resident_answers_one_question_a_page_without_an_account(client: Client, round_: Round):
    page = begin(client, round_)
    assert page.redirect_chain[-1][0] == url("services", round_)
    page = client.post(url("services", round_), {"services": ["home-care"]}, follow=True)
    assert page.redirect_chain[-1][0] == url("who", round_)
    page = client.post(url("who", round_), {"kind": "cares"}, follow=True)
    for number, co in enumerate(COS, 1):
        assert page.redirect_chain[-1][0] == url("question", round_, service="home-care", co=co)
        assert f"question {number} of 4" in page.content.decode()
        page = client.post(page.redirect_chain[-1][0], {"code": "2", "say": "asked"}, follow=True)
    assert page.redirect_chain[-1][0] == url("word", round_)
    page = client.post(url("word", round_), {"text": "Thank you"}, follow=True)
    assert page.redirect_chain[-1][0] == url("check", round_)
    assert counted(round_) == 0
    assert send(client, round_).url == url("receipt", round_)
    kept = Response.objects.in_place(round_.place).counted().get()
    assert (kept.group, kept.resident_kind, kept.channel) == ("resident", "cares", "web")
    assert set(kept.co_answers.values_list("code", "say")) == {("2", "asked")}
    assert kept.free_word.text == "Thank you"


def test_each_answer_is_kept_before_it_is_sent(client: Client, round_: Round):
    begin(client, round_)
    client.post(url("who", round_), {"kind": "uses"})
    client.post(url("services", round_), {"services": ["parks-and-play"]})
    address = url("question", round_, service="parks-and-play", co="commission")
    client.post(address, {"code": "4"})
    page = client.get(address)
    assert page.context["form"]["code"].value() == "4"
    page = client.get(url("next", round_), follow=True)
    assert page.redirect_chain[-1][0] == url(
        "question", round_, service="parks-and-play", co="design"
    )


def test_a_question_without_an_answer_says_what_to_do(client: Client, round_: Round):
    begin(client, round_)
    address = url("question", round_, service="home-care", co="design")
    page = client.post(address, {"say": "asked"}).content.decode()
    assert "<title>Error:" in page
    assert "Choose the answer that fits best." in page
    assert 'value="asked" checked' in page
    assert not CoAnswer.objects.in_place(round_.place).exists()


@pytest.mark.parametrize("forged", ["5", "-1", "00", "dk ", HOSTILE])
def test_codes_off_the_scale_are_not_kept(client: Client, round_: Round, forged: str):
    begin(client, round_)
    page = client.post(url("question", round_, service="home-care", co="design"), {"code": forged})
    assert page.status_code == 200
    assert not CoAnswer.objects.in_place(round_.place).exists()


def test_services_of_other_rounds_and_places_are_not_found(client, world: World, round_: Round):
    other = make_round(world.strathmuir, world.parks, slug="other")
    begin(client, round_)
    foreign = [
        url("question", round_, service="canary-service-of-glenbeg", co="design"),
        url("question", round_, service="home-care", co="invented"),
    ]
    for address in foreign:
        assert client.get(address).status_code == 404
        assert client.post(address, {"code": "3"}).status_code == 404
    moved = client.post(
        url("question", other, service="parks-and-play", co="design"), {"code": "3"}
    )
    assert moved.url == url("begin", other)
    assert not CoAnswer.objects.in_place(round_.place).exists()


def test_another_rounds_service_cannot_be_picked(client: Client, world: World):
    round_ = make_round(world.strathmuir, world.home_care, world.parks)
    begin(client, round_)
    page = client.post(url("services", round_), {"services": ["canary-service-of-glenbeg"]})
    assert page.status_code == 200
    assert page.context["form"].errors


def test_more_than_three_services_are_too_many(client: Client, world: World):
    from alongside.foundation.history.actor import system_actor
    from alongside.foundation.places.actions import add_service

    services = [
        add_service(world.strathmuir, name=f"Service {n}", by=system_actor()) for n in range(4)
    ]
    round_ = make_round(world.strathmuir, *services)
    begin(client, round_)
    picked = {"services": [service.slug for service in services]}
    assert "Pick three at most" in client.post(url("services", round_), picked).content.decode()


def test_pressing_start_twice_makes_one_draft(client: Client, round_: Round):
    key = str(uuid.uuid4())
    other_connection = Client()
    client.post(url("begin", round_), {"submission_key": key})
    second = other_connection.post(url("begin", round_), {"submission_key": key}, follow=True)
    assert second.redirect_chain[-1][0] == url("services", round_)
    assert Response.objects.in_place(round_.place).count() == 1


def test_a_start_page_used_before_never_opens_what_somebody_said(client: Client, round_: Round):
    key = str(uuid.uuid4())
    client.post(url("begin", round_), {"submission_key": key})
    client.post(url("who", round_), {"kind": "uses"})
    stranger = Client()
    stranger.post(url("begin", round_), {"submission_key": key})
    assert Response.objects.in_place(round_.place).count() == 2
    assert stranger.get(url("who", round_)).context["form"]["kind"].value() == ""


def test_sending_twice_counts_once_and_shows_the_receipt_again(client: Client, round_: Round):
    begin(client, round_)
    answer_four(client, round_, "home-care")
    page = client.get(url("check", round_))
    form = {
        "page": token_of(page),
        "seen": page.context["seen"],
        "submission_key": str(page.context["sheet"].response.submission_key),
    }
    for _ in range(2):
        assert client.post(url("check", round_), form).url == url("receipt", round_)
    assert counted(round_) == 1


def test_two_tabs_at_once_show_both_answers(client: Client, round_: Round):
    begin(client, round_)
    client.post(url("services", round_), {"services": ["home-care"]})
    answer_four(client, round_, "home-care")
    page = client.get(url("check", round_))
    client.post(url("question", round_, service="home-care", co="design"), {"code": "0"})
    form = {
        "page": token_of(page),
        "seen": page.context["seen"],
        "submission_key": str(page.context["sheet"].response.submission_key),
    }
    conflict = client.post(url("check", round_), form)
    assert conflict.status_code == 409
    assert conflict.context["differences"] == [["Home care: Design together", "Nowhere", "Often"]]
    assert counted(round_) == 0
    assert send(client, round_).status_code == 302


def test_what_the_page_showed_cannot_be_forged(client: Client, round_: Round):
    begin(client, round_)
    answer_four(client, round_, "home-care")
    page = client.get(url("check", round_))
    key = str(page.context["sheet"].response.submission_key)
    forged = {"seen": "e30:forged:forged", "submission_key": key}
    assert client.post(url("check", round_), forged).url == url("check", round_)
    assert counted(round_) == 0


def test_nothing_answered_is_not_sent(client: Client, round_: Round):
    begin(client, round_)
    page = send(client, round_)
    assert page.status_code == 409
    assert "Answer at least one question first." in page.content.decode()


def test_the_receipt_shows_three_words_once_and_they_bring_one_back(client, round_: Round):
    answered_by_guest(client, round_)
    receipt = client.get(url("receipt", round_))
    words = receipt.context["words_to_keep"]
    assert len(words.split()) == 3
    assert words in receipt.content.decode()
    assert words not in client.get(url("receipt", round_)).content.decode()
    elsewhere = Client()
    page = elsewhere.post(url("come-back", round_), {"words": words.upper()}, follow=True)
    assert page.redirect_chain[-1][0] == url("receipt", round_)


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
    for _ in range(20):
        client.post(address, {"words": "wrong wrong wrong"})
    assert client.post(address, {"words": "wrong wrong wrong"}).status_code == 429


def test_words_of_another_place_open_nothing_here(client: Client, world: World, round_: Round):
    elsewhere = make_round(world.glenbeg, world.elsewhere)
    answered = Client()
    begin(answered, elsewhere)
    words = answered.post(url("leave", elsewhere), follow=True).context["words_to_keep"]
    page = client.post(url("come-back", round_), {"words": words})
    assert page.context["form"].errors


def test_a_sent_answer_can_be_changed_until_closing(client: Client, round_: Round):
    answered_by_guest(client, round_)
    address = url("question", round_, service="home-care", co="assess") + "?from=check"
    reply = client.post(address, {"code": "0"}, follow=True)
    assert reply.redirect_chain[-1][0] == url("receipt", round_)
    codes = CoAnswer.objects.in_place(round_.place).filter(co="assess").values_list("code")
    assert list(codes) == [("0",)]
    move_closing(round_, -HOUR)
    assert client.post(address, {"code": "4"}).status_code == 409
    assert list(codes) == [("0",)]


def test_withdrawing_asks_once_and_deletes(client: Client, round_: Round):
    answered_by_guest(client, round_)
    assert "Withdraw your answers?" in client.get(url("withdraw", round_)).content.decode()
    client.post(url("withdraw", round_))
    assert counted(round_) == 0
    assert not CoAnswer.objects.in_place(round_.place).exists()
    assert client.get(url("receipt", round_)).url == url("begin", round_)


def test_a_cleared_phone_shows_nothing_and_old_pages_write_nothing(client: Client, round_: Round):
    begin(client, round_)
    address = url("question", round_, service="home-care", co="design")
    old_page = token_of(client.get(address))
    client.post(url("clear", round_))
    assert client.get(address).url == url("begin", round_)
    client.post(address, {"code": "3", "page": old_page})
    assert not CoAnswer.objects.in_place(round_.place).exists()


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


def test_staff_answer_four_questions_on_one_page_then_tick_what_they_do(client, world, round_):
    client.force_login(world.bo.user)
    page = begin(client, round_)
    assert page.redirect_chain[-1][0] == url("services", round_)
    page = client.post(url("services", round_), {"services": ["home-care"]}, follow=True)
    assert page.redirect_chain[-1][0] == url("four", round_, service="home-care")
    typed = {f"{co}-code": "2" for co in COS}
    page = client.post(url("four", round_, service="home-care"), typed, follow=True)
    assert page.redirect_chain[-1][0] == url("ways", round_, service="home-care")
    ticked = {"deliver": ["peer_support"], "design": ["journey"]}
    page = client.post(url("ways", round_, service="home-care"), ticked, follow=True)
    assert page.redirect_chain[-1][0] == url("practice", round_, service="home-care")
    details = {
        "peer_support-groups": ["resident", "staff"],
        "peer_support-level": "group",
        "peer_support-evidence_url": "https://example.org/stroke",
        "peer_support-wish_to_do_more": "on",
        "journey-level": "individual",
    }
    page = client.post(url("practice", round_, service="home-care"), details, follow=True)
    assert page.redirect_chain[-1][0] == url("word", round_)
    send(client, round_)
    kept = Response.objects.in_place(round_.place).counted().get()
    assert kept.group == "staff"
    report = PracticeReport.objects.in_place(round_.place).get(way="peer_support")
    assert (report.groups, report.level) == (["resident", "staff"], "group")
    assert report.wish_to_do_more


def test_a_missing_answer_at_a_desk_keeps_the_others(client: Client, world: World, round_: Round):
    client.force_login(world.bo.user)
    begin(client, round_)
    client.post(url("services", round_), {"services": ["home-care"]})
    typed = {f"{co}-code": "2" for co in COS[:3]}
    page = client.post(url("four", round_, service="home-care"), typed)
    assert page.status_code == 200
    assert page.content.decode().count("<title>Error:") == 1
    assert len(page.context["errors"]) == 1
    assert CoAnswer.objects.in_place(round_.place).count() == 3


def test_a_wrong_link_is_shown_and_the_rest_of_the_form_is_kept(client, world, round_: Round):
    client.force_login(world.bo.user)
    begin(client, round_)
    client.post(url("ways", round_, service="parks-and-play"), {"design": ["journey"]})
    typed = {"journey-evidence_url": "not a link", "journey-what_they_bring": "Time"}
    page = client.post(url("practice", round_, service="parks-and-play"), typed)
    assert "Enter a web address" in page.content.decode()
    assert 'value="Time"' in page.content.decode()


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


def test_a_draft_may_be_sent_in_the_days_of_grace_and_is_marked_late(client, round_: Round):
    begin(client, round_)
    answer_four(client, round_, "home-care")
    move_closing(round_, -HOUR)
    assert "it is marked as late" in client.get(url("check", round_)).content.decode()
    send(client, round_)
    receipt = client.get(url("receipt", round_)).content.decode()
    assert "marked as late" in receipt
    assert "nothing can be changed now" in receipt
    assert Client().post(url("begin", round_)).status_code == 409


def test_staff_get_one_example_back_about_what_happens_least(client, world, round_: Round):
    for co in ("commission", "assess"):
        Practice.objects.create(
            place=world.nation,
            slug=co,
            title=f"Example of {co}",
            service_area="Social care",
            co=co,
            what_happens="Something.",
        )
    client.force_login(world.bo.user)
    begin(client, round_)
    client.post(url("services", round_), {"services": ["home-care"]})
    typed = {f"{co}-code": "3" for co in COS} | {"assess-code": "0"}
    client.post(url("four", round_, service="home-care"), typed)
    send(client, round_)
    receipt = client.get(url("receipt", round_)).content.decode()
    assert "Example of assess" in receipt
    assert "Example of commission" not in receipt


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


def test_hostile_words_are_shown_as_words(client: Client, world: World, round_: Round):
    world.home_care.name = HOSTILE[:100]
    world.home_care.save(update_fields=["name"])
    begin(client, round_)
    client.post(url("services", round_), {"services": ["home-care"]})
    answer_four(client, round_, "home-care")
    client.post(url("word", round_), {"text": HOSTILE})
    for name in ("check", "word"):
        page = client.get(url(name, round_)).content.decode()
        assert "<script>alert" not in page
        assert "&lt;script&gt;alert(1)" in page
    send(client, round_)
    assert "<script>alert" not in client.get(url("receipt", round_)).content.decode()
    assert FreeWord.objects.in_place(round_.place).get().text == HOSTILE


def test_pages_speak_in_the_words_of_the_place(client: Client, world: World, round_: Round):
    Term.objects.create(
        place=world.strathmuir,
        language="en-gb",
        key="resident",
        forms={"singular": "neighbour", "plural": "neighbours"},
    )
    begin(client, round_)
    page = client.get(url("question", round_, service="home-care", co="design")).content.decode()
    assert "neighbours and" in page
    assert "residents" not in page


PAGES = ("begin", "who", "services", "word", "check", "leave", "withdraw", "come-back")


@pytest.mark.parametrize("name", PAGES)
def test_pages_take_few_queries(client, round_: Round, django_assert_max_num_queries, name: str):
    begin(client, round_)
    client.post(url("services", round_), {"services": ["home-care", "parks-and-play"]})
    answer_four(client, round_, "home-care")
    with django_assert_max_num_queries(12):
        assert client.get(url(name, round_)).status_code == 200


def test_questions_take_few_queries(client, world, round_: Round, django_assert_max_num_queries):
    begin(client, round_)
    with django_assert_max_num_queries(12):
        client.get(url("question", round_, service="home-care", co="design"))
    client.force_login(world.bo.user)
    begin(client, round_)
    client.post(url("ways", round_, service="parks-and-play"), {"design": ["journey"]})
    for name in ("four", "ways", "practice"):
        with django_assert_max_num_queries(12):
            assert client.get(url(name, round_, service="parks-and-play")).status_code == 200
    with django_assert_max_num_queries(12):
        client.get(url("check", round_))
