"""Tables: messages, the letters that carry them, and how often somebody wants to hear."""

import uuid

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.members.models import Person
from alongside.foundation.places.tenancy import TenantModel


class Wish(TenantModel):
    """How often somebody wants to hear; who never said so hears once a day."""

    class Often(models.TextChoices):
        AT_ONCE = "at_once", _("at once, each thing by itself")
        DAILY = "daily", _("once a day, if there is something")
        WEEKLY = "weekly", _("once a week, if there is something")
        NEVER = "never", _("never")

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="wish")
    often = models.CharField(max_length=8, choices=Often, default=Often.DAILY)
    changed_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"wish of person {self.person_id}"


class Letter(TenantModel):
    """One email, written before it is sent: a killed worker finds it, and sends it at most twice.

    `key` is the day for a digest and the message for a letter by itself, so none is written twice.
    """

    MOST_TRIES = 2

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=60)
    made_at = models.DateTimeField(default=timezone.now)
    tried_at = models.DateTimeField(null=True, blank=True)
    tries = models.PositiveSmallIntegerField(default=0)
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "person", "key"], name="notices_letter_once"),
            models.CheckConstraint(
                condition=models.Q(tries__lte=2), name="notices_letter_sent_at_most_twice"
            ),
        ]
        indexes = [models.Index(fields=["sent_at", "tries"], name="notices_unsent_idx")]

    def __str__(self) -> str:
        return f"letter {self.pk}"


class Message(TenantModel):
    """One thing that somebody is told: a line, a few words, and where to read on.

    `key` names what it tells of, among those of its kind: nobody is told the same thing twice.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.SlugField(max_length=30)
    key = models.CharField(max_length=60)
    title = models.CharField(max_length=200)
    text = models.CharField(max_length=500, blank=True)
    path = models.CharField(max_length=300)
    made_at = models.DateTimeField(default=timezone.now)
    letter = models.ForeignKey(
        Letter, null=True, blank=True, on_delete=models.SET_NULL, related_name="messages"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["place", "person", "kind", "key"], name="notices_told_once"
            )
        ]
        indexes = [models.Index(fields=["letter", "person"], name="notices_waiting_idx")]

    def __str__(self) -> str:
        return self.title
