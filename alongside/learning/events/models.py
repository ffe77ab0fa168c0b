"""Tables of the live part of an event: polls with their votes, the floor and its questions."""

import uuid

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Participant
from alongside.foundation.disclosure.models import Release
from alongside.foundation.places.tenancy import TenantModel
from alongside.foundation.rooms.models import Room


class Poll(TenantModel):
    """One question with two to six choices, asked of everybody in a room at a time.

    Nobody sees a number before it is revealed; what is told then is its frozen `release`.
    """

    class State(models.TextChoices):
        PREPARED = "prepared", _("prepared")
        OPEN = "open", _("people are answering")
        REVEALED = "revealed", _("revealed")
        CLOSED = "closed", _("closed")

    ON_SCREEN = (State.OPEN, State.REVEALED)

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="polls")
    submission_key = models.UUIDField(unique=True)
    question = models.CharField(max_length=160)
    choices = models.JSONField(default=list)  # their words, in order; a vote names one from 1
    state = models.CharField(max_length=10, choices=State, default=State.PREPARED)
    release = models.OneToOneField(
        Release, null=True, blank=True, on_delete=models.PROTECT, related_name="poll"
    )
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["room"],
                condition=Q(state__in=("open", "revealed")),
                name="events_one_poll_at_a_time",
            ),
            models.CheckConstraint(
                condition=Q(state__in=("prepared", "open"), release__isnull=True)
                | Q(state__in=("revealed", "closed"), release__isnull=False),
                name="events_revealed_is_frozen",
            ),
        ]

    def __str__(self) -> str:
        return self.question


class Vote(TenantModel):
    """What somebody chose in a poll, once; it can be changed until the poll is revealed."""

    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="votes")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+")
    choice = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["poll", "participant"], name="events_one_vote_each"),
            models.CheckConstraint(
                condition=Q(choice__gte=1, choice__lte=6), name="events_vote_is_a_choice"
            ),
        ]

    def __str__(self) -> str:
        return f"vote {self.pk}"


class Floor(TenantModel):
    """Whether a room's new questions are read by its organisers before everybody sees them."""

    room = models.OneToOneField(Room, on_delete=models.CASCADE, related_name="floor")
    reads_first = models.BooleanField(default=True)

    def __str__(self) -> str:
        return f"floor of room {self.room_id}"


class FloorQuestion(TenantModel):
    """A question from the floor, shown without a name."""

    class State(models.TextChoices):
        UNREAD = "unread", _("not read yet")
        ASKED = "asked", _("on the list")
        ANSWERING = "answering", _("being answered")
        ANSWERED = "answered", _("answered")
        SET_ASIDE = "set_aside", _("set aside")

    OPEN = (State.ASKED, State.ANSWERING)
    GONE_THROUGH = (State.ANSWERED, State.SET_ASIDE)

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="questions")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+")
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission_key = models.UUIDField(unique=True)
    text = models.CharField(max_length=280)
    state = models.CharField(max_length=10, choices=State, default=State.ASKED)
    why_set_aside = models.CharField(max_length=200, blank=True)
    asked_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(state="set_aside") | ~Q(why_set_aside=""),
                name="events_set_aside_says_why",
            )
        ]
        indexes = [models.Index(fields=["room", "state"], name="events_floor_idx")]

    def __str__(self) -> str:
        return f"question {self.pk}"


class Support(TenantModel):
    """Somebody else would like to hear the answer too."""

    question = models.ForeignKey(FloorQuestion, on_delete=models.CASCADE, related_name="supports")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["question", "participant"], name="events_one_support_each"
            )
        ]

    def __str__(self) -> str:
        return f"support {self.pk}"
