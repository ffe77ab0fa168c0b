"""A case on its way: every move from every state, and what publishing brings about."""

from datetime import timedelta
from itertools import product

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from alongside.foundation.history.actor import ANONYMOUS
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.foundation.practices.models import Practice
from alongside.foundation.practices.queries import practices_that_fit
from alongside.foundation.search.queries import find
from alongside.learning.case_studies.actions.moving import move_case
from alongside.learning.case_studies.actions.writing import save_page
from alongside.learning.case_studies.models import CaseLabel, CaseStudy
from alongside.learning.case_studies.queries.writing import page_seen
from alongside.learning.case_studies.rules import MOVES, State
from tests.people import World
from tests.telling import publish_case, write_case

REVIEW = "/caldonia/national/cases/"


@pytest.fixture
def case(world: World) -> CaseStudy:
    return write_case(world.strathmuir, by=world.cara.actor)


def put(case: CaseStudy, state: str) -> CaseStudy:
    CaseStudy.objects.in_place(case.place).filter(pk=case.pk).update(state=state)
    return case


def test_every_move_from_every_state_is_as_the_table_says(world: World, case: CaseStudy) -> None:
    for verb, state in product(MOVES, State):
        move = MOVES[verb]
        by = world.cara.actor if move.by_partnership else world.fay.actor
        put(case, state)
        if state in move.begins and verb != "withdraw":
            assert move_case(case, verb, reason="why", by=by).state == move.ends
        elif state == move.ends:
            assert move_case(case, verb, reason="why", by=by).state == state
        else:
            Practice.objects.in_place(world.nation).update(withdrawn_on=timezone.localdate())
            with pytest.raises(Refusal) as refused:
                move_case(case, verb, reason="why", by=by)
            assert refused.value.code in {"not_from_here", "not_public"}


def test_only_whose_move_it_is_makes_it(world: World, case: CaseStudy) -> None:
    for verb, move in MOVES.items():
        put(case, move.begins[-1])
        wrong = [world.bo.actor, world.eve.actor]
        wrong += [] if move.by_team else [world.fay.actor]
        wrong += [] if move.by_partnership else [world.cara.actor]
        for actor in wrong:
            with pytest.raises(Refusal) as refused:
                move_case(case, verb, reason="why", by=actor)
            assert refused.value.code == "not_allowed"


def test_what_lacks_its_answers_is_not_sent(world: World, case: CaseStudy) -> None:
    CaseStudy.objects.in_place(world.strathmuir).update(learning="", permission="")
    with pytest.raises(Refusal) as refused:
        move_case(case, "submit", by=world.cara.actor)
    assert refused.value.parameters["missing"] == ["learning", "permission"]


def test_sent_back_with_a_reason_that_the_writer_reads(
    world: World, case: CaseStudy, client: Client, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        move_case(case, "submit", by=world.cara.actor)
    assert [letter.to for letter in mail.outbox] == [["fay@example.org"]]
    assert REVIEW in mail.outbox[0].body
    client.force_login(world.fay.user)
    assert case.title in client.get(REVIEW).text
    url = f"{REVIEW}strathmuir/{case.slug}/"
    assert "marmalade" in client.get(url).text
    assert client.post(f"{url}send_back/", {"reason": ""}).status_code == 422
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{url}send_back/", {"reason": "Who paid for it?"})
    assert mail.outbox[1].to == ["cara@example.org"]
    assert "Who paid for it?" in mail.outbox[1].body
    client.force_login(world.cara.user)
    page = client.get(f"/strathmuir/workspace/cases/{case.slug}/").text
    assert "Who paid for it?" in page
    assert "Send it to the national team" in page


def test_a_draft_is_nobodys_business_in_the_nation(
    world: World, case: CaseStudy, client: Client
) -> None:
    client.force_login(world.fay.user)
    assert case.title not in client.get(REVIEW).text
    assert client.get(f"{REVIEW}strathmuir/{case.slug}/").status_code == 404


def test_published_it_is_found_read_and_suggested(world: World, client: Client) -> None:
    case = publish_case(world.strathmuir, by=world.cara.actor, team=world.fay.actor)
    practice = Practice.objects.in_place(world.nation).get()
    page = client.get(f"/learn/cases/caldonia/{practice.slug}/")
    for told in (
        "marmalade",
        "£3,200",
        "Cara of Strathmuir",
        "mo@example.org",
        "27",
        "last checked",
    ):
        assert told in page.text
    assert [one.title for one in find(ANONYMOUS, "marmalade").found] == [case.title]
    # Glenbeg has the same nation: where this isn't happening, the case is suggested.
    fits = practices_that_fit(
        world.glenbeg, co="deliver", approach="co-performing", service_areas=["Home care"]
    )
    assert [str(fit.practice) for fit in fits] == [case.title]
    client.force_login(world.eve.user)
    inside = client.get(f"/glenbeg/workspace/practices/from/caldonia/{practice.slug}/")
    assert f"/learn/cases/caldonia/{practice.slug}/" in inside.text


def test_what_is_published_stays_while_its_copy_is_changed(world: World, client: Client) -> None:
    case = publish_case(world.strathmuir, by=world.cara.actor, team=world.fay.actor)
    practice = Practice.objects.in_place(world.nation).get()
    address = f"/learn/cases/caldonia/{practice.slug}/"
    case = move_case(case, "revise", by=world.cara.actor)
    seen = page_seen(case, "learning")
    case = save_page(case, "learning", seen=seen, learning="Ask twice.", by=world.cara.actor)
    assert "Ask twice." not in client.get(address).text
    move_case(move_case(case, "submit", by=world.cara.actor), "publish", by=world.fay.actor)
    assert "Ask twice." in client.get(address).text
    assert Practice.objects.in_place(world.nation).count() == 1
    labels = CaseLabel.objects.in_place(world.nation).values_list("kind", "key")
    assert set(labels) == {
        ("co", "deliver"),
        ("co", "assess"),
        ("approach", "co-performing"),
        ("outcome", "safety"),
    }


def test_withdrawn_it_says_so_and_comes_back_at_the_same_address(
    world: World, client: Client
) -> None:
    case = publish_case(world.strathmuir, by=world.cara.actor, team=world.fay.actor)
    practice = Practice.objects.in_place(world.nation).get()
    address = f"/learn/cases/caldonia/{practice.slug}/"
    case = move_case(case, "withdraw", reason="It ended", by=world.cara.actor)
    gone = client.get(address)
    assert gone.status_code == 410
    assert "marmalade" not in gone.text
    assert not find(ANONYMOUS, "marmalade").found
    assert not practices_that_fit(world.glenbeg, co="deliver")
    assert "0 cases" not in client.get("/learn/cases/").text
    case = move_case(case, "revise", by=world.cara.actor)
    move_case(move_case(case, "submit", by=world.cara.actor), "publish", by=world.fay.actor)
    assert client.get(address).status_code == 200


def test_before_an_election_nothing_is_published(world: World, case: CaseStudy) -> None:
    today = timezone.localdate()
    world.strathmuir.publishing_paused_from = today
    world.strathmuir.publishing_paused_until = today + timedelta(days=30)
    world.strathmuir.save()
    move_case(case, "submit", by=world.cara.actor)
    with pytest.raises(Refusal) as refused:
        move_case(case, "publish", by=world.fay.actor)
    assert refused.value.code == "paused"
    assert not Practice.objects.in_place(world.nation).exists()


def test_a_title_that_the_library_has_is_refused_with_what_to_do(world: World) -> None:
    publish_case(world.strathmuir, by=world.cara.actor, team=world.fay.actor)
    with pytest.raises(Refusal) as refused:
        publish_case(world.strathmuir, by=world.cara.actor, team=world.fay.actor)
    assert refused.value.code == "title_taken"
    assert not CaseStudy.objects.in_place(world.strathmuir).filter(state="published")[1:]


def test_publishing_asks_for_the_comparison(world: World) -> None:
    publish_case(world.strathmuir, by=world.cara.actor, team=world.fay.actor)
    assert run_waiting_jobs() == 1
