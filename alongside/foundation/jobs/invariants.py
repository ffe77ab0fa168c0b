"""What must always hold here (`alongside check`)."""

from collections.abc import Callable, Iterable

from django.db.models import Count, Q

from alongside.foundation.jobs.models import Job
from alongside.foundation.jobs.moves import all_jobs


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """Work is asked for once, and what has ended says when."""
    return {
        "No work is open twice": doubled_jobs,
        "Work that has ended says when, and open work does not": half_ended_jobs,
    }


def doubled_jobs() -> list[str]:
    """Return keys with more than one open job."""
    open_jobs = all_jobs().filter(state__in=Job.OPEN_STATES).values("place", "key")
    doubled = open_jobs.annotate(jobs=Count("pk")).filter(jobs__gt=1).order_by("place", "key")
    return [f"place {one['place']}, {one['key']}: {one['jobs']} open jobs" for one in doubled]


def half_ended_jobs() -> list[str]:
    """Return jobs whose state and time of ending disagree."""
    is_open = Q(state__in=Job.OPEN_STATES)
    wrong = all_jobs().filter(
        (is_open & Q(ended_at__isnull=False)) | (~is_open & Q(ended_at__isnull=True))
    )
    return [f"job {job.public_id} is {job.state}" for job in wrong]
