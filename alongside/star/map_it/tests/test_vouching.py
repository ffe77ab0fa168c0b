"""Who said themselves that they work here counts once somebody who knows them confirms it."""

import json

import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.draw import draw_star
from alongside.star.map_it.actions.rounds import close_round
from alongside.star.map_it.actions.vouching import confirm_group
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.rows import load_rows
from alongside.star.map_it.queries.vouching import code_to_confirm
from alongside.star.map_it.tests.answer_pages import COS, HOUR, begin, counted, send, url
from alongside.star.map_it.tests.answered_round import answer
from alongside.star.map_it.tests.answering import make_round, move_closing
from tests.people import World


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care, world.parks)


def claimed(client: Client, round_: Round, group: str = "staff") -> str:
    """Answer by the open link as somebody who works here; return the code on the last page."""
    begin(client, round_)
    client.post(url("claim", round_), {"group": group})
    client.post(url("services", round_), {"services": ["home-care"]})
    client.post(url("four", round_, service="home-care"), {f"{co}-code": "4" for co in COS})
    send(client, round_)
    code: str = client.get(url("receipt", round_)).context["code_to_confirm"]
    return code


def address(round_: Round) -> str:
    return reverse("map_it:confirm", args=[round_.place.slug, round_.slug])


def test_the_code_counts_the_answer_and_shows_nothing_of_it(world: World, round_: Round) -> None:
    guest, lead = Client(), Client()
    code = claimed(guest, round_)
    assert code in guest.get(url("receipt", round_)).content.decode()
    assert counted(round_) == 0
    lead.force_login(world.cara.user)
    map_page = reverse("map_it:round", args=["strathmuir", round_.slug])
    assert address(round_) in lead.get(map_page).content.decode()
    typed = code.upper().replace("-", " ")
    page = lead.post(address(round_), {"code": typed, "group": "staff"}, follow=True)
    assert "Confirmed." in page.content.decode()
    assert counted(round_) == 1
    assert load_rows(round_).answered == {"staff": 1}
    receipt = guest.get(url("receipt", round_)).content.decode()
    assert "counted among front-line staff" in receipt
    assert code not in receipt
    event = Event.objects.filter(verb="confirm_group").get()
    assert (event.subject_kind, event.subject_id) == ("map_it.round", round_.pk)


def test_a_wrong_word_about_oneself_is_put_right(world: World, round_: Round) -> None:
    code = claimed(Client(), round_, group="elected")
    confirm_group(round_, code=code, group="manager", by=world.cara.actor)
    assert load_rows(round_).answered == {"manager": 1}


def test_who_is_confirmed_cannot_claim_another_group_afterwards(
    client: Client, world: World, round_: Round
) -> None:
    begin(client, round_)
    client.post(url("claim", round_), {"group": "staff"})
    participant = Response.objects.in_place(round_.place).get().participant
    confirm_group(round_, code=code_to_confirm(participant), group="staff", by=world.cara.actor)
    assert client.post(url("claim", round_), {"group": "elected"}).status_code == 404


@pytest.mark.parametrize("code", ["7k3m-q9tx", "", "7k3m-q9tx-w2hd"])
def test_a_code_that_nobody_has_confirms_nobody(world: World, round_: Round, code: str) -> None:
    claimed(Client(), round_)
    lead = Client()
    lead.force_login(world.cara.user)
    page = lead.post(address(round_), {"code": code, "group": "staff"}).content.decode()
    assert "<title>Error:" in page
    assert counted(round_) == 0


def test_a_code_serves_once_and_in_its_own_map_only(world: World, round_: Round) -> None:
    other = make_round(world.strathmuir, world.parks, slug="other")
    code = claimed(Client(), round_)
    with pytest.raises(Refusal, match="unknown_code"):
        confirm_group(other, code=code, group="staff", by=world.cara.actor)
    confirm_group(round_, code=code, group="staff", by=world.cara.actor)
    with pytest.raises(Refusal, match="unknown_code"):
        confirm_group(round_, code=code, group="elected", by=world.cara.actor)


def test_nobody_is_made_a_resident_by_a_code(world: World, round_: Round) -> None:
    code = claimed(Client(), round_)
    with pytest.raises(Refusal, match="no_such_group"):
        confirm_group(round_, code=code, group="resident", by=world.cara.actor)


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "rona", "eve", "fay"])
def test_only_who_enters_answers_for_others_confirms(
    world: World, round_: Round, name: str
) -> None:
    code = claimed(Client(), round_)
    with pytest.raises(Refusal, match="not_allowed"):
        confirm_group(round_, code=code, group="staff", by=getattr(world, name).actor)


def test_after_closing_nobody_decides_any_more_who_counts(world: World, round_: Round) -> None:
    guest = Client()
    code = claimed(guest, round_)
    close_round(round_, by=world.cara.actor)
    with pytest.raises(Refusal, match="closed"):
        confirm_group(round_, code=code, group="staff", by=world.cara.actor)
    assert code not in guest.get(url("receipt", round_)).content.decode()


def test_in_the_hours_of_grace_a_group_can_still_be_confirmed(world: World, round_: Round) -> None:
    code = claimed(Client(), round_)
    move_closing(round_, -HOUR)
    confirm_group(round_, code=code, group="staff", by=world.cara.actor)
    assert counted(round_) == 1


def test_results_say_how_many_nobody_confirmed(client: Client, world: World, round_: Round) -> None:
    answer(round_, "resident", ["1"] * 8, services=[world.parks])
    claimed(Client(), round_)
    claimed(Client(), round_)
    closed = close_round(round_, by=world.cara.actor)
    draw_star(closed, by=world.cara.actor)
    client.force_login(world.dev.user)
    at = ["strathmuir", round_.slug]
    told = "2 answers stand outside the Star"
    assert told in client.get(reverse("map_it:results", args=at)).content.decode()
    assert told in client.get(reverse("map_it:how", args=[*at, "design"])).content.decode()
    document = json.loads(client.get(reverse("map_it:results_json", args=at)).content)
    assert any("nobody confirmed the group: 2." in note for note in document["about"]["notes"])
