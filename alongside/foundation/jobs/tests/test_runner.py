"""How work begins, speaks of itself, and ends."""

import pytest
from structlog.testing import capture_logs

from alongside.foundation.jobs.models import Job
from alongside.foundation.jobs.runner import IN_HAND, do_job
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.foundation.jobs.tests.conftest import Ask
from tests.people import World


def outcome(job: Job) -> tuple[str, str]:
    """Do what waits; return the state and what stands on the page."""
    run_waiting_jobs()
    job.refresh_from_db()
    assert job.ended_at is not None
    assert not IN_HAND
    return job.state, job.error or job.result_url


@pytest.mark.parametrize(
    ("work", "arguments", "expected"),
    [
        ("rename", {"name": "Muirton"}, (Job.State.DONE, "/done/")),
        ("rename_at_the_end", {"name": "Muirton"}, (Job.State.DONE, "/kept/")),
        ("refuse", {}, (Job.State.FAILED, "Nobody has answered yet.")),
        ("be_cancelled_halfway", {}, (Job.State.CANCELLED, "")),
        ("be_cancelled_before_the_end", {}, (Job.State.CANCELLED, "")),
    ],
)
def test_each_ending(
    ask: Ask, work: str, arguments: dict[str, str], expected: tuple[str, str]
) -> None:
    assert outcome(ask(work, **arguments)) == expected


def test_work_that_breaks_down_is_logged_and_shows_no_details(ask: Ask) -> None:
    with capture_logs() as lines:
        state, words = outcome(ask("break_down"))

    assert state == Job.State.FAILED
    assert words == "Something went wrong. The people who run this site can see what."
    assert [line["event"] for line in lines] == ["job failed"]


def test_a_done_job_is_not_done_again(ask: Ask, world: World) -> None:
    job = ask("rename", name="Muirton")
    run_waiting_jobs()

    do_job(job.pk)

    job.refresh_from_db()
    assert job.attempts == 1


@pytest.mark.parametrize("work", ["be_cancelled_before_the_end", "be_given_to_another"])
def test_an_attempt_that_is_over_writes_nothing(ask: Ask, world: World, work: str) -> None:
    ask(work)
    run_waiting_jobs()

    world.strathmuir.refresh_from_db()
    assert world.strathmuir.name == "Strathmuir"


def test_an_attempt_that_was_given_away_does_not_end_the_others(ask: Ask) -> None:
    job = ask("be_given_to_another")
    run_waiting_jobs()

    job.refresh_from_db()
    assert (job.state, job.ended_at) == (Job.State.RUNNING, None)


def test_progress_is_seen_while_it_runs(ask: Ask) -> None:
    job = ask("be_cancelled_halfway")
    run_waiting_jobs()

    job.refresh_from_db()
    assert job.progress == 10
