"""Check, send, receipt, change, withdraw."""

import pytest
from django.test import Client

from alongside.foundation.practices.models import Practice
from alongside.star.map_it.models import CoAnswer, Round
from alongside.star.map_it.tests.answer_pages import (
    COS,
    HOUR,
    answer_four,
    answered_by_guest,
    begin,
    counted,
    send,
    token_of,
    url,
)
from alongside.star.map_it.tests.answering import make_round, move_closing
from tests.people import World


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


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
