"""A job in one sentence."""

from django.utils.translation import gettext as _

from alongside.foundation.jobs.models import Job


def how_far(job: Job) -> str:
    """Say how far the work is."""
    if job.is_open and job.cancel_asked_at is not None:
        return _("Stopping")
    if job.state == Job.State.RUNNING:
        return job.doing or _("Working on it")
    return {
        Job.State.WAITING: _("Waiting for its turn"),
        Job.State.DONE: _("Done"),
        Job.State.FAILED: _("It did not work"),
        Job.State.CANCELLED: _("Stopped"),
    }[Job.State(job.state)]
