"""What fits: the best set within money and days, found by a job, told with what is left out."""

import pytest
from django.test import Client

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.star.focus_it.actions.fits import ask_what_fits
from alongside.star.focus_it.actions.items import change_item
from alongside.star.focus_it.models import Choice, Criterion, Matrix
from alongside.star.focus_it.queries.fit_words import Fit, choices_of, fit_of
from alongside.star.focus_it.queries.matrices import items_of
from tests.matrices import asking, rate_all, reveal
from tests.people import World

COSTS = {1: (500_000, 10), 2: (300_000, 10), 3: (300_000, 10)}


@pytest.fixture
def matrix(world: World) -> Matrix:
    """One item of great impact for £5,000, two of good impact for £3,000 each, one without a cost."""
    matrix = asking(world.strathmuir, by=world.cara.actor)
    items = items_of(matrix)
    for item in items[:3]:
        cost, days = COSTS[item.number]
        change_item(item, cost_pence=cost, staff_days=days, by=world.cara.actor)
    for number in range(12):
        said = {item: {"impact": 3 + number % 2, "effort": 3} for item in items}
        rate_all(matrix, said | {items[0]: {"impact": 4 + number % 2, "effort": 1}})
    return reveal(matrix, by=world.cara.actor)


def chosen(world: World, matrix: Matrix, **limits: int | None) -> Fit:
    asked = {"money_pence": None, "staff_days": None, **limits}
    ask_what_fits(matrix, **asked, by=world.cara.actor)
    run_waiting_jobs()
    return fit_of(choices_of(matrix)[0], items_of(matrix))


def in_set(fit: Fit) -> list[int]:
    return [line.item.number for line in fit.lines if line.is_in]


def test_two_good_ones_may_be_worth_more_than_a_great_one(world: World, matrix: Matrix) -> None:
    fit = chosen(world, matrix, money_pence=600_000)
    assert sorted(in_set(fit)) == [2, 3]
    assert (fit.limits, fit.spent) == ("£6,000", "£6,000")
    assert fit.is_proved


def test_days_are_a_limit_as_well(world: World, matrix: Matrix) -> None:
    fit = chosen(world, matrix, money_pence=800_000, staff_days=10)
    assert in_set(fit) == [1]
    assert fit.limits == "£8,000 and 10 days of work"


def test_how_often_each_is_in_it_is_told_in_words(world: World, matrix: Matrix) -> None:
    fit = chosen(world, matrix, money_pence=2_000_000)
    assert [line.firmness for line in fit.lines] == ["always in"] * 3


def test_what_has_no_cost_is_left_out_and_named(world: World, matrix: Matrix) -> None:
    fit = chosen(world, matrix, money_pence=600_000)
    assert [item.number for item in fit.unpriced] == [4]
    assert 4 not in [line.item.number for line in fit.lines]


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({"money_pence": 100}, "Not one activity fits"),
        ({"staff_days": 0}, "Not one activity fits"),
    ],
)
def test_what_fits_nowhere_is_told_in_words(
    world: World, matrix: Matrix, limits: dict[str, int], words: str
) -> None:
    assert words in chosen(world, matrix, **limits).refused


def test_without_any_cost_there_is_nothing_to_choose(world: World) -> None:
    matrix = asking(world.strathmuir, by=world.cara.actor)
    for number in range(10):
        rate_all(matrix, {items_of(matrix)[0]: {"impact": 1 + number % 5, "effort": 3}})
    fit = chosen(world, reveal(matrix, by=world.cara.actor), money_pence=600_000)
    assert "Nobody has said yet what the activities would take" in fit.refused


def test_weights_that_leave_nothing_are_told_in_words(world: World, matrix: Matrix) -> None:
    Criterion.objects.in_place(matrix.place).filter(key="impact").update(weight=0)
    assert "Give impact a weight" in chosen(world, matrix, money_pence=600_000).refused


def test_costs_that_change_later_change_no_choice(world: World, matrix: Matrix) -> None:
    before = chosen(world, matrix, money_pence=600_000)
    change_item(items_of(matrix)[1], cost_pence=1, by=world.cara.actor)
    after = fit_of(choices_of(matrix)[0], items_of(matrix))
    assert [line.money for line in after.lines] == [line.money for line in before.lines]


def test_nothing_is_chosen_without_limits_or_before_the_reveal(
    world: World, matrix: Matrix
) -> None:
    cara = world.cara.actor
    with pytest.raises(Refusal, match="no_limits"):
        ask_what_fits(matrix, money_pence=None, staff_days=None, by=cara)
    blind = asking(world.strathmuir, by=cara, title="Second")
    with pytest.raises(Refusal, match="not_revealed"):
        ask_what_fits(blind, money_pence=1, staff_days=None, by=cara)
    assert not Choice.objects.in_place(world.strathmuir).exists()


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "rona", "eve"])
def test_only_who_holds_rooms_asks_what_fits(world: World, matrix: Matrix, name: str) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        ask_what_fits(matrix, money_pence=1, staff_days=None, by=getattr(world, name).actor)
    assert not Choice.objects.in_place(world.strathmuir).exists()


def test_the_page_asks_and_tells(client: Client, world: World, matrix: Matrix) -> None:
    client.force_login(world.cara.user)
    address = f"/strathmuir/workspace/priorities/{matrix.slug}/what-fits/"
    assert "Enter an amount of money" in client.post(address, {}).content.decode()
    reply = client.post(address, {"money_pence": "£6,000", "staff_days": ""})
    assert "/jobs/" in reply.headers["Location"]
    assert "This is being worked out" in client.get(address).content.decode()
    run_waiting_jobs()
    assert address in client.get(reply.headers["Location"]).content.decode()
    text = client.get(address).content.decode()
    assert "It takes £6,000." in text
    assert "No other set has more impact." in text
    client.force_login(world.dev.user)
    text = client.get(address).content.decode()
    assert "It takes £6,000." in text
    assert "<form" not in text.split("<main")[1]
