"""Tables: who coaches whom, and the notes between the two."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from alongside.foundation.members.models import Person
from alongside.foundation.places.tenancy import TenantModel
from alongside.learning.coaching.models.plan import Plan


class Pairing(TenantModel):
    """Somebody of the same place, or of its nation, coaches whoever holds a plan."""

    may_lie_in_nation = frozenset({"coach"})

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="pairings")
    coach = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="coached")
    began_at = models.DateTimeField(default=timezone.now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["plan"], condition=Q(ended_at__isnull=True), name="coaching_one_coach"
            )
        ]

    def __str__(self) -> str:
        return f"pairing {self.pk}"


class Note(TenantModel):
    """A few words between the two of a pairing. It stands in no list, no history and no search."""

    may_lie_in_nation = frozenset({"author"})

    pairing = models.ForeignKey(Pairing, on_delete=models.CASCADE, related_name="notes")
    author = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    submission_key = models.UUIDField(unique=True)
    text = models.TextField()
    written_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-written_at", "-pk"]

    def __str__(self) -> str:
        return f"note {self.pk}"
