"""Tables: agreed positions, which stand beside answers and never over them; baselines."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from alongside.foundation.members.models import Group
from alongside.foundation.places.models import Service
from alongside.foundation.places.tenancy import TenantModel
from alongside.star.map_it.models.answers import Co, CoAnswer
from alongside.star.map_it.models.round import Round


class AgreedPosition(TenantModel):
    """What a table, or a group too small to be counted, agreed on and wants to be seen saying."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="positions")
    table = models.CharField(max_length=60)
    # Empty for a mixed table; one group when that group speaks as one (trust 30).
    group = models.CharField(max_length=10, choices=Group, blank=True)
    service = models.ForeignKey(
        Service, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    co = models.CharField(max_length=12, choices=Co)
    code = models.CharField(max_length=2, choices=CoAnswer.Code)
    heads = models.JSONField(default=dict)  # group -> how many sat at the table
    dissent = models.TextField(blank=True)
    submission_key = models.UUIDField()
    agreed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["round", "table", "service", "co"],
                condition=Q(service__isnull=False),
                name="map_it_one_position_a_table",
            ),
            models.UniqueConstraint(
                fields=["round", "table", "co"],
                condition=Q(service__isnull=True),
                name="map_it_one_position_for_all_services",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.table}: {self.co} {self.code}"


class Baseline(TenantModel):
    """An earlier result from another survey, labelled as that. Never compared by arithmetic."""

    label = models.CharField(max_length=140)
    on = models.DateField()
    co = models.CharField(max_length=12, choices=Co)
    level = models.PositiveSmallIntegerField()
    people_count = models.PositiveIntegerField(null=True, blank=True)
    source = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "label", "co"], name="map_it_baseline_once"),
            models.CheckConstraint(condition=Q(level__lte=4), name="map_it_baseline_is_a_level"),
        ]

    def __str__(self) -> str:
        return f"{self.label}: {self.co}"
