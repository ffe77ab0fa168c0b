"""The page of a job, as its people see it."""

import pytest
from django.test import Client
from django.urls import reverse

from alongside.foundation.jobs.models import Job
from alongside.foundation.jobs.moves import all_jobs
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.foundation.jobs.tests.conftest import Ask
from tests.people import World


def address(job: Job, name: str = "job") -> str:
    return reverse(f"jobs:{name}", args=[job.place.slug, job.public_id])


def test_it_says_how_far_it_is(ask: Ask, world: World, client: Client) -> None:
    job = ask("rename", name="Muirton")
    all_jobs().update(state="running", progress=40, doing="Counting services")
    client.force_login(world.ann.user)

    page = client.get(address(job)).text

    assert "Counting services" in page
    assert 'value="40"' in page
    assert '<noscript><meta http-equiv="refresh" content="5"></noscript>' in page


def test_it_leads_to_the_result_and_no_longer_reloads(
    ask: Ask, world: World, client: Client
) -> None:
    job = ask("rename", name="Muirton")
    run_waiting_jobs()
    client.force_login(world.ann.user)

    page = client.get(address(job)).text

    assert 'href="/done/"' in page
    assert "http-equiv" not in page


def test_it_says_in_words_why_it_did_not_work(ask: Ask, world: World, client: Client) -> None:
    job = ask("refuse")
    run_waiting_jobs()
    client.force_login(world.ann.user)

    assert "Nobody has answered yet." in client.get(address(job)).text


def test_whoever_asked_can_stop_it(ask: Ask, world: World, client: Client) -> None:
    job = ask("rename", name="Muirton")
    client.force_login(world.cara.user)
    assert "Stop this work" in client.get(address(job)).text

    answer = client.post(address(job, "cancel"))

    assert answer.status_code == 302
    assert "Stopped" in client.get(address(job)).text


def test_others_see_no_button_and_are_refused(ask: Ask, world: World, client: Client) -> None:
    job = ask("rename", name="Muirton")
    client.force_login(world.ann.user)

    assert "Stop this work" not in client.get(address(job)).text
    assert client.post(address(job, "cancel")).status_code == 403


@pytest.mark.parametrize("name", ["job", "cancel"])
def test_another_partnership_finds_nothing(
    ask: Ask, world: World, client: Client, name: str
) -> None:
    job = ask("rename", name="Muirton")
    client.force_login(world.eve.user)
    theirs = reverse(f"jobs:{name}", args=[world.glenbeg.slug, job.public_id])

    for url in (address(job, name), theirs):
        answer = client.post(url) if name == "cancel" else client.get(url)
        assert answer.status_code == 404
