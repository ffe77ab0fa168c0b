"""Table: electoral wards, as one partnership lists them."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone

from alongside.foundation.places.models.reference import CouncilArea
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet

# In addresses this word stands for "in no ward by name, but everywhere".
EVERYWHERE = "everywhere"


class WardQuerySet(TenantQuerySet["Ward"]):
    """Words for finding wards."""

    def standing(self) -> Self:
        """Wards that have not ended."""
        return self.filter(ended_on__isnull=True)


class Ward(TenantModel):
    """An electoral ward in a partnership's own list: typed, pasted or brought in by its lead.

    We ship no list of wards and make none up: boundaries change, and each partnership knows its
    own. A ward says whom a councillor speaks for and where an activity happens. It is never told
    with an answer: one ward has few councillors, and its figures would be theirs by name.
    """

    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=80)
    council_area = models.ForeignKey(
        CouncilArea, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    code = models.CharField(max_length=20, blank=True)  # the official one, where it is known
    added_on = models.DateField(default=timezone.localdate)
    ended_on = models.DateField(null=True, blank=True)

    objects = WardQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="places_ward_slug_once"),
            models.UniqueConstraint(
                fields=["place", "council_area", "name"], name="places_ward_once_an_area"
            ),
            models.UniqueConstraint(
                fields=["place", "name"],
                condition=Q(council_area__isnull=True),
                name="places_ward_once_without_area",
            ),
            models.UniqueConstraint(
                fields=["place", "code"], condition=~Q(code=""), name="places_ward_code_once"
            ),
            models.CheckConstraint(
                condition=~Q(slug=EVERYWHERE), name="places_ward_slug_not_reserved"
            ),
        ]

    def __str__(self) -> str:
        return self.name
