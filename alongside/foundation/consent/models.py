"""Tables: notices, activities, participants."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Group, Person, ResidentKind, Seat
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet


class Basis(models.TextChoices):
    """Lawful bases. Public bodies mostly rely on the first; staff consent is rarely free."""

    PUBLIC_TASK = "task", _("public task")
    CONSENT = "consent", _("consent")
    CONTRACT = "contract", _("contract")
    LAW = "law", _("legal obligation")


class Offered(models.TextChoices):
    """How a form of help with taking part stands; an activity can't open with it unanswered."""

    READY = "ready", _("ready")
    ON_REQUEST = "request", _("ask us by the date shown")
    NOT_OFFERED = "no", _("not offered")


class Notice(TenantModel):
    """One version of what people are told before they take part. Never changed, only followed."""

    version = models.PositiveIntegerField()
    kind = models.CharField(max_length=40)
    language = models.CharField(max_length=10, default="en-gb")
    who_sees = models.TextField()
    text = models.TextField()
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "kind", "language", "version"], name="consent_notice_version_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} notice, version {self.version}"


class ActivityQuerySet(TenantQuerySet["Activity"]):
    """Who may know of an activity."""

    def visible_to(self, actor: Actor) -> Self:
        """Members see their place's activities; a guest sees the one they sit in."""
        if actor.seat_activity is not None:
            return self.filter(pk=actor.seat_activity).narrowed()
        return super().visible_to(actor)


class Activity(TenantModel):
    """One thing people take part in, with everything they must know before they do."""

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=140)
    basis = models.CharField(max_length=10, choices=Basis, default=Basis.PUBLIC_TASK)
    purpose = models.CharField(max_length=300)
    notice = models.ForeignKey(Notice, on_delete=models.PROTECT, related_name="activities")
    minimum_age = models.PositiveSmallIntegerField(default=0)
    # Honest about power (experience 13).
    what_can_change = models.TextField(blank=True)
    what_cannot_change = models.TextField(blank=True)
    who_decides = models.CharField(max_length=200, blank=True)
    decided_by_on = models.DateField(null=True, blank=True)
    # Help with taking part (experience 14): each answered before the activity opens.
    help_languages = models.CharField(max_length=10, choices=Offered, blank=True)
    help_bsl = models.CharField(max_length=10, choices=Offered, blank=True)
    help_easy_read = models.CharField(max_length=10, choices=Offered, blank=True)
    help_audio = models.CharField(max_length=10, choices=Offered, blank=True)
    help_large_print = models.CharField(max_length=10, choices=Offered, blank=True)
    help_note = models.CharField(max_length=300, blank=True)
    # Since when people can take part, and since when they no longer can: whoever runs it says so.
    opened_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # Free words and drafts are erased this many days after the activity ends.
    retention_days = models.PositiveIntegerField(default=730)

    objects = ActivityQuerySet.as_manager()

    # Kinds that everybody finds on pages of their own, and that need no link or poster from here.
    FOUND_BY_THEMSELVES = ("gathering", "course")
    HELP_FIELDS = ("help_languages", "help_bsl", "help_easy_read", "help_audio", "help_large_print")

    def __str__(self) -> str:
        return self.title

    @property
    def help_is_answered(self) -> bool:
        """Whether each form of help says: ready, on request, or not offered."""
        return all(getattr(self, name) for name in self.HELP_FIELDS)


class Participant(TenantModel):
    """Somebody in one activity. Contributions point here and nowhere else.

    `pseudonym` is a keyed hash of the person within the place: it lets the same person be
    compared from one round to the next without a name, and is blanked on erasure.
    """

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="participations"
    )
    seat = models.ForeignKey(
        Seat, null=True, blank=True, on_delete=models.SET_NULL, related_name="participations"
    )
    group = models.CharField(max_length=10, choices=Group)
    group_confirmed = models.BooleanField(default=False)
    resident_kind = models.CharField(max_length=10, choices=ResidentKind, blank=True)
    pseudonym = models.CharField(max_length=64, blank=True)
    joined_at = models.DateTimeField(default=timezone.now)
    erased_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            # One person may wear two hats, and answers once in each.
            models.UniqueConstraint(
                fields=["activity", "person", "group"],
                condition=Q(person__isnull=False),
                name="consent_person_takes_part_once_a_hat",
            ),
            models.UniqueConstraint(
                fields=["activity", "seat"],
                condition=Q(seat__isnull=False),
                name="consent_seat_takes_part_once",
            ),
        ]
        indexes = [models.Index(fields=["place", "activity", "group"], name="consent_part_idx")]

    def __str__(self) -> str:
        return f"participant {self.pk}"
