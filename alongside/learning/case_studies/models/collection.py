"""Tables: collections of cases, what is in them, and their booklets."""

from typing import Self

from django.db import models
from django.utils import timezone

from alongside.foundation.places.models import Place
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet
from alongside.foundation.practices.models import Practice


class CollectionQuerySet(TenantQuerySet["Collection"]):
    """Words for finding collections."""

    def for_everybody(self) -> Self:
        """Those that everybody may read."""
        open_now = (Place.State.ACTIVE, Place.State.LEAVING)
        return self.filter(is_public=True, place__state__in=open_now).narrowed()


class Collection(TenantModel):
    """Cases that a national team picked, in an order, with an introduction."""

    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=160)
    introduction = models.TextField(blank=True)
    is_public = models.BooleanField(default=False)
    changed_at = models.DateTimeField(default=timezone.now)

    objects = CollectionQuerySet.as_manager()

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="case_studies_collection_once")
        ]

    def __str__(self) -> str:
        return self.title


class CollectedCase(TenantModel):
    """A case in a collection, and where it stands there."""

    collection = models.ForeignKey(Collection, on_delete=models.CASCADE, related_name="collected")
    practice = models.ForeignKey(Practice, on_delete=models.CASCADE, related_name="+")
    number = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["number", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["collection", "practice"], name="case_studies_collected_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.collection_id}: {self.practice_id}"


class Booklet(TenantModel):
    """A collection as files to take along: made by a job, replaced when it is made anew."""

    collection = models.OneToOneField(Collection, on_delete=models.CASCADE, related_name="booklet")
    pdf = models.BinaryField()
    epub = models.BinaryField()
    inputs_hash = models.CharField(max_length=64)  # of what it was made from
    made_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"booklet of {self.collection_id}"
