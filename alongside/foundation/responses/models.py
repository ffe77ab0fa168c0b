"""Table: the envelope."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Activity, Participant
from alongside.foundation.history.actor import OnBehalf
from alongside.foundation.members.models import Group, ResidentKind
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet


class ResponseQuerySet(TenantQuerySet["Response"]):
    """Words for counting responses."""

    def counted(self) -> Self:
        """Those that count: submitted, by somebody whose group is confirmed."""
        return self.filter(state=Response.State.SUBMITTED, group_confirmed=True)


class Response(TenantModel):
    """One contribution by one participant, through any channel."""

    class State(models.TextChoices):
        DRAFT = "draft", _("begun")
        SUBMITTED = "submitted", _("sent")
        WITHDRAWN = "withdrawn", _("withdrawn")

    class Channel(models.TextChoices):
        WEB = "web", _("web page")
        ROOM = "room", _("in a room")
        PHONE = "phone", _("by telephone")
        PAPER = "paper", _("on paper")
        INTERVIEWER = "interviewer", _("with an interviewer")

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="responses")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="responses")
    state = models.CharField(max_length=10, choices=State, default=State.DRAFT)
    # Copied at the time: what a person is later does not change what they said then.
    group = models.CharField(max_length=10, choices=Group)
    group_confirmed = models.BooleanField(default=False)
    resident_kind = models.CharField(max_length=10, choices=ResidentKind, blank=True)
    channel = models.CharField(max_length=12, choices=Channel, default=Channel.WEB)
    # Whoever entered it for somebody else says in what standing: these differ in law.
    on_behalf_of = models.CharField(
        max_length=10, blank=True, choices=[(kind.value, kind.value) for kind in OnBehalf]
    )
    instrument_version = models.CharField(max_length=40)
    submission_key = models.UUIDField(unique=True)
    payload_hash = models.CharField(max_length=64, blank=True)
    # The device's claim, apart from the server's knowledge.
    answered_at = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField(null=True, blank=True)
    is_late = models.BooleanField(default=False)
    batch = models.CharField(max_length=40, blank=True)
    # What is not an answer yet, such as the services somebody picked. Emptied when it is sent.
    draft = models.JSONField(default=dict, blank=True)

    objects = ResponseQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["activity", "participant"],
                condition=~Q(state="withdrawn"),
                name="responses_one_a_participant",
            ),
            models.CheckConstraint(
                condition=~Q(state="submitted") | Q(received_at__isnull=False),
                name="responses_submitted_were_received",
            ),
        ]
        indexes = [
            models.Index(fields=["place", "activity", "state", "group"], name="responses_count_idx")
        ]

    def __str__(self) -> str:
        return f"response {self.pk}"
