"""Pages of initiatives, as each of the named people meets them."""

from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from alongside.foundation.initiatives.actions import (
    decide_initiative,
    describe_initiative,
    found_initiative,
    propose_candidate,
)
from alongside.foundation.initiatives.models import Initiative, Stage
from alongside.foundation.practices.tests.test_queries import add
from tests.people import World

LIST = "/strathmuir/workspace/activities/"
PAGE = f"{LIST}lunch-club/"
PUBLIC = "/strathmuir/activities/lunch-club/"
WHOLE: dict[str, Any] = {
    "what_happens": "Neighbours cook with people who come.",
    "groups": ["resident", "staff"],
    "level": "group",
    "people_count": 1046,
    "cost_pence": 320_050,
    "cost_note": "a year",
    "what_changed": "Eleven people come who ate alone.",
    "quotation": "Now I do the soup.",
    "quoted_who": "Jean, 74",
    "quotation_agreed": True,
    "evidence_url": "https://example.org/lunch",
}


@pytest.fixture
def lunch(world: World) -> Initiative:
    return found_initiative(
        world.strathmuir, title="Lunch club", co="deliver", approach="co-performing",
        service=world.home_care, by=world.cara.actor, **WHOLE,
    )  # fmt: skip


def form_of(**changes: Any) -> dict[str, Any]:
    return {"title": "Lunch club", "co": "deliver", "service": "home-care", **changes}


def test_a_page_shows_people_cost_change_quotation_and_cases(
    world: World, lunch: Initiative, client: Client
) -> None:
    add(world.nation, "Food Train", "deliver", "co-performing")
    client.force_login(world.ann.user)
    page = client.get(PAGE).text
    for words in (
        "1,046", "£3,200.50", "a year", "Eleven people come", "Now I do the soup.", "Jean, 74",
        "front-line staff", "residents", "Do together", "Home care", "Happening already",
        "Food Train", "https://example.org/lunch",
    ):  # fmt: skip
        assert words in page
    assert "/edit/" not in page


def test_others_tried_in_the_same_way_stand_beside(
    world: World, lunch: Initiative, client: Client
) -> None:
    shared = {"co": "deliver", "approach": "co-performing", "by": world.cara.actor}
    rota = found_initiative(world.strathmuir, title="Shopping rota", **shared)
    decide_initiative(rota, verdict=Stage.STOPPED, reason="Two came.", by=world.cara.actor)
    propose_candidate(world.strathmuir, title="Only an idea", **shared)
    client.force_login(world.ann.user)
    page = client.get(PAGE)
    assert [card["initiative"].title for card in page.context["tried"]] == ["Shopping rota"]


def test_words_without_agreement_are_shown_to_nobody(
    world: World, lunch: Initiative, client: Client
) -> None:
    describe_initiative(lunch, by=world.cara.actor, quotation_agreed=False)
    for name in ("ann", "cara"):
        client.force_login(getattr(world, name).user)
        assert "Now I do the soup." not in client.get(PAGE).text
    assert "A quotation waits" in client.get(PAGE).text


def test_the_list_is_filtered_by_stage_co_and_service(
    world: World, lunch: Initiative, client: Client
) -> None:
    propose_candidate(
        world.strathmuir, title="Inspect parks", co="assess", service=world.parks,
        by=world.cara.actor,
    )  # fmt: skip
    client.force_login(world.ann.user)

    def shown(**filters: str) -> set[str]:
        return {c["initiative"].title for c in client.get(LIST, filters).context["cards"]}

    assert shown() == {"Lunch club", "Inspect parks"}
    assert shown(stage="candidate") == {"Inspect parks"}
    assert shown(co="deliver") == {"Lunch club"}
    assert shown(service="parks-and-play") == {"Inspect parks"}
    assert shown(stage="existing", co="assess") == set()
    assert shown(stage="gone", service="nowhere") == {"Lunch club", "Inspect parks"}


def test_describing_saves_and_shows_it(world: World, lunch: Initiative, client: Client) -> None:
    client.force_login(world.rona.user)
    page = client.get(f"{PAGE}edit/")
    assert page.context["form"].initial["title"] == "Lunch club"
    assert "£3,200.50" in page.text
    answer = client.post(f"{PAGE}edit/", form_of(cost_pence="£80,000", people_count="12"))
    assert answer.status_code == 303
    kept = Initiative.objects.in_place(world.strathmuir).get()
    assert (kept.cost_pence, kept.people_count, kept.quotation) == (8_000_000, 12, "")


@pytest.mark.parametrize("cost", ["a lot", "-5", "1.234", "9" * 19, "8 pounds"])
def test_an_amount_that_is_none_is_told_and_the_input_kept(
    world: World, lunch: Initiative, client: Client, cost: str
) -> None:
    client.force_login(world.cara.user)
    answer = client.post(f"{PAGE}edit/", form_of(cost_pence=cost, what_happens="Kept words"))
    assert answer.status_code == 422
    assert "Kept words" in answer.text
    assert Initiative.objects.in_place(world.strathmuir).get().cost_pence == 320_050


def test_a_public_page_needs_the_quoted_persons_agreement(
    world: World, lunch: Initiative, client: Client
) -> None:
    client.force_login(world.cara.user)
    answer = client.post(f"{PAGE}edit/", form_of(is_public="on", quotation="Words"))
    assert answer.status_code == 422
    assert "Ask them first" in answer.text


def test_adding_twice_with_one_form_adds_one(world: World, client: Client) -> None:
    client.force_login(world.cara.user)
    told = form_of(submission_key=str(uuid4()))
    for _ in range(2):
        assert client.post(f"{LIST}new/candidate/", told).url == PAGE
    assert Initiative.objects.in_place(world.strathmuir).with_stage().get().stage == "candidate"


def test_a_service_of_another_place_cannot_be_chosen(world: World, client: Client) -> None:
    client.force_login(world.cara.user)
    answer = client.post(f"{LIST}new/existing/", form_of(service=world.elsewhere.slug))
    assert answer.status_code == 422
    assert "Canary" not in client.get(f"{LIST}new/existing/").text


def test_a_trial_needs_its_question_and_the_day_on_which_it_stops(
    world: World, lunch: Initiative, client: Client
) -> None:
    decide_initiative(lunch, verdict=Stage.TAKEN_ON, by=world.cara.actor)
    client.force_login(world.cara.user)
    address = f"{PAGE}decide/trying/"
    seen = client.get(address).context["form"].initial["seen"]
    assert client.post(address, {"seen": seen}).status_code == 422
    day = timezone.localdate() + timedelta(days=30)
    told = {"seen": seen, "question": "Who comes?", "reason": "", "budget_pence": "£1,500"}
    past = {"stops_on_0": "1", "stops_on_1": "1", "stops_on_2": "2020"}
    assert client.post(address, {**told, **past}).status_code == 422
    future = {"stops_on_0": day.day, "stops_on_1": day.month, "stops_on_2": day.year}
    assert client.post(address, {**told, **future}).status_code == 303
    kept = lunch.decisions.get(verdict="trying")
    assert (kept.stops_on, kept.budget_pence) == (day, 150_000)


def test_stopping_says_what_was_learned_and_everyone_may_read_it(
    world: World, lunch: Initiative, client: Client
) -> None:
    describe_initiative(lunch, by=world.cara.actor, is_public=True)
    client.force_login(world.cara.user)
    address = f"{PAGE}decide/stopped/"
    seen = client.get(address).context["form"].initial["seen"]
    assert client.post(address, {"seen": seen}).status_code == 422
    assert client.post(address).status_code == 422
    told = {"seen": seen, "reason": "It needs a hall.", "decided_by": "The board", "dissent": "Ida"}
    assert client.post(address, told).url == PAGE
    client.logout()
    page = client.get(PUBLIC).text
    assert "It needs a hall." in page
    assert "Stopped, and what we learned" in page
    assert "The board" not in page
    assert "Ida" not in page


def test_two_people_deciding_at_once_are_told(
    world: World, lunch: Initiative, client: Client
) -> None:
    client.force_login(world.cara.user)
    seen = lunch.decisions.get().pk
    decide_initiative(lunch, verdict=Stage.BACK_BURNER, reason="Later", by=world.rona.actor)
    answer = client.post(f"{PAGE}decide/taken_on/", {"seen": seen})
    assert answer.status_code == 409
    assert "Somebody decided" in answer.text


def test_the_public_page_is_there_only_when_it_was_made_public(
    world: World, lunch: Initiative, client: Client
) -> None:
    assert client.get(PUBLIC).status_code == 404
    assert "Lunch club" not in client.get("/strathmuir/activities/").text
    describe_initiative(lunch, by=world.cara.actor, is_public=True)
    page = client.get(PUBLIC)
    assert page.status_code == 200
    assert "Now I do the soup." in page.text
    assert "Cara" not in page.text
    assert "Lunch club" in client.get("/strathmuir/activities/").text
    assert client.get("/glenbeg/activities/lunch-club/").status_code == 404
    assert client.post(PUBLIC).status_code == 405


READ = (LIST, PAGE)
EDIT = (
    f"{LIST}new/existing/",
    f"{LIST}new/candidate/",
    f"{PAGE}edit/",
    f"{PAGE}decide/stopped/",
)


def test_who_may_open_what(world: World, lunch: Initiative, client: Client) -> None:
    assert {client.get(a).status_code for a in READ + EDIT} == {302}
    for name in ("ann", "bo", "dev"):
        client.force_login(getattr(world, name).user)
        assert {client.get(a).status_code for a in READ} == {200}
        assert {client.get(a).status_code for a in EDIT} == {403}
        assert {client.post(a, form_of()).status_code for a in EDIT} == {403}
    for name in ("cara", "rona"):
        client.force_login(getattr(world, name).user)
        assert {client.get(a).status_code for a in READ + EDIT} == {200}
        assert {client.post(a).status_code for a in READ} == {405}
    for name in ("eve", "fay"):
        client.force_login(getattr(world, name).user)
        assert {client.get(a).status_code for a in READ + EDIT} == {404}
        assert {client.post(a, form_of()).status_code for a in EDIT} == {404}
    assert Initiative.objects.in_place(world.strathmuir).get().title == "Lunch club"


@pytest.mark.parametrize(
    "rest", ["new/stopped/", "lunch-club/decide/robots/", "gone/", "gone/edit/"]
)
def test_addresses_that_lead_nowhere_are_not_found(
    world: World, lunch: Initiative, client: Client, rest: str
) -> None:
    client.force_login(world.cara.user)
    assert client.get(f"{LIST}{rest}").status_code == 404
    assert client.get(f"{PAGE}decide/not_forward/").status_code == 404


def test_hostile_words_stay_words(world: World, lunch: Initiative, client: Client) -> None:
    hostile = "<script>alert(1)</script>"
    texts = ("title", "what_happens", "what_changed", "quotation", "quoted_who", "cost_note")
    describe_initiative(lunch, by=world.cara.actor, is_public=True, **dict.fromkeys(texts, hostile))
    decide_initiative(
        lunch, verdict=Stage.STOPPED, reason=hostile, decided_by=hostile, dissent=hostile,
        by=world.cara.actor,
    )  # fmt: skip
    client.force_login(world.cara.user)
    for address in (LIST, PAGE, f"{PAGE}edit/", PUBLIC, "/strathmuir/activities/"):
        assert "<script>alert(1)" not in client.get(address).text


@pytest.mark.parametrize("rows", [1, 3, 50])
def test_pages_cost_few_queries_however_much_there_is(
    world: World, lunch: Initiative, client: Client, rows: int, django_assert_max_num_queries: Any
) -> None:
    for n in range(rows):
        made = found_initiative(
            world.strathmuir, title=f"Activity {n}", co="deliver", approach="co-performing",
            service=world.home_care, is_public=True, by=world.cara.actor,
        )  # fmt: skip
        decide_initiative(made, verdict=Stage.TAKEN_ON, by=world.cara.actor)
        add(world.nation, f"Case {n}", "deliver", "co-performing")
    client.force_login(world.cara.user)
    for address in (LIST, PAGE, f"{PAGE}edit/", "/strathmuir/activities/"):
        with django_assert_max_num_queries(12):
            assert client.get(address).status_code == 200
