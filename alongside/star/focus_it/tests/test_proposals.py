"""Residents propose, hear back, and find it on the list."""

import pytest
from django.test import Client
from django.utils import timezone

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.initiatives.actions import decide_initiative
from alongside.foundation.initiatives.models import Stage
from alongside.star.focus_it.actions.proposals import ANSWERED_WITHIN, decline, take_up
from alongside.star.focus_it.models import Item, Proposal
from alongside.star.focus_it.queries.matrices import items_of
from tests.asking import hidden
from tests.matrices import prepared, proposed
from tests.people import World

FRONT = "/strathmuir/suggest/"
LIST = "/strathmuir/workspace/priorities/proposals/"


def send(client: Client, title: str = "A walking group") -> None:
    key = hidden(client.get(FRONT), "submission_key")
    for _press in range(2):
        client.post(FRONT, {"title": title, "text": "Slowly", "submission_key": key})


def the_proposal(world: World) -> Proposal:
    return Proposal.objects.in_place(world.strathmuir).get()


def test_sent_twice_it_is_there_once_with_a_day_for_the_answer(
    world: World, client: Client
) -> None:
    send(client)
    assert the_proposal(world).answer_by == timezone.localdate() + ANSWERED_WITHIN


def test_the_answer_is_read_by_who_proposed_it_and_by_nobody_else(
    world: World, client: Client
) -> None:
    send(client)
    decline(the_proposal(world), answer="The rangers walk already.", by=world.cara.actor)
    assert "The rangers walk already." in client.get(f"{FRONT}mine/").text
    assert "The rangers walk already." not in Client().get(f"{FRONT}mine/").text


def test_the_three_words_are_shown_once_and_lead_back(world: World, client: Client) -> None:
    key = hidden(client.get(FRONT), "submission_key")
    page = client.post(FRONT, {"title": "Benches", "submission_key": key}, follow=True)
    words = page.text.partition('al-three-words__words">')[2].partition("<")[0]
    assert words not in client.get(f"{FRONT}mine/").text
    other = Client()
    back = other.post("/return/", {"words": words}, follow=True)
    assert "Benches" in back.text


def test_taken_up_it_stands_on_the_list_and_can_be_rated(world: World, client: Client) -> None:
    proposal = proposed(world.strathmuir)
    client.force_login(world.cara.user)
    told = {"title": "Benches", "co": "design", "answer": "Good idea"}
    for _press in range(2):
        client.post(f"{LIST}{proposal.submission_key}/", told)
    initiative = the_proposal(world).initiative
    assert initiative is not None
    matrix = prepared(world.strathmuir, by=world.cara.actor, ideas=[])
    client.post(
        f"/strathmuir/workspace/priorities/{matrix.slug}/items/add/",
        {"initiative": [initiative.slug]},
    )
    item = items_of(matrix)[0]
    assert item.origin == Item.Origin.RESIDENT
    assert item.who_gains == proposal.who_gains != ""


def test_who_proposed_it_reads_what_was_decided(world: World, client: Client) -> None:
    send(client)
    idea = take_up(
        the_proposal(world), title="Walks", co="design", answer="Good", by=world.cara.actor
    )
    assert "taken forward" not in client.get(f"{FRONT}mine/").text.lower()
    told = {"reason": "The rangers do it since May", "by": world.cara.actor}
    decide_initiative(idea, verdict=Stage.NOT_FORWARD, **told)
    page = client.get(f"{FRONT}mine/").text
    assert "Not taking forward" in page
    assert "The rangers do it since May" in page
    assert "The rangers do it" not in Client().get(f"{FRONT}mine/").text


def test_the_list_of_matrices_says_how_many_wait(world: World, client: Client) -> None:
    proposed(world.strathmuir)
    client.force_login(world.cara.user)
    assert "1 waits for an answer" in client.get("/strathmuir/workspace/priorities/").text


def test_nothing_is_declined_without_a_reason(world: World, client: Client) -> None:
    proposal = proposed(world.strathmuir)
    client.force_login(world.cara.user)
    reply = client.post(f"{LIST}{proposal.submission_key}/", {"decline": "1", "answer": " "})
    assert reply.status_code == 422
    with pytest.raises(Refusal, match="why"):
        decline(proposal, answer=" ", by=world.cara.actor)
    assert the_proposal(world).state == Proposal.State.WAITING


def test_two_answers_at_once_are_told(world: World) -> None:
    proposal = proposed(world.strathmuir)
    decline(proposal, answer="Not now", by=world.cara.actor)
    with pytest.raises(Refusal, match="answered_meanwhile"):
        take_up(proposal, title="Benches", co="design", answer="Yes", by=world.rona.actor)


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "eve", "fay"])
def test_only_who_may_change_activities_answers(world: World, name: str) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        decline(proposed(world.strathmuir), answer="No", by=getattr(world, name).actor)


def test_a_member_proposes_as_themselves(world: World, client: Client) -> None:
    client.force_login(world.ann.user)
    send(client)
    assert the_proposal(world).participant.person == world.ann.person
    assert "A walking group" in client.get(f"{FRONT}mine/").text


def test_an_empty_proposal_is_asked_again_and_keeps_what_was_said(
    client: Client, world: World
) -> None:
    key = hidden(client.get(FRONT), "submission_key")
    reply = client.post(FRONT, {"title": "", "text": "More benches", "submission_key": key})
    assert reply.status_code == 422
    assert "More benches" in reply.text
