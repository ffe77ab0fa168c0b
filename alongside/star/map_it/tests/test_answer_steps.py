"""The pages of a sheet, as a phone or a desk sees them."""

import pytest
from django.test import Client

from alongside.foundation.places.models import Term
from alongside.foundation.responses.models import Response
from alongside.star.map_it.models import CoAnswer, FreeWord, PracticeReport, Round
from alongside.star.map_it.tests.answer_pages import (
    COS,
    HOSTILE,
    answer_four,
    begin,
    counted,
    send,
    url,
)
from alongside.star.map_it.tests.answering import make_round
from tests.people import World


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


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
