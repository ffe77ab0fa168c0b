"""Tables: commitments, and what shows that they were kept."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Person
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet


class CommitmentQuerySet(TenantQuerySet["Commitment"]):
    """Words for finding commitments."""

    def visible_to(self, actor: Actor) -> Self:
        """One's own, and those that all members of a place read."""
        own = Q(owner__in=list(actor.persons.values()))
        shared = Q(is_shared=True, place__in=actor.place_ids)
        return self.filter(own | shared).narrowed()

    def running(self) -> Self:
        """What is still to be done, the first due first."""
        return self.filter(state__in=Commitment.RUNNING).order_by("due_on", "pk")

    def ended(self) -> Self:
        """What was done or given up, the latest first."""
        return self.exclude(state__in=Commitment.RUNNING).order_by("-ended_at", "-pk")


class Commitment(TenantModel):
    """Somebody does something by a day.

    `origin_title` and `origin_path` say where it was promised, for its page and for letters.
    """

    class State(models.TextChoices):
        OPEN = "open", _("not begun")
        DOING = "doing", _("begun")
        DONE = "done", _("done")
        DROPPED = "dropped", _("given up")

    RUNNING = (State.OPEN, State.DOING)

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission_key = models.UUIDField(unique=True)
    owner = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="commitments")
    what = models.CharField(max_length=300)
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=State, default=State.OPEN)
    is_shared = models.BooleanField(default=False)
    what_came = models.TextField(blank=True)
    origin_title = models.CharField(max_length=200, blank=True)
    origin_path = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    objects = CommitmentQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state__in=("open", "doing"), ended_at__isnull=True)
                | Q(state__in=("done", "dropped"), ended_at__isnull=False),
                name="commitments_ended_when_they_end",
            ),
            models.CheckConstraint(
                condition=~Q(state="dropped") | ~Q(what_came=""),
                name="commitments_given_up_for_a_reason",
            ),
        ]
        indexes = [models.Index(fields=["owner", "state", "due_on"], name="commitments_own_idx")]

    def __str__(self) -> str:
        return self.what

    @property
    def is_running(self) -> bool:
        return self.state in self.RUNNING

    @property
    def is_late(self) -> bool:
        return self.is_running and self.due_on < timezone.localdate()


class Evidence(TenantModel):
    """Something that shows what was done: a few words, with a link if there is one."""

    commitment = models.ForeignKey(Commitment, on_delete=models.CASCADE, related_name="evidence")
    submission_key = models.UUIDField(unique=True)
    what = models.CharField(max_length=300)
    link = models.URLField(max_length=500, blank=True)
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.what
