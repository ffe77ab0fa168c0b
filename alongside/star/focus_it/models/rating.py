"""Table: ratings. Each is one person's view of one item in one turn."""

from typing import Self

from django.db import models
from django.db.models import F

from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet
from alongside.foundation.responses.models import Response
from alongside.star.focus_it.models.matrix import Item


class RatingQuerySet(TenantQuerySet["Rating"]):
    """Words for counting ratings."""

    def counted(self) -> Self:
        """Those that count: made blind, under the words that stand now, and not withdrawn."""
        return self.filter(
            is_late=False,
            item_version=F("item__version"),
            item__withdrawn_at__isnull=True,
            response__state=Response.State.SUBMITTED,
        )


class Rating(TenantModel):
    """One person's view of one item: a score from 1 to 5 by criterion; who can't say leaves it out.

    One that arrives after the reveal, or after the last day, is kept and flagged, and stays outside
    the blind count.
    """

    item = models.ForeignKey(Item, on_delete=models.CASCADE, related_name="ratings")
    response = models.ForeignKey(Response, on_delete=models.CASCADE, related_name="ratings")
    turn = models.PositiveSmallIntegerField()
    item_version = models.PositiveSmallIntegerField()
    scores = models.JSONField(default=dict)  # key of the criterion -> 1 to 5
    is_late = models.BooleanField(default=False)
    submission_key = models.UUIDField(unique=True)
    payload_hash = models.CharField(max_length=64)
    # The device's claim, apart from the server's knowledge.
    answered_at = models.DateTimeField()
    received_at = models.DateTimeField()

    objects = RatingQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["item", "response", "turn", "is_late"],
                name="focus_it_rating_once_a_turn",
            )
        ]
        indexes = [models.Index(fields=["place", "response"], name="focus_it_rating_idx")]

    def __str__(self) -> str:
        return f"rating {self.pk}"
