"""A councillor may stand with their name in a confidential map, and gives nobody else away."""

from dataclasses import replace

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.foundation.consent.actions import erase_person
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actions import start_visit
from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.draw import draw_star
from alongside.star.map_it.actions.recording import go_off_record, go_on_record
from alongside.star.map_it.actions.rounds import ask_for_star, close_round, reopen_round
from alongside.star.map_it.models import OnRecord, Round
from alongside.star.map_it.queries.rows import load_rows
from alongside.star.map_it.tests.answer_pages import url
from alongside.star.map_it.tests.answered_round import answer, opened_round
from alongside.star.map_it.tests.answering import answered, begin_as, guest_of
from alongside.star.map_it.tests.test_preparing import DAY, at
from tests.people import World, make_somebody

ALWAYS = dict.fromkeys(("commission", "design", "deliver", "assess"), ("4", ""))


@pytest.fixture
def round_(world: World) -> Round:
    """An open map that four councillors and others answered; Dev hasn't yet."""
    made = opened_round(world)
    both = [world.home_care, world.parks]
    answer(made, "resident", list("1122101211"), services=both)
    answer(made, "staff", list("2323234"), services=both)
    answer(made, "manager", list("343432"), services=both)
    answer(made, "elected", list("2332"), services=both)
    return made


@pytest.fixture
def devs(world: World, round_: Round) -> Response:
    return answered(round_, world.dev.actor, world.parks, ALWAYS)


def drawn(world: World, round_: Round) -> Round:
    closed = close_round(round_, by=world.cara.actor)
    draw_star(closed, by=world.cara.actor)
    return closed


def text(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


def test_figures_are_the_same_as_if_they_had_not_answered(world: World, round_: Round) -> None:
    before = load_rows(round_)
    response = answered(round_, world.dev.actor, world.parks, ALWAYS)
    assert load_rows(round_).answered["elected"] == 5
    go_on_record(round_, response, by=world.dev.actor)
    after = load_rows(round_)
    assert replace(after, as_of=None, by_name={}) == replace(before, as_of=None)
    assert after.answered["elected"] == 4
    assert after.by_name == {"elected": 1}


def test_four_others_are_too_few_and_are_shown_with_those_who_decide(
    world: World, round_: Round, devs: Response
) -> None:
    go_on_record(round_, devs, by=world.dev.actor)
    release = draw_star(close_round(round_, by=world.cara.actor), by=world.cara.actor)
    assert release.bundle["people"]["elected"]["answered"] == 4
    shown = {m["group"] for point in release.bundle["points"] for m in point["markers"]}
    assert "elected" not in shown
    assert "decide" in shown


def test_they_do_it_on_the_page_that_says_their_answers_are_in(
    client: Client, world: World, round_: Round, devs: Response
) -> None:
    client.force_login(world.dev.user)
    receipt = url("receipt", round_)
    assert "Put my answers on the record" in text(client, receipt)
    page = client.post(url("on-record", round_), {"stand": "yes"}, follow=True)
    assert "They stand with your name, beside the Star." in page.content.decode()
    assert OnRecord.objects.in_place(world.strathmuir).filter(response=devs).exists()
    page = client.post(url("on-record", round_), {"stand": "no"}, follow=True)
    assert "Your answers are confidential." in page.content.decode()
    assert not OnRecord.objects.in_place(world.strathmuir).exists()
    assert not Event.objects.filter(actor_id=world.dev.user.pk).exists()


def test_members_read_them_by_name_once_it_is_drawn(
    client: Client, world: World, round_: Round, devs: Response
) -> None:
    go_on_record(round_, devs, by=world.dev.actor)
    client.force_login(world.ann.user)
    assert client.get(at("record", round_)).status_code == 404
    drawn(world, round_)
    results = text(client, at("results", round_))
    assert "Dev chose to stand with their name beside the Star" in results
    page = text(client, at("record", round_))
    assert page.count(">Dev<") == 4
    assert "What everybody else answered is confidential." in page
    assert "a guest" not in page
    assert at("record", round_) in text(client, at("round", round_))


def test_who_stood_with_their_name_was_heard(client: Client, world: World) -> None:
    round_ = opened_round(world)
    answer(round_, "resident", list("1122101211"), services=[world.parks])
    response = answered(round_, world.dev.actor, world.parks, ALWAYS)
    go_on_record(round_, response, by=world.dev.actor)
    drawn(world, round_)
    client.force_login(world.ann.user)
    page = text(client, at("results", round_))
    assert "No councillors answered in confidence. 1 stands on the record, by name." in page
    assert "No councillors have answered yet" not in page


def test_nobody_from_outside_reads_them(
    client: Client, world: World, round_: Round, devs: Response
) -> None:
    go_on_record(round_, devs, by=world.dev.actor)
    drawn(world, round_)
    alec = make_somebody(world.nation, "Alec", role="national_associate")
    start_visit(world.strathmuir, reason="To learn how they asked", by=alec.actor)
    client.force_login(alec.user)
    assert client.get(at("record", round_)).status_code == 404
    Round.objects.in_place(world.strathmuir).update(sharing="public")
    assert "Dev" not in text(Client(), reverse("star:page", args=["strathmuir"]))


def test_without_a_choice_there_is_no_such_page(
    client: Client, world: World, round_: Round, devs: Response
) -> None:
    drawn(world, round_)
    client.force_login(world.cara.user)
    assert client.get(at("record", round_)).status_code == 404
    assert "On the record" not in text(client, at("results", round_))


def test_nobody_else_does_it_for_them(world: World, round_: Round, devs: Response) -> None:
    for somebody in (world.cara, world.ann, world.rona, world.eve, world.fay):
        with pytest.raises(Refusal):
            go_on_record(round_, devs, by=somebody.actor)


@pytest.mark.parametrize("who", ["ann", "bo", "cara"])
def test_only_councillors_have_this_choice(
    client: Client, world: World, round_: Round, who: str
) -> None:
    somebody = getattr(world, who)
    response = answered(round_, somebody.actor, world.parks, ALWAYS)
    with pytest.raises(Refusal, match="not_a_councillor"):
        go_on_record(round_, response, by=somebody.actor)
    client.force_login(somebody.user)
    assert "on the record" not in text(client, url("receipt", round_))


def test_a_guest_has_no_name_to_stand_with(world: World, round_: Round) -> None:
    guest = guest_of(round_, group="elected", confirmed=True)
    response = answered(round_, guest, world.parks, ALWAYS)
    with pytest.raises(Refusal, match="not_a_councillor"):
        go_on_record(round_, response, by=guest)


def test_what_was_not_sent_cannot_stand(world: World, round_: Round) -> None:
    draft = begin_as(round_, world.dev.actor)
    with pytest.raises(Refusal, match="not_a_councillor"):
        go_on_record(round_, draft, by=world.dev.actor)


@pytest.mark.parametrize("changes", [{"mode": "record"}, {"is_provisional": True}])
def test_neither_where_all_stand_with_names_nor_in_a_first_look(
    world: World, round_: Round, devs: Response, changes: dict[str, object]
) -> None:
    Round.objects.in_place(world.strathmuir).update(**changes)
    round_.refresh_from_db()
    with pytest.raises(Refusal, match="not_a_councillor"):
        go_on_record(round_, devs, by=world.dev.actor)


@pytest.mark.parametrize("choose", [go_on_record, go_off_record])
def test_after_closing_the_choice_stands(
    world: World, round_: Round, devs: Response, choose
) -> None:
    close_round(round_, by=world.cara.actor)
    with pytest.raises(Refusal, match="closed"):
        choose(round_, devs, by=world.dev.actor)


@pytest.mark.parametrize("choose", [go_on_record, go_off_record])
@pytest.mark.parametrize("state", ["drawn", "being drawn"])
def test_a_map_opened_again_keeps_what_was_drawn_from(
    client: Client, world: World, round_: Round, devs: Response, *, choose, state: str
) -> None:
    """With and without them, two releases side by side would tell what the others said."""
    closed = close_round(round_, by=world.cara.actor)
    if state == "drawn":
        draw_star(closed, by=world.cara.actor)
    else:
        ask_for_star(closed, by=world.cara.actor)
    reopened = reopen_round(
        closed, closes_at=timezone.now() + DAY, because="one village missed it", by=world.cara.actor
    )
    with pytest.raises(Refusal, match="drawn"):
        choose(reopened, devs, by=world.dev.actor)
    client.force_login(world.dev.user)
    assert "Put my answers on the record" not in text(client, url("receipt", round_))


def test_taken_off_again_they_count_like_everybody(
    client: Client, world: World, round_: Round, devs: Response
) -> None:
    go_on_record(round_, devs, by=world.dev.actor)
    go_off_record(round_, devs, by=world.dev.actor)
    assert load_rows(round_).answered["elected"] == 5
    drawn(world, round_)
    client.force_login(world.ann.user)
    assert "Dev" not in text(client, at("results", round_))


def test_who_is_erased_loses_the_name_and_does_not_come_back_into_the_figures(
    client: Client, world: World, round_: Round, devs: Response
) -> None:
    go_on_record(round_, devs, by=world.dev.actor)
    drawn(world, round_)
    erase_person(world.dev.person, by=world.dev.actor)
    assert load_rows(round_).answered["elected"] == 4
    client.force_login(world.ann.user)
    assert client.get(at("record", round_)).status_code == 404
    assert "Dev" not in text(client, at("results", round_))
