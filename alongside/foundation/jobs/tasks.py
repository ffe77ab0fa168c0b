"""The one task that Django's queue knows: do the job with this id."""

from django.tasks import task

from alongside.foundation.jobs.runner import do_job


@task()
def run_job(job_id: int) -> None:
    """Do one job."""
    do_job(job_id)
