"""Paper: the form to print, and the screen on which a batch is keyed in."""

import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.responses.models import Response
from alongside.star.map_it.models import CoAnswer, Round
from alongside.star.map_it.tests.answering import make_round
from tests.people import World

HOSTILE = "<script>alert(1)</script> =cmd|' /C'!A0"


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


@pytest.fixture
def cara(client: Client, world: World) -> Client:
    client.force_login(world.cara.user)
    return client


def url(name: str, round_: Round) -> str:
    return reverse(f"answer:{name}", args=[round_.place.slug, round_.slug])


def row(index: int, codes: str = "", **more: str) -> dict[str, str]:
    cos = ("commission", "design", "deliver", "assess")
    typed = {f"r{index}-code_{co}": code for co, code in zip(cos, codes, strict=False)}
    return {
        f"r{index}-number": str(index),
        **typed,
        **{f"r{index}-{name}": value for name, value in more.items()},
    }


def batch(*rows: dict[str, str], **changes: str) -> dict[str, str]:
    typed = {
        "rows": "12",
        "batch": "library 3",
        "source": "resident/uses",
        "service": "parks-and-play",
        **changes,
    }
    for one in rows:
        typed.update(one)
    return typed


def counted(round_: Round) -> int:
    return Response.objects.in_place(round_.place).counted().count()


def test_a_batch_of_forms_is_kept_together(cara: Client, round_: Round):
    typed = batch(row(1, "012d"), row(2, "34n0", source="staff/", service="home-care"), row(3))
    page = cara.post(url("paper", round_), typed, follow=True).content.decode()
    assert "Forms kept: 2." in page
    assert "LIBRARY 3" in page
    kept = Response.objects.in_place(round_.place).counted()
    assert set(kept.values_list("group", "resident_kind")) == {("resident", "uses"), ("staff", "")}
    codes = CoAnswer.objects.in_place(round_.place).filter(response__group="staff")
    assert dict(codes.values_list("co", "code")) == {
        "commission": "3",
        "design": "4",
        "deliver": "na",
        "assess": "0",
    }


def test_sending_the_same_batch_again_does_not_double(cara: Client, round_: Round):
    typed = batch(row(1, "0123"), row(2, "0123"))
    cara.post(url("paper", round_), typed)
    page = cara.post(url("paper", round_), typed, follow=True).content.decode()
    assert "counted once: 2" in page
    assert counted(round_) == 2


def test_a_problem_in_one_row_keeps_all_rows_on_the_screen(cara: Client, round_: Round):
    typed = batch(row(1, "0123"), row(2, "01x3", word=HOSTILE))
    page = cara.post(url("paper", round_), typed)
    html = page.content.decode()
    assert "<title>Error:" in html
    assert "Row 2: Question 3: type 0 to 4" in html
    assert 'href="#id_r2-code_deliver"' in html
    assert "<script>alert" not in html
    assert "&lt;script&gt;alert" in html
    assert counted(round_) == 0


def test_a_form_keyed_before_with_other_answers_is_named(cara: Client, round_: Round):
    cara.post(url("paper", round_), batch(row(1, "0123")))
    page = cara.post(url("paper", round_), batch(row(1, "4444"), row(2, "0123")))
    assert page.status_code == 409
    assert (
        "Row 1, number 1: This form was keyed in before, with other answers."
        in page.content.decode()
    )
    assert counted(round_) == 1


def test_two_rows_with_one_number_are_one_person_on_two_services(cara: Client, round_: Round):
    second = {**row(2, "4444", service="home-care"), "r2-number": "1"}
    cara.post(url("paper", round_), batch(row(1, "0123"), second))
    assert counted(round_) == 1
    assert CoAnswer.objects.in_place(round_.place).count() == 8


def test_two_rows_with_one_number_that_do_not_fit_are_named(cara: Client, round_: Round):
    second = {**row(2, "4444"), "r2-number": "1"}
    page = cara.post(url("paper", round_), batch(row(1, "0123"), second)).content.decode()
    assert "number 1 stands there twice" in page
    assert counted(round_) == 0


@pytest.mark.parametrize(
    "wrong",
    [
        batch(),
        batch(row(1, "0123"), batch=""),
        batch(row(1, "0123"), service="canary-service-of-glenbeg"),
        batch(row(1, "0123"), source="invented/"),
        batch(row(1, "0123", source="elected/uses")),
        batch(row(1, "0123", number="")),
        batch(row(1, "0123", number="-4")),
        batch(row(1, "5123")),
    ],
)
def test_wrong_batches_are_told_and_not_kept(cara: Client, round_: Round, wrong: dict[str, str]):
    page = cara.post(url("paper", round_), wrong)
    assert page.status_code == 200
    assert "There is something to put right" in page.content.decode()
    assert counted(round_) == 0


def test_more_rows_keep_what_was_typed(cara: Client, round_: Round):
    page = cara.post(url("paper", round_), batch(row(1, "01x3"), more="1"))
    html = page.content.decode()
    assert len(page.context["rows"]) == 24
    assert 'value="x"' in html
    assert "There is something to put right" not in html


@pytest.mark.parametrize("rows", ["0", "-5", "99999999999", "many", ""])
def test_a_forged_number_of_rows_does_no_harm(cara: Client, round_: Round, rows: str):
    assert cara.post(url("paper", round_), batch(rows=rows)).status_code == 200


def test_a_day_that_does_not_exist_is_told(cara: Client, round_: Round):
    day = {"filled_in_on_0": "31", "filled_in_on_1": "2", "filled_in_on_2": "2026"}
    page = cara.post(url("paper", round_), batch(row(1, "0123"), **day)).content.decode()
    assert "Enter a real date" in page
    assert counted(round_) == 0


def test_anyone_may_print_the_form_with_codes_and_a_person_to_ring(client, world, round_: Round):
    place = world.strathmuir
    place.contact_name, place.contact_phone = "Moira Bain", "01234 567 890"
    place.save()
    page = client.get(url("paper-form", round_) + "?service=parks-and-play").content.decode()
    assert "In Parks and play, how often" in page
    assert "Moira Bain, 01234 567 890" in page
    assert page.count('<span class="answer-box">d</span>') == 4
    assert "Nobody here reads your answers one by one." in page
    assert "answer-form--large" not in page
    large = client.get(url("paper-form", round_) + "?large").content.decode()
    assert "answer-form--large" in large


def test_a_form_of_another_place_is_not_found(client: Client, world: World, round_: Round):
    address = reverse("answer:paper-form", args=[world.glenbeg.slug, round_.slug])
    assert client.get(address).status_code == 404


def test_a_number_of_rows_that_is_none_is_passed_over(cara: Client, round_: Round):
    typed = batch(row(1, "012d"), rows="\u00b2", more="1")
    assert cara.post(url("paper", round_), typed).status_code == 200
