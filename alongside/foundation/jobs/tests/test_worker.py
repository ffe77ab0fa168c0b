"""The thread beside the queue worker."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings
from structlog.testing import capture_logs

from alongside.foundation.consent.tombstones import set_tombstone
from alongside.foundation.jobs import runner
from alongside.foundation.jobs.jobs import forget_old_tasks
from alongside.foundation.jobs.models import Job, Worker
from alongside.foundation.jobs.moves import claim_job
from alongside.foundation.jobs.queries import work_in_hand
from alongside.foundation.jobs.registry import SWEEPS, Sweep
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.foundation.jobs.tests.conftest import Ask
from alongside.foundation.jobs.worker import Housekeeping, give_sign_of_life
from alongside.foundation.members.models import Contact
from tests.people import World

SWEPT: list[str] = []


def sweep() -> None:
    SWEPT.append("swept")


def sweep_badly() -> None:
    raise ZeroDivisionError


def test_jobs_in_hand_stay_alive_without_reporting(
    ask: Ask, monkeypatch: pytest.MonkeyPatch
) -> None:
    job = ask("rename", name="Muirton")
    claim_job(job.pk)
    long_ago = timezone.now() - timedelta(minutes=5)
    Job.objects.in_place(job.place).update(heartbeat_at=long_ago)
    monkeypatch.setitem(runner.IN_HAND, job.pk, 1)

    give_sign_of_life("here")

    job.refresh_from_db()
    assert job.heartbeat_at is not None
    assert job.heartbeat_at > long_ago


def test_a_worker_is_counted_only_while_it_gives_signs(db: None) -> None:
    give_sign_of_life("here")
    give_sign_of_life("there")
    Worker.objects.filter(name="there").update(seen_at=timezone.now() - timedelta(minutes=2))

    assert work_in_hand()["workers"] == 1


def test_work_in_hand_counts_by_state(ask: Ask) -> None:
    ask("refuse", key="failing")
    run_waiting_jobs()
    ask("rename", key="waiting", name="Muirton")

    found = work_in_hand()
    assert (found["waiting"], found["running"], found["failed_today"]) == (1, 0, 1)


def test_a_failing_sweep_does_not_stop_the_others(
    db: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in list(SWEEPS):
        monkeypatch.delitem(SWEEPS, name)
    monkeypatch.setitem(SWEEPS, "a.bad", Sweep(f"{__name__}.sweep_badly", 60))
    monkeypatch.setitem(SWEEPS, "b.good", Sweep(f"{__name__}.sweep", 60))
    SWEPT.clear()
    housekeeping = Housekeeping("here")

    with capture_logs() as lines:
        housekeeping.keep_house()
        housekeeping.keep_house()

    assert SWEPT == ["swept"]
    assert [line["sweep"] for line in lines] == ["a.bad"]


def test_a_worker_that_ends_says_so(db: None) -> None:
    housekeeping = Housekeeping("here")
    housekeeping.keep_house()
    housekeeping.end()

    assert not Worker.objects.exists()


def test_old_entries_of_the_queue_are_forgotten_and_waiting_ones_kept(ask: Ask) -> None:
    ask("rename", key="old", name="Muirton")
    run_waiting_jobs()
    ask("rename", key="new", name="Muirton")
    DBTaskResult.objects.exclude(status="READY").update(
        started_at=timezone.now() - timedelta(days=31)
    )

    assert forget_old_tasks() == 1
    assert run_waiting_jobs() == 1


def test_whoever_a_backup_brought_back_is_erased_again_without_being_asked(
    world: World, settings: Settings, tmp_path: Path
) -> None:
    settings.RUN_DIR = tmp_path
    set_tombstone("person", str(world.ann.person.public_id))

    Housekeeping("here").keep_house()

    assert not Contact.objects.in_place(world.strathmuir).filter(person=world.ann.person).exists()
    assert Contact.objects.in_place(world.strathmuir).filter(person=world.bo.person).exists()
