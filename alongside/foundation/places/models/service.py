"""Tables: organisations with their sector, and services."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.tenancy import TenantModel


class Organisation(TenantModel):
    """A body that takes part in a partnership."""

    class Sector(models.TextChoices):
        NHS = "nhs", _("NHS")
        COUNCIL = "council", _("council")
        THIRD = "third", _("third sector")
        INDEPENDENT = "independent", _("independent sector")
        COMMUNITY = "community", _("community body")
        POLICE_FIRE = "police_fire", _("police or fire")

    name = models.CharField(max_length=120)
    sector = models.CharField(max_length=12, choices=Sector)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["place", "name"], name="places_organisation_name_once")
        ]

    def __str__(self) -> str:
        return self.name


class Service(TenantModel):
    """A public service that people use, in one place."""

    slug = models.SlugField(max_length=60)
    name = models.CharField(max_length=120)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="services"
    )
    # The entry of the starter list that it was picked from, so that like can be found beside like.
    starter_key = models.CharField(max_length=40, blank=True)
    added_on = models.DateField(default=timezone.localdate)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="places_service_slug_once"),
            models.UniqueConstraint(fields=["place", "name"], name="places_service_name_once"),
        ]

    def __str__(self) -> str:
        return self.name
