"""Changes of a job's state: each is one conditional update, so that of two only one succeeds."""

from datetime import timedelta
from typing import Any

from django.db.models import F, Q
from django.db.models.functions import Now

from alongside.foundation.jobs.models import Job
from alongside.foundation.places.tenancy import TenantQuerySet

DEAD_AFTER = timedelta(seconds=60)


def all_jobs() -> TenantQuerySet[Job]:
    """Every job of every place: the worker serves them all."""
    return Job.objects.unscoped(reason="the worker serves all places")


def move(jobs: TenantQuerySet[Job], to: Job.State, **changes: Any) -> bool:
    """Move these jobs to a state where the table of transitions allows it; say whether any did."""
    return jobs.filter(state__in=Job.TRANSITIONS[to]).update(state=to, **changes) > 0


def claim_job(job_id: int) -> bool:
    """Take a waiting job for this worker. Its attempt number is ours from now on."""
    return move(
        all_jobs().filter(pk=job_id, cancel_asked_at__isnull=True),
        Job.State.RUNNING,
        attempts=F("attempts") + 1,
        started_at=Now(),
        heartbeat_at=Now(),
        error="",
    )


def attempt_of(job_id: int, attempt: int) -> TenantQuerySet[Job]:
    """The job as long as this attempt still holds it."""
    return all_jobs().filter(pk=job_id, attempts=attempt, state=Job.State.RUNNING)


def end_job(job_id: int, attempt: int, to: Job.State, **changes: Any) -> bool:
    """End the attempt; False where the job was given to another worker meanwhile."""
    return move(attempt_of(job_id, attempt), to, ended_at=Now(), **changes)


def dead() -> Q:
    """Running, but without a sign of life for a minute by the database's own clock."""
    return Q(state=Job.State.RUNNING, heartbeat_at__lt=Now() - DEAD_AFTER)
