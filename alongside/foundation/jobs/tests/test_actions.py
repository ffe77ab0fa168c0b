"""Asking for work, stopping it, and taking up what dead workers left."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.jobs.actions import enqueue_job, reclaim_dead_jobs, request_cancel
from alongside.foundation.jobs.models import Job
from alongside.foundation.jobs.moves import claim_job
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.foundation.jobs.tests.conftest import Ask
from tests.people import World


def die(job: Job, *, attempts: int = 1) -> None:
    """As a worker leaves its job when it is killed."""
    assert claim_job(job.pk)
    DBTaskResult.objects.update(status="RUNNING")
    Job.objects.in_place(job.place).filter(pk=job.pk).update(
        heartbeat_at=timezone.now() - timedelta(seconds=61), attempts=attempts
    )


def test_work_asked_for_twice_is_one_job(ask: Ask) -> None:
    first, second = ask("rename", name="Muirton"), ask("rename", name="Muirton")

    assert first == second
    assert run_waiting_jobs() == 1


def test_the_same_work_can_be_asked_for_again_once_it_ended(ask: Ask) -> None:
    first = ask("rename", name="Muirton")
    run_waiting_jobs()

    assert ask("rename", name="Muirton") != first


def test_the_database_refuses_a_second_open_job(ask: Ask) -> None:
    job = ask("rename", name="Muirton")

    with pytest.raises(IntegrityError), transaction.atomic():
        Job.objects.create(place=job.place, name="rename", key=job.key)


def test_two_places_may_use_the_same_key(ask: Ask, world: World) -> None:
    ours = ask("rename", name="Muirton")
    theirs = enqueue_job(
        "rename", place=world.glenbeg, key=ours.key, arguments={}, by=world.eve.actor
    )

    assert ours != theirs


def test_unknown_work_is_refused_at_once(ask: Ask) -> None:
    with pytest.raises(LookupError):
        ask("paint_the_bridge")


def test_a_job_that_is_rolled_back_leaves_no_task(ask: Ask) -> None:
    with transaction.atomic():
        ask("rename", name="Muirton")
        transaction.set_rollback(True)

    assert run_waiting_jobs() == 0


def test_asking_is_written_in_history(ask: Ask, world: World) -> None:
    job = ask("rename", name="Muirton")

    event = Event.objects.about("jobs.job", job.pk).get()
    assert (event.verb, event.actor_id) == ("job.ask", world.cara.user.pk)


def test_a_waiting_job_is_stopped_at_once(ask: Ask, world: World) -> None:
    job = ask("rename", name="Never")

    request_cancel(job, by=world.cara.actor)
    run_waiting_jobs()

    job.refresh_from_db()
    world.strathmuir.refresh_from_db()
    assert job.state == Job.State.CANCELLED
    assert world.strathmuir.name == "Strathmuir"


def test_only_the_asker_and_a_lead_stop_a_job(ask: Ask, world: World) -> None:
    job = ask("rename", name="Muirton")

    for somebody in (world.ann, world.rona, world.eve, world.fay):
        with pytest.raises(Refusal, match="not_allowed"):
            request_cancel(job, by=somebody.actor)


def test_what_has_ended_can_not_be_stopped(ask: Ask, world: World) -> None:
    job = ask("rename", name="Muirton")
    run_waiting_jobs()

    with pytest.raises(Refusal, match="job_ended"):
        request_cancel(job, by=world.cara.actor)


def test_a_dead_workers_job_is_done_by_the_next(ask: Ask, world: World) -> None:
    job = ask("rename", name="Muirton")
    die(job)

    assert reclaim_dead_jobs() == 1
    run_waiting_jobs()

    job.refresh_from_db()
    assert (job.state, job.attempts) == (Job.State.DONE, 2)


def test_a_living_workers_job_is_left_alone(ask: Ask) -> None:
    job = ask("rename", name="Muirton")
    claim_job(job.pk)
    DBTaskResult.objects.update(status="RUNNING")

    assert reclaim_dead_jobs() == 0


def test_after_three_attempts_it_is_given_up_with_words(ask: Ask) -> None:
    job = ask("rename", name="Muirton")
    die(job, attempts=3)

    reclaim_dead_jobs()

    job.refresh_from_db()
    assert job.state == Job.State.FAILED
    assert job.error == "It was begun 3 times and never ended."


def test_a_dead_workers_job_that_was_stopped_stays_stopped(ask: Ask, world: World) -> None:
    job = ask("rename", name="Muirton")
    die(job)
    request_cancel(job, by=world.cara.actor)

    reclaim_dead_jobs()

    job.refresh_from_db()
    assert job.state == Job.State.CANCELLED


def test_a_job_whose_task_was_lost_before_it_began_gets_a_new_one(ask: Ask) -> None:
    job = ask("rename", name="Muirton")
    DBTaskResult.objects.update(status="RUNNING")
    Job.objects.in_place(job.place).update(asked_at=timezone.now() - timedelta(minutes=2))

    assert reclaim_dead_jobs() == 1
    assert reclaim_dead_jobs() == 0
    assert run_waiting_jobs() == 1
