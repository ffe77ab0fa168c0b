"""Tables: what is left to read afterwards, and how it was for those who came."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.gatherings.models.booking import Booking
from alongside.foundation.gatherings.models.gathering import Gathering
from alongside.foundation.places.tenancy import TenantModel


class Material(TenantModel):
    """Something to read or watch afterwards, by link."""

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="materials")
    title = models.CharField(max_length=160)
    link = models.URLField(max_length=500)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title


class Feedback(TenantModel):
    """How it was for one of those who came. Read together only, and never below the minimum."""

    class Worth(models.TextChoices):
        YES = "yes", _("Yes, very much")
        MOSTLY = "mostly", _("Mostly")
        LITTLE = "little", _("A little")
        NO = "no", _("No")

    class TookPart(models.TextChoices):
        YES = "yes", _("Yes")
        PARTLY = "partly", _("Partly")
        NO = "no", _("No")

    gathering = models.ForeignKey(Gathering, on_delete=models.CASCADE, related_name="feedback")
    booking = models.OneToOneField(Booking, on_delete=models.CASCADE, related_name="feedback")
    submission_key = models.UUIDField(unique=True)
    worth = models.CharField(max_length=10, choices=Worth)
    took_part = models.CharField(max_length=10, choices=TookPart)
    will_do = models.TextField(blank=True)
    better = models.TextField(blank=True)
    given_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"feedback {self.pk}"
