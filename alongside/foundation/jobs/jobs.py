"""This room's own sweeps."""

from datetime import timedelta

from django.db.models.functions import Now
from django_tasks_db.models import DBTaskResult

from alongside.foundation.consent.actions.erasing import replay_tombstones
from alongside.foundation.history.actor import system_actor
from alongside.foundation.jobs.models import Worker

KEPT = timedelta(days=30)  # as the data map says


def forget_old_tasks() -> int:
    """Delete the queue's finished or abandoned entries after a month; jobs themselves stay."""
    deleted, _ = (
        DBTaskResult.objects.exclude(status="READY").filter(started_at__lt=Now() - KEPT).delete()
    )
    Worker.objects.filter(seen_at__lt=Now() - KEPT).delete()
    return deleted


def repeat_erasures() -> int:
    """Erase again whoever a restored backup brought back; the consent room lies below jobs."""
    return replay_tombstones(by=system_actor())
