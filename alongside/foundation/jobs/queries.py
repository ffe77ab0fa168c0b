"""What the pages and the health check read."""

from collections import Counter
from datetime import timedelta
from typing import TypedDict

from django.db.models.functions import Now

from alongside.foundation.jobs.models import Job, Worker
from alongside.foundation.jobs.moves import all_jobs

WORKER_IS_LATE_AFTER = timedelta(seconds=60)


class WorkInHand(TypedDict):
    """How background work stands, for whoever watches the site."""

    workers: int
    waiting: int
    running: int
    failed_today: int


def work_in_hand() -> WorkInHand:
    """Count workers that gave a sign of life within a minute, and jobs by state."""
    states = Counter(all_jobs().filter(state__in=Job.OPEN_STATES).values_list("state", flat=True))
    return {
        "workers": Worker.objects.filter(seen_at__gte=Now() - WORKER_IS_LATE_AFTER).count(),
        "waiting": states[Job.State.WAITING],
        "running": states[Job.State.RUNNING],
        "failed_today": all_jobs()
        .filter(state=Job.State.FAILED, ended_at__gte=Now() - timedelta(days=1))
        .count(),
    }
