"""A worker that is killed in the middle of a job loses nothing and doubles nothing."""

import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.installation import SETUP, Installation, installed

pytestmark = pytest.mark.fault

# The work waits where the test wants it: before it writes, after it wrote inside `finish`, or
# after everything was kept but before the queue knows.
WORK = """
import time
from pathlib import Path
from django.conf import settings
from alongside.foundation.jobs import registry
from alongside.foundation.places.actions import add_service
from alongside.foundation.history.actor import system_actor

def stop_at(point):
    (Path(settings.RUN_DIR) / point).touch()
    while (Path(settings.RUN_DIR) / "wait").exists():
        time.sleep(0.05)

def found_service(context, *, point):
    context.report(50, "writing")
    if point == "before":
        stop_at(point)
    with context.finish():
        add_service(context.place, name="Founded once", by=system_actor())
        if point == "inside":
            stop_at(point)
    if point == "after":
        stop_at(point)

registry.WORK["found_service"] = "__main__.found_service"
"""
ASK = """
from alongside.foundation.jobs.actions import enqueue_job
world = make_world()
enqueue_job("found_service", place=world.strathmuir, key="once", arguments={"point": POINT},
            by=world.cara.actor)
"""
WORKER = """
from alongside.foundation.jobs.worker import work
work(housekeeping_seconds=0.2)
"""
A_MINUTE_LATER = """
from datetime import timedelta
from django.utils import timezone
from alongside.foundation.jobs.moves import all_jobs
all_jobs().update(heartbeat_at=timezone.now() - timedelta(minutes=2))
"""
ANOTHER_WORKER = """
from alongside.foundation.jobs.actions import reclaim_dead_jobs
from alongside.foundation.jobs.worker import work
reclaim_dead_jobs()
work(until_empty=True)
"""
OUTCOME = """
from alongside.foundation.jobs.moves import all_jobs
from alongside.foundation.places.models import Service
job = all_jobs().get()
services = Service.objects.unscoped(reason="test").filter(name="Founded once").count()
print(job.state, job.attempts, services)
"""


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Installation]:
    with installed(tmp_path) as installation:
        yield installation


def wait_until(happened: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < deadline, "it never happened"
        time.sleep(0.05)


def a_worker_at(here: Installation, point: str) -> "subprocess.Popen[str]":
    """Ask for the work, and start a worker that waits in the middle of it."""
    (here.folder / "wait").touch()
    worker = here.start("-c", SETUP + WORK + ASK.replace("POINT", repr(point)) + WORKER)
    try:
        wait_until((here.folder / point).exists)
    except BaseException:
        worker.kill()
        print(worker.communicate()[0])
        raise
    return worker


@pytest.mark.parametrize(
    ("point", "outcome"),
    [("before", "done 2 1"), ("inside", "done 2 1"), ("after", "done 1 1")],
)
def test_a_killed_workers_job_is_finished_exactly_once(
    here: Installation, point: str, outcome: str
) -> None:
    worker = a_worker_at(here, point)
    worker.kill()
    worker.communicate()
    (here.folder / "wait").unlink()

    assert here.python(WORK + A_MINUTE_LATER + ANOTHER_WORKER + OUTCOME) == outcome
    checked = here.alongside("check")
    assert checked.returncode == 0, checked.stdout


def test_a_worker_told_to_stop_finishes_its_job_first(here: Installation) -> None:
    worker = a_worker_at(here, "inside")
    worker.terminate()
    (here.folder / "wait").unlink()
    worker.communicate(timeout=20)

    assert here.python(OUTCOME) == "done 1 1"
