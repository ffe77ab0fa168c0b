"""Tables: cases as they were published, what they are found by, and which are alike."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.models import Place
from alongside.foundation.places.tenancy import TenantModel
from alongside.foundation.practices.models import Practice
from alongside.learning.case_studies.models.text import CaseText


class PublishedCase(CaseText, TenantModel):
    """A case as the national team published it. The nation owns it; its partnership wrote it.

    It stays as it was read and agreed to, whatever is written on the partnership's own copy since.
    """

    practice = models.OneToOneField(Practice, on_delete=models.PROTECT, related_name="told")
    partnership = models.ForeignKey(Place, on_delete=models.PROTECT, related_name="+")
    # Of the partnership's copy, which lies in another place and is reached by nothing else.
    case_id = models.UUIDField(unique=True)
    published_on = models.DateField(default=timezone.localdate)
    updated_on = models.DateField(default=timezone.localdate)


class CaseLabel(TenantModel):
    """One of several things by which a published case is found."""

    class Kind(models.TextChoices):
        CO = "co", _("done together")
        APPROACH = "approach", _("way of working")
        OUTCOME = "outcome", _("what changed")

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="labels")
    kind = models.CharField(max_length=10, choices=Kind)
    key = models.CharField(max_length=60)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["practice", "kind", "key"], name="case_studies_label_once"
            )
        ]
        indexes = [models.Index(fields=["kind", "key"], name="case_studies_label_idx")]

    def __str__(self) -> str:
        return f"{self.kind}: {self.key}"


class Likeness(TenantModel):
    """How alike the words of two entries are; kept for the few that are most alike to each."""

    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["practice", "other"], name="case_studies_alike_once")
        ]

    def __str__(self) -> str:
        return f"{self.practice_id} and {self.other_id}: {self.score:.2f}"
