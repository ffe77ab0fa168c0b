"""The worker: Django's queue worker, and a thread beside it that keeps house."""

import logging
import os
import socket
import threading
import time
import uuid

import structlog
from django.db import DatabaseError, close_old_connections, connection
from django.db.models.functions import Now
from django_tasks_db.management.commands.db_worker import Worker as QueueWorker

from alongside.foundation.jobs.actions import reclaim_dead_jobs
from alongside.foundation.jobs.models import Worker
from alongside.foundation.jobs.moves import attempt_of
from alongside.foundation.jobs.registry import SWEEPS, sweep_named
from alongside.foundation.jobs.runner import IN_HAND

log = structlog.get_logger(__name__)


class Housekeeping(threading.Thread):
    """Every ten seconds: a sign of life, dead workers' jobs taken up, sweeps that are due."""

    def __init__(self, name: str, *, every_seconds: float = 10) -> None:
        super().__init__(name="housekeeping", daemon=True)
        self._worker_name = name
        self._every_seconds = every_seconds
        self._swept: dict[str, float] = {}
        self._ending = threading.Event()

    def run(self) -> None:
        while not self._ending.is_set():
            close_old_connections()
            try:
                self.keep_house()
            except DatabaseError:
                log.warning("housekeeping waits for the database", exc_info=True)
            self._ending.wait(self._every_seconds)
        connection.close()

    def end(self) -> None:
        """Stop, and say that this worker is gone."""
        self._ending.set()
        Worker.objects.filter(name=self._worker_name).delete()

    def keep_house(self) -> None:
        """One round."""
        give_sign_of_life(self._worker_name)
        reclaim_dead_jobs()
        for name, sweep in SWEEPS.items():
            if time.monotonic() - self._swept.get(name, float("-inf")) >= sweep.every_seconds:
                self._swept[name] = time.monotonic()
                self._sweep(name)

    def _sweep(self, name: str) -> None:
        try:
            sweep_named(name)()
        except Exception:  # one failing sweep must not stop the others
            log.exception("sweep failed", sweep=name)


def give_sign_of_life(name: str) -> None:
    """Note that this worker lives, and so do the jobs it has in hand."""
    Worker.objects.update_or_create(name=name, defaults={"seen_at": Now()})
    for job_id, attempt in list(IN_HAND.items()):
        attempt_of(job_id, attempt).update(heartbeat_at=Now())


def work(*, until_empty: bool = False, housekeeping_seconds: float = 10) -> None:
    """Do background work until told to stop, or until the queue is empty."""
    name = f"{socket.gethostname()[:20]}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
    worker = QueueWorker(
        queue_names=["*"],
        interval=0.5,
        batch=until_empty,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=name,
        excluded_queue_names=[],
    )
    worker.configure_signals()
    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)  # the rest is small talk
    housekeeping = Housekeeping(name, every_seconds=housekeeping_seconds)
    housekeeping.start()
    try:
        worker.run()
    finally:
        housekeeping.end()
