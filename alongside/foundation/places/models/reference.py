"""Reference data: council areas, integration authorities and health boards. Global, read-only.

Source and vintage stand on every row; `reference/council_areas.csv` says where each comes from.
"""

from django.db import models


class Sourced(models.Model):
    """A fact with its source and vintage."""

    source = models.CharField(max_length=300)
    vintage = models.CharField(max_length=40)

    class Meta:
        abstract = True


class HealthBoard(Sourced):
    """One of the 14 health boards."""

    code = models.CharField(max_length=9, unique=True)
    name = models.CharField(max_length=60)

    def __str__(self) -> str:
        return self.name


class IntegrationAuthority(Sourced):
    """One of the 31 bodies that plan health and social care; one of them for two councils."""

    code = models.CharField(max_length=9, unique=True)
    name = models.CharField(max_length=60)

    def __str__(self) -> str:
        return self.name


class CouncilArea(Sourced):
    """One of the 32 council areas."""

    code = models.CharField(max_length=9, unique=True)
    name = models.CharField(max_length=60)
    integration_authority = models.ForeignKey(
        IntegrationAuthority, on_delete=models.PROTECT, related_name="council_areas"
    )
    health_board = models.ForeignKey(
        HealthBoard, on_delete=models.PROTECT, related_name="council_areas"
    )
    population = models.PositiveIntegerField()
    population_vintage = models.CharField(max_length=20)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
