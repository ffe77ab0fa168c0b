"""Tables: jobs, and the workers that do them."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.tenancy import TenantModel


class Job(TenantModel):
    """One piece of background work, from the moment it was asked for to its result."""

    class State(models.TextChoices):
        WAITING = "waiting", _("waiting")
        RUNNING = "running", _("running")
        DONE = "done", _("done")
        FAILED = "failed", _("failed")
        CANCELLED = "cancelled", _("cancelled")

    OPEN_STATES = (State.WAITING, State.RUNNING)
    # From which states each state can be reached. Every change of state goes through `moves`.
    TRANSITIONS = {
        State.WAITING: (State.RUNNING,),  # its worker died
        State.RUNNING: (State.WAITING,),
        State.DONE: (State.RUNNING,),
        State.FAILED: (State.WAITING, State.RUNNING),
        State.CANCELLED: (State.WAITING, State.RUNNING),
    }
    MOST_ATTEMPTS = 3

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=60)  # a name in `registry`
    # The same work asked for twice while the first is open is one job.
    key = models.CharField(max_length=160)
    arguments = models.JSONField(default=dict)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    progress = models.PositiveSmallIntegerField(default=0)
    doing = models.CharField(max_length=120, blank=True)
    # Also says which worker holds the job: one whose attempt is over can write nothing more.
    attempts = models.PositiveSmallIntegerField(default=0)
    asked_by_id = models.BigIntegerField(null=True)
    asked_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True)
    heartbeat_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    cancel_asked_at = models.DateTimeField(null=True)
    result_url = models.CharField(max_length=300, blank=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "key"],
                condition=Q(state__in=["waiting", "running"]),
                name="jobs_one_open_job_a_key",
            ),
            models.CheckConstraint(condition=Q(progress__lte=100), name="jobs_progress_in_percent"),
        ]
        indexes = [
            models.Index(fields=["place", "-asked_at"], name="jobs_place_idx"),
            models.Index(
                fields=["state"],
                condition=Q(state__in=["waiting", "running"]),
                name="jobs_open_idx",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} {self.state}"

    @property
    def is_open(self) -> bool:
        """Whether something may still happen to it."""
        return self.state in self.OPEN_STATES


class Worker(models.Model):
    """A process that does background work. It belongs to the installation, not to a place."""

    name = models.CharField(max_length=64, unique=True)
    started_at = models.DateTimeField(default=timezone.now)
    seen_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return self.name
