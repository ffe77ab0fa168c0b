"""Drawn again without news: whoever asked is told so, and why."""

import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.jobs.models import Job
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.star.map_it.actions.rounds import ask_for_star, close_round
from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.answered_round import answer, four_groups, opened_round
from tests.people import World

NOTHING_NEW, TOO_FEW = "Nothing new since", "Too few answers are new since"


@pytest.fixture
def drawn(world: World) -> Round:
    round_ = opened_round(world)
    four_groups(world, round_)
    round_ = close_round(round_, by=world.cara.actor)
    run_waiting_jobs()
    return round_


def told(world: World, client: Client, round_: Round) -> list[str]:
    """Draw once more, and return what the job's page and the map's own page lead to say."""
    ask_for_star(round_, by=world.cara.actor)
    run_waiting_jobs()
    job = Job.objects.in_place(world.strathmuir).order_by("-pk")[0]
    client.force_login(world.cara.user)
    pages = (job.result_url, reverse("map_it:round", args=["strathmuir", round_.slug]))
    return [client.get(page).content.decode() for page in pages]


def test_without_news_the_star_is_said_to_be_as_it_was(
    world: World, client: Client, drawn: Round
) -> None:
    assert all(NOTHING_NEW in page for page in told(world, client, drawn))


def test_with_too_little_news_it_is_said_that_it_is_too_little(
    world: World, client: Client, drawn: Round
) -> None:
    answer(drawn, "resident", ["4", "4"], services=[world.parks])
    for page in told(world, client, drawn):
        assert TOO_FEW in page
        assert NOTHING_NEW not in page


def test_with_news_nothing_is_said_of_the_old_one(
    world: World, client: Client, drawn: Round
) -> None:
    both = [world.parks, world.home_care]
    for group in ("resident", "staff", "manager", "elected"):
        answer(drawn, group, ["0", "1", "2", "3", "4", "2"], services=both)
    for page in told(world, client, drawn):
        assert NOTHING_NEW not in page
        assert TOO_FEW not in page
