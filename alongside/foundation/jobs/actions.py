"""Ask for work, ask to stop it, and take up what a dead worker left."""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _
from django_tasks_db.models import DBTaskResult

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.jobs.models import Job
from alongside.foundation.jobs.moves import DEAD_AFTER, all_jobs, dead, move
from alongside.foundation.jobs.registry import WORK
from alongside.foundation.jobs.rules import can_cancel_job
from alongside.foundation.jobs.tasks import run_job
from alongside.foundation.places.models import Place


def enqueue_job(name: str, *, place: Place, key: str, arguments: dict[str, Any], by: Actor) -> Job:
    """Ask for a piece of work; while one with the same key is open, that one is returned.

    The queue lies in the same database: job and task are kept together, or neither is.
    """
    if name not in WORK:
        message = f"no work is registered as {name!r}"
        raise LookupError(message)
    with transaction.atomic():
        if (job := _open_job(place, key)) is not None:
            return job
        try:
            with transaction.atomic():
                job = Job.objects.create(
                    place=place, name=name, key=key, arguments=arguments, asked_by_id=by.id
                )
        except IntegrityError:  # somebody asked for the same at the same moment
            job = _open_job(place, key)
            if job is None:
                raise
            return job
        record_event("job.ask", job, by=by, place_id=place.pk)
        run_job.enqueue(job.pk)
    return job


def _open_job(place: Place, key: str) -> Job | None:
    return Job.objects.in_place(place).filter(key=key, state__in=Job.OPEN_STATES).first()


def request_cancel(job: Job, *, by: Actor) -> None:
    """Stop a job: at once while it waits, at its next report while it runs."""
    if not can_cancel_job(by, job):
        raise Refusal("not_allowed", _("Only who asked for this work, or a lead, can stop it."))
    this = Job.objects.in_place(job.place).filter(pk=job.pk)
    with transaction.atomic():
        stopped = move(
            this.filter(state=Job.State.WAITING),
            Job.State.CANCELLED,
            cancel_asked_at=Now(),
            ended_at=Now(),
        ) or this.filter(state=Job.State.RUNNING).update(cancel_asked_at=Now())
        if not stopped:
            raise Refusal("job_ended", _("This work has ended already."), status=409)
        record_event("job.cancel", job, by=by, place_id=job.place_id)


def reclaim_dead_jobs() -> int:
    """Give jobs of dead workers back to the queue, or end them; return how many were touched."""
    touched = 0
    for job in all_jobs().filter(dead()).order_by("pk"):
        touched += _reclaim(job)
    return touched + _enqueue_forgotten()


def _reclaim(job: Job) -> bool:
    # The attempt number keeps this from touching a job that another worker took meanwhile.
    this = all_jobs().filter(dead(), pk=job.pk, attempts=job.attempts)
    if job.cancel_asked_at is not None:
        return move(this, Job.State.CANCELLED, ended_at=Now(), doing="")
    if job.attempts >= Job.MOST_ATTEMPTS:
        words = _("It was begun %(times)s times and never ended.") % {"times": job.attempts}
        return move(this, Job.State.FAILED, ended_at=Now(), doing="", error=words)
    with transaction.atomic():
        if not move(this, Job.State.WAITING, progress=0, doing="", heartbeat_at=None):
            return False
        run_job.enqueue(job.pk)
    return True


def _enqueue_forgotten() -> int:
    """Waiting jobs whose task was taken by a worker that died before it began get a new one."""
    forgotten = 0
    ready = DBTaskResult.objects.filter(task_path=run_job.module_path, status="READY")
    for job in all_jobs().filter(state=Job.State.WAITING, asked_at__lt=Now() - DEAD_AFTER):
        if not ready.filter(args_kwargs__args__0=job.pk).exists():
            run_job.enqueue(job.pk)
            forgotten += 1
    return forgotten
