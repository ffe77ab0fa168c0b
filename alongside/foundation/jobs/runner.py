"""Do one job: find its work, hand it a context, and note how it ended.

Signs of life come from the worker's own thread (`worker.Housekeeping`) while the work runs, so
that a long calculation need not report; `JobContext.report` gives one too.

A worker can die at any moment, so work may be begun again, up to three times. Work that writes
does so inside `with context.finish():`, which ends the job in the same transaction: either both
are kept or neither, and an attempt that was given up (a laptop that slept) can't write at all.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import structlog
from django.db import transaction
from django.db.models.functions import Now
from django.utils.translation import gettext as _

from alongside.foundation.history.actor import Actor, system_actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.jobs.models import Job
from alongside.foundation.jobs.moves import all_jobs, attempt_of, claim_job, end_job
from alongside.foundation.jobs.registry import work_named
from alongside.foundation.places.models import Place

log = structlog.get_logger(__name__)

# The jobs that this process does just now, with their attempts, for the thread that says so.
IN_HAND: dict[int, int] = {}


class JobCancelled(Exception):  # noqa: N818 - not an error: somebody asked for it
    """Somebody asked to stop, or the job is another worker's by now."""


@dataclass(slots=True)
class Finish:
    """What the end of a job still needs to know."""

    result_url: str = ""


@dataclass(slots=True)
class JobContext:
    """What work is told about its job, and how it speaks of itself."""

    place: Place
    job_id: int
    attempt: int
    by: Actor = field(default_factory=system_actor)
    is_finished: bool = False

    def report(self, progress: int, doing: str = "") -> None:
        """Say how far it is (0 to 100) and what is being done; stop here if that was asked."""
        held = attempt_of(self.job_id, self.attempt).filter(cancel_asked_at__isnull=True)
        if not held.update(progress=progress, doing=doing[:120], heartbeat_at=Now()):
            raise JobCancelled

    @contextmanager
    def finish(self) -> Iterator[Finish]:
        """Write the result: what is written inside is kept together with the job's end."""
        with transaction.atomic():
            end = Finish()
            yield end
            held = attempt_of(self.job_id, self.attempt).filter(cancel_asked_at__isnull=True)
            if not held.exists() or not self._end(end.result_url):
                raise JobCancelled
        self.is_finished = True

    def _end(self, result_url: str) -> bool:
        return end_job(
            self.job_id,
            self.attempt,
            Job.State.DONE,
            progress=100,
            doing="",
            result_url=result_url,
        )


def do_job(job_id: int) -> None:
    """Do the job if it is still waiting; a second task for the same job finds nothing to do."""
    if not claim_job(job_id):
        return
    job = all_jobs().select_related("place").get(pk=job_id)
    context = JobContext(job.place, job.pk, job.attempts)
    IN_HAND[job.pk] = job.attempts
    try:
        result_url = work_named(job.name)(context, **job.arguments)
        if not context.is_finished:
            with context.finish() as end:
                end.result_url = result_url or ""
    except JobCancelled:
        end_job(job.pk, job.attempts, Job.State.CANCELLED, doing="")
    except Refusal as refusal:
        _fail(job, str(refusal.words))
    except Exception:
        log.exception("job failed", job=str(job.public_id), name=job.name)
        _fail(job, _("Something went wrong. The people who run this site can see what."))
    finally:
        IN_HAND.pop(job.pk, None)


def _fail(job: Job, words: str) -> None:
    end_job(job.pk, job.attempts, Job.State.FAILED, doing="", error=words[:300])
