"""Table: practices."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet


class PracticeQuerySet(TenantQuerySet["Practice"]):
    """Who may read the index, and how it is searched."""

    def visible_to(self, actor: Actor) -> Self:
        """A nation's practice is read by the nation and by each of its partnerships."""
        readable = Q(place_id__in=actor.place_ids) | Q(place__partnerships__id__in=actor.place_ids)
        return self.filter(
            pk__in=self.model._default_manager.unscoped(reason="subquery").filter(readable)
        ).narrowed()

    def for_partnership(self, place: Place) -> Self:
        """The index that a partnership draws on: its nation's, and its own."""
        return self.filter(place_id__in=[place.pk, place.nation_id]).narrowed()


class Practice(TenantModel):
    """One example of co-production, restated, with its source."""

    class Co(models.TextChoices):
        COMMISSION = "commission", _("co-commission")
        DESIGN = "design", _("co-design")
        DELIVER = "deliver", _("co-deliver")
        ASSESS = "assess", _("co-assess")
        PROGRAMME = "programme", _("a whole programme")

    title = models.CharField(max_length=160)
    nation_name = models.CharField(max_length=60, blank=True)
    council_area = models.CharField(max_length=80, blank=True)
    service_area = models.CharField(max_length=80)
    co = models.CharField(max_length=12, choices=Co)
    approach = models.CharField(max_length=60, blank=True)
    what_happens = models.TextField()
    who_takes_part = models.JSONField(default=list)
    scale = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=300, blank=True)
    # A quotation or a programme is shown as that, not as evidence of change.
    shows_change = models.BooleanField(default=False)
    source = models.CharField(max_length=300, blank=True)
    address = models.URLField(blank=True)

    objects = PracticeQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "title", "council_area"], name="practices_title_once"
            )
        ]

    def __str__(self) -> str:
        return self.title
