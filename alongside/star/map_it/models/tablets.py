"""Table: tablets that are passed round a room."""

from typing import Self

from django.db import models
from django.utils import timezone

from alongside.foundation.members.models import Group, Person
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet
from alongside.star.map_it.models.round import Round


class TabletQuerySet(TenantQuerySet["Tablet"]):
    """Words for finding tablets."""

    def open(self) -> Self:
        """Those that give seats now."""
        return self.filter(closed_at__isnull=True, expires_at__gt=timezone.now())


class Tablet(TenantModel):
    """A device that is passed round: it gives people of one group seats in one map, for some hours.

    It holds a code of which only the hash is kept, and can be closed from elsewhere.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="tablets")
    number = models.PositiveSmallIntegerField()  # by which it is told apart in the room
    group = models.CharField(max_length=10, choices=Group)
    code_hash = models.CharField(max_length=64, unique=True)
    opened_by = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    opened_at = models.DateTimeField(default=timezone.now)
    expires_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = TabletQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "number"], name="map_it_tablet_number_once")
        ]

    def __str__(self) -> str:
        return f"tablet {self.number} of round {self.round_id}"

    @property
    def is_open(self) -> bool:
        """Whether it gives seats now."""
        return self.closed_at is None and self.expires_at > timezone.now()
