"""The board: what it says when empty, while answers come in, and with a Star."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from alongside.foundation.initiatives.actions import decide_initiative, found_initiative
from alongside.foundation.initiatives.models import Stage
from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.answers import begin_answers
from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.answered_round import opened_round
from alongside.star.map_it.tests.test_draw import drawn_round
from tests.people import World, make_somebody

BOARD = "/strathmuir/workspace/"


def page(client: Client) -> str:
    response = client.get(BOARD)
    assert response.status_code == 200
    return response.content.decode()


def test_an_empty_board_offers_the_lead_to_begin(world: World, client: Client) -> None:
    client.force_login(world.cara.user)
    assert reverse("map_it:new", args=["strathmuir"]) in page(client)


def test_an_empty_board_tells_others_that_nothing_has_begun(world: World, client: Client) -> None:
    client.force_login(world.ann.user)
    text = page(client)
    assert "has not begun" in text
    assert reverse("map_it:new", args=["strathmuir"]) not in text


def test_while_answers_come_in_nothing_of_them_is_shown(world: World, client: Client) -> None:
    opened_round(world)
    client.force_login(world.cara.user)
    assert "Answers are being gathered" in page(client)


def test_with_a_star_exactly_one_step_is_next(world: World, client: Client) -> None:
    drawn_round(world)
    client.force_login(world.cara.user)
    text = page(client)
    assert "Our co-production star" in text
    assert text.count("al-step--next") == 1
    assert text.count('class="al-step') >= 5


def test_a_map_past_its_day_is_late(world: World, client: Client) -> None:
    round_ = opened_round(world)
    Round.objects.in_place(world.strathmuir).filter(pk=round_.pk).update(
        opens_at=timezone.now() - timedelta(days=9), closes_at=timezone.now() - timedelta(hours=1)
    )
    client.force_login(world.cara.user)
    assert "past its last day" in page(client)


def test_a_map_that_is_only_prepared_gathers_nothing_yet(world: World, client: Client) -> None:
    round_ = opened_round(world)
    Round.objects.in_place(world.strathmuir).filter(pk=round_.pk).update(state="draft")
    client.force_login(world.cara.user)
    text = page(client)
    assert "is being prepared" in text
    assert "Answers are being gathered" not in text


def test_who_has_not_answered_is_asked_with_the_time_it_takes(world: World, client: Client) -> None:
    round_ = opened_round(world)
    client.force_login(world.ann.user)
    text = page(client)
    assert "answered “Map of 2026” yet." in text
    assert "Four short questions, about 2 minutes." in text
    assert reverse("answer:begin", args=["strathmuir", round_.slug]) in text
    client.force_login(world.bo.user)
    assert "then you tick what you already do" in page(client)


def test_who_has_begun_is_led_on_and_who_has_sent_is_left_alone(
    world: World, client: Client
) -> None:
    round_ = opened_round(world)
    begin_answers(round_, submission_key=uuid.uuid4(), by=world.ann.actor)
    client.force_login(world.ann.user)
    assert "You have begun “Map of 2026” and not sent it yet." in page(client)
    Response.objects.in_place(world.strathmuir).update(
        state=Response.State.SUBMITTED, received_at=timezone.now()
    )
    assert "Map of 2026” and not" not in page(client)
    assert "answered “Map of 2026” yet" not in page(client)


@pytest.mark.parametrize(
    "why", ["no group to speak from", "closed", "past its day", "not open yet", "may not answer"]
)
def test_who_cannot_answer_now_is_not_asked(world: World, client: Client, why: str) -> None:
    round_ = opened_round(world)
    vera = make_somebody(world.strathmuir, "Vera", role="viewer", group="staff")
    now, day = timezone.now(), timedelta(days=1)
    changes = {
        "closed": {"state": "closed"},
        "past its day": {"opens_at": now - 2 * day, "closes_at": now - day},
        "not open yet": {"opens_at": now + day, "closes_at": now + 2 * day},
    }
    Round.objects.in_place(world.strathmuir).filter(pk=round_.pk).update(
        **changes.get(why, {"title": "Map"})
    )
    if why == "no group to speak from":
        world.bo.person.memberships.update(group="")
    client.force_login(vera.user if why == "may not answer" else world.bo.user)
    assert "Answer now" not in page(client)


@pytest.mark.parametrize("step", ["people", "market", "grow"])
def test_a_step_to_come_says_so_and_shows_what_waits(
    world: World, client: Client, step: str
) -> None:
    drawn_round(world)
    found = found_initiative(
        world.strathmuir, title="Lunch club", co="deliver", by=world.cara.actor
    )
    if step != "grow":
        decide_initiative(
            found,
            verdict=Stage.TAKEN_ON,
            reason="It works",
            decided_by="the board",
            by=world.cara.actor,
        )
    client.force_login(world.ann.user)
    board = page(client)
    assert board.count("not here yet") == 3
    address = reverse("board:step", args=["strathmuir", step])
    assert address in board
    text = client.get(address).content.decode()
    assert "This step isn" in text
    assert "Lunch club" in text


def test_a_step_that_is_here_has_no_page_to_say_otherwise(world: World, client: Client) -> None:
    client.force_login(world.ann.user)
    assert client.get("/strathmuir/workspace/steps/map/").status_code == 404


@pytest.mark.parametrize("rounds", [1, 3])
def test_the_board_costs_at_most_twelve_queries(
    world: World, client: Client, rounds: int, django_assert_max_num_queries
) -> None:
    for _ in range(rounds):
        drawn_round(world)
    opened_round(world, title="One more")
    client.force_login(world.cara.user)
    with django_assert_max_num_queries(12):
        client.get(BOARD)


def test_visitors_sign_in_and_strangers_find_nothing(world: World, client: Client) -> None:
    assert client.get(BOARD).headers["Location"].startswith("/accounts/login/")
    client.force_login(world.eve.user)
    assert client.get(BOARD).status_code == 404
