"""Table: what fits into limits of money and staff days."""

from django.db import models
from django.utils import timezone

from alongside.foundation.places.tenancy import TenantModel
from alongside.star.focus_it.models.matrix import Matrix


class Choice(TenantModel):
    """The best set under limits, worked out by a job from a release; `result` is what it shows."""

    matrix = models.ForeignKey(Matrix, on_delete=models.CASCADE, related_name="choices")
    money_pence = models.PositiveBigIntegerField(null=True, blank=True)
    staff_days = models.PositiveIntegerField(null=True, blank=True)
    release_number = models.PositiveIntegerField()
    result = models.JSONField(default=dict)
    engine_version = models.CharField(max_length=40)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-made_at", "-pk"]

    def __str__(self) -> str:
        return f"choice {self.pk}"
