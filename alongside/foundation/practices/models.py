"""Table: practices."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet
from alongside.foundation.prepared.reads import Given


class PracticeQuerySet(TenantQuerySet["Practice"]):
    """Who may read the index, and how it is searched."""

    def visible_to(self, actor: Actor) -> Self:
        """A nation's practice is read by the nation and by each of its partnerships."""
        readable = Q(place_id__in=actor.place_ids) | Q(place__partnerships__id__in=actor.place_ids)
        return self.filter(
            pk__in=self.model._default_manager.unscoped(reason="subquery").filter(readable),
            withdrawn_on__isnull=True,
        ).narrowed()

    def for_partnership(self, place: Place) -> Self:
        """The index that a partnership draws on: its nation's, and its own."""
        return self.drawn_from(place.pk, place.nation_id)

    def drawn_from(self, place_id: int | Given, nation_id: int | Given | None) -> Self:
        """The same by the ids of both."""
        own = Q(place_id=place_id) | Q(place_id=nation_id)
        return self.filter(own, withdrawn_on__isnull=True).defer("body").narrowed()


class Practice(TenantModel):
    """One example of co-production, restated, with its source."""

    class Co(models.TextChoices):
        COMMISSION = "commission", _("co-commission")
        DESIGN = "design", _("co-design")
        DELIVER = "deliver", _("co-deliver")
        ASSESS = "assess", _("co-assess")
        PROGRAMME = "programme", _("a whole programme")

    class Basis(models.TextChoices):
        """What the entry rests on. Only the last speaks of change (method, our reading)."""

        EXAMPLE = "example", _("an example that its source names")
        QUOTATION = "quotation", _("what somebody said")
        PROGRAMME = "programme", _("a programme that was announced or run")
        CHANGE = "change", _("a source that shows what changed")

    slug = models.SlugField(max_length=80)
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
    rests_on = models.CharField(max_length=10, choices=Basis, default=Basis.EXAMPLE)
    source = models.CharField(max_length=300, blank=True)
    address = models.URLField(blank=True)
    # It stays as a row, so that its address and those who took it up can say what it was.
    withdrawn_on = models.DateField(null=True, blank=True)
    # Of a case that is told in full (learning): all of its words, to be found by them.
    body = models.TextField(blank=True)

    objects = PracticeQuerySet.as_manager()

    class Meta:
        ordering = ["title"]
        constraints = [
            models.UniqueConstraint(
                fields=["place", "title", "council_area"], name="practices_title_once"
            ),
            models.UniqueConstraint(fields=["place", "slug"], name="practices_slug_once"),
        ]
        indexes = [
            # All that the library's filters and counts ask for, so that no row is read for them.
            models.Index(
                fields=[
                    "place", "withdrawn_on", "source", "service_area", "approach", "council_area",
                ],
                name="practices_filters_idx",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    @property
    def shows_change(self) -> bool:
        """Whether its source shows what changed; all others are shown as what they are."""
        return self.rests_on == self.Basis.CHANGE

    @property
    def where(self) -> str:
        """The council area, or the nation where none is named."""
        return self.council_area or self.nation_name
