"""Table: what people write to a place, and how they were answered."""

import uuid
from datetime import date
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.accounts.signs import Sign
from alongside.foundation.members.models import Person
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet


class EnquiryQuerySet(TenantQuerySet["Enquiry"]):
    """Words for finding enquiries."""

    def waiting(self) -> Self:
        """Not yet answered, and not suspect."""
        return self.filter(answered_on=None, held_for="")

    def suspect(self) -> Self:
        """Not yet answered, and looks as if a machine had sent it."""
        return self.filter(answered_on=None).exclude(held_for="")

    def answered(self) -> Self:
        return self.exclude(answered_on=None)


class Enquiry(TenantModel):
    """What somebody wrote, how they want to be answered, and by when they are."""

    class How(models.TextChoices):
        """How it was answered."""

        PHONE = "phone", _("by telephone")
        EMAIL = "email", _("by email")
        LETTER = "letter", _("by letter")
        MEETING = "meeting", _("face to face")
        NOT = "not", _("read; no answer was asked for, or none was possible")
        ADVERTISING = "advertising", _("not answered: it was advertising")

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    submission_key = models.UUIDField(unique=True)
    name = models.CharField(max_length=80, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=30, blank=True)
    text = models.TextField()
    text_hash = models.CharField(max_length=64, blank=True)
    held_for = models.CharField(
        max_length=10,
        blank=True,
        choices=[
            (Sign.TRAP, _("a field was filled in that people don't see")),
            (Sign.QUICK, _("written faster than people type")),
            (Sign.LINKS, _("many links")),
            (Sign.REPEATED, _("the same words were sent before")),
            (Sign.MANY, _("many messages from one network")),
        ],
    )
    sent_at = models.DateTimeField(default=timezone.now)
    answer_by = models.DateField()
    kept_until = models.DateTimeField()
    answered_on = models.DateField(null=True, blank=True)
    answered_how = models.CharField(max_length=12, choices=How, blank=True)
    answered_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    objects = EnquiryQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "enquiries"
        constraints = [
            models.CheckConstraint(
                condition=Q(answered_on__isnull=True, answered_how="")
                | Q(answered_on__isnull=False) & ~Q(answered_how=""),
                name="enquiries_answered_somehow",
            )
        ]
        indexes = [
            models.Index(fields=["place", "answered_on", "answer_by"], name="enquiries_desk_idx"),
            models.Index(fields=["text_hash", "sent_at"], name="enquiries_repeated_idx"),
            models.Index(fields=["kept_until"], name="enquiries_kept_idx"),
        ]

    def __str__(self) -> str:
        return f"enquiry {self.pk}"

    @property
    def can_be_answered(self) -> bool:
        """Whether its author left a way to reach them."""
        return bool(self.email or self.phone)

    def is_late(self, today: date) -> bool:
        """Whether it waits longer than was promised."""
        return self.answered_on is None and self.answer_by < today
