"""Writing a case: from an activity, page by page, by two people at once."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.test import Client
from django.utils import timezone

from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.initiatives.actions import decide_initiative, found_initiative
from alongside.foundation.initiatives.models import Initiative, Stage
from alongside.learning.case_studies.actions.writing import (
    keep_contact,
    remove_contact,
    save_page,
    start_case,
)
from alongside.learning.case_studies.models import CaseContact, CaseStudy
from alongside.learning.case_studies.queries.writing import page_seen
from tests.asking import hidden
from tests.people import World
from tests.telling import write_case

CASES = "/strathmuir/workspace/cases/"


@pytest.fixture
def club(world: World) -> Initiative:
    return found_initiative(
        world.strathmuir,
        title="Lunch club",
        co="deliver",
        approach="co-performing",
        service=world.home_care,
        what_happens="Neighbours cook.",
        what_changed="Fewer people eat alone.",
        quotation="I came for the soup",
        quoted_who="a neighbour",
        quotation_agreed=True,
        groups=["resident"],
        people_count=18,
        cost_pence=90_000,
        by=world.cara.actor,
    )


def signed_in(client: Client, somebody) -> Client:
    client.force_login(somebody.user)
    return client


def test_nobody_types_again_what_the_activity_knows(world: World, club: Initiative) -> None:
    decide_initiative(club, verdict=Stage.STOPPED, reason="Too far to walk", by=world.cara.actor)
    case = start_case(world.strathmuir, key=uuid4(), initiative=club, by=world.cara.actor)
    assert case.title == "Lunch club"
    assert case.approach == "co-performing"
    assert case.service_area == "Adult social care"  # as the index files home care
    assert case.people_count == 18
    assert case.introduction == "Neighbours cook."
    assert case.outcomes == "Fewer people eat alone.\n\n“I came for the soup” (a neighbour)"
    assert case.learning == "Too far to walk"
    assert case.author_name == "Cara"


def test_words_that_nobody_agreed_to_are_left_behind(world: World, club: Initiative) -> None:
    club.quotation_agreed = False
    case = start_case(world.strathmuir, key=uuid4(), initiative=club, by=world.cara.actor)
    assert "soup" not in case.outcomes


def test_pressed_twice_it_begins_once(world: World) -> None:
    key = uuid4()
    first = start_case(world.strathmuir, key=key, title="Once", by=world.cara.actor)
    assert start_case(world.strathmuir, key=key, title="Once", by=world.cara.actor) == first
    again = start_case(world.strathmuir, key=uuid4(), title="Once", by=world.cara.actor)
    assert again.slug == "once-2"


def test_who_only_contributes_writes_no_case(world: World) -> None:
    with pytest.raises(Refusal):
        start_case(world.strathmuir, key=uuid4(), title="Mine", by=world.bo.actor)
    with pytest.raises(Refusal):
        start_case(world.strathmuir, key=uuid4(), title="Mine", by=world.eve.actor)
    assert not CaseStudy.objects.in_place(world.strathmuir).exists()
    assert not Event.objects.filter(verb="start_case").exists()


def test_a_page_is_kept_when_going_on(world: World, club: Initiative, client: Client) -> None:
    signed_in(client, world.cara)
    page = client.get(f"{CASES}new/")
    assert "Lunch club" in page.text
    sent = {"activity": club.slug, "submission_key": hidden(page, "submission_key")}
    began = client.post(f"{CASES}new/", sent)
    assert began["Location"] == f"{CASES}lunch-club/about/"
    page = client.get(f"{CASES}lunch-club/story/")
    sent = {"seen": hidden(page, "seen"), "introduction": "New words", "objectives": "More"}
    assert client.post(f"{CASES}lunch-club/story/", sent)["Location"].endswith("/change/")
    case = CaseStudy.objects.in_place(world.strathmuir).get()
    assert (case.introduction, case.objectives) == ("New words", "More")
    assert "need" in client.get(f"{CASES}lunch-club/").text


def test_figures_are_rows_and_need_a_name(world: World, client: Client) -> None:
    case = start_case(world.strathmuir, key=uuid4(), title="Falls", by=world.cara.actor)
    signed_in(client, world.cara)
    seen = page_seen(case, "change")
    sent = {"seen": seen, "indicators_0_before": "41", "outcomes": "Kept <b>as typed</b>"}
    wrong = client.post(f"{CASES}falls/change/", sent)
    assert wrong.status_code == 422
    assert "Say what was counted" in wrong.text
    assert "Kept &lt;b&gt;as typed" in wrong.text
    sent |= {"indicators_0_what": "Falls", "indicators_2_what": "Visits"}
    assert client.post(f"{CASES}falls/change/", sent).status_code == 302
    case.refresh_from_db()
    assert [row["what"] for row in case.indicators] == ["Falls", "Visits"]


def test_two_people_on_one_page_lose_nothing(world: World, client: Client) -> None:
    case = start_case(world.strathmuir, key=uuid4(), title="Both", by=world.cara.actor)
    seen = page_seen(case, "story")
    save_page(case, "story", seen=seen, introduction="Rona's", by=world.rona.actor)
    signed_in(client, world.cara)
    answer = client.post(f"{CASES}both/story/", {"seen": seen, "introduction": "Cara's"})
    assert answer.status_code == 422
    assert "Cara&#x27;s" in answer.text
    case.refresh_from_db()
    assert case.introduction == "Rona's"
    again = {"seen": hidden(answer, "seen"), "introduction": "Cara's"}
    assert client.post(f"{CASES}both/story/", again).status_code == 302
    # Another page at the same time is no matter, nor is the same page sent twice.
    save_page(case, "learning", seen=page_seen(case, "learning"), learning="L", by=world.rona.actor)
    assert client.post(f"{CASES}both/story/", again).status_code == 302


def test_a_case_that_was_sent_is_not_changed(world: World, client: Client) -> None:
    case = write_case(world.strathmuir, by=world.cara.actor)
    CaseStudy.objects.in_place(world.strathmuir).update(state=CaseStudy.State.SUBMITTED)
    with pytest.raises(Refusal):
        save_page(
            case, "story", seen=page_seen(case, "story"), introduction="x", by=world.cara.actor
        )
    signed_in(client, world.cara)
    assert client.get(f"{CASES}{case.slug}/story/")["Location"] == f"{CASES}{case.slug}/"


def test_a_contact_can_be_reached_and_has_a_last_day(world: World, client: Client) -> None:
    case = write_case(world.strathmuir, by=world.cara.actor)
    signed_in(client, world.cara)
    address = f"{CASES}{case.slug}/contact/"
    day = timezone.localdate() + timedelta(days=90)
    sent = {"name": "Jo Brand", "expires_on_0": day.day, "expires_on_1": day.month}
    assert "Enter an email address or a telephone number" in client.post(address, sent).text
    sent |= {"phone": "01632 960", "expires_on_2": day.year, "agreed": "on"}
    assert client.post(address, sent).status_code == 302
    found = CaseContact.objects.in_place(world.strathmuir).get(name="Jo Brand")
    with pytest.raises(Refusal):
        keep_contact(
            case,
            name="Late",
            phone="1",
            expires_on=day + timedelta(days=2000),
            by=world.cara.actor,
        )
    with pytest.raises(Refusal):
        remove_contact(found, by=world.bo.actor)
    assert client.post(f"{CASES}{case.slug}/contact/{found.pk}/remove/").status_code == 302
    assert "Jo Brand" not in client.get(f"{CASES}{case.slug}/").text
