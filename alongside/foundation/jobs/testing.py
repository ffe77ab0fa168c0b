"""For tests of other rooms: do the queued work here and now."""

from django_tasks_db.models import DBTaskResult

from alongside.foundation.jobs.runner import do_job
from alongside.foundation.jobs.tasks import run_job


def run_waiting_jobs() -> int:
    """Do every queued job, and those that they ask for; return how many tasks were taken."""
    taken = 0
    waiting = DBTaskResult.objects.filter(task_path=run_job.module_path, status="READY")
    while (entry := waiting.order_by("enqueued_at").first()) is not None:
        entry.claim("test")
        do_job(*entry.args_kwargs["args"])
        entry.set_successful(None)
        taken += 1
    return taken
