"""Tables: matrices, what is rated in them, and by which criteria."""

from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Activity
from alongside.foundation.history.actor import Actor
from alongside.foundation.initiatives.models import Decision, Initiative
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet
from alongside.foundation.rooms.models import Room


class MatrixQuerySet(TenantQuerySet["Matrix"]):
    """Words for finding matrices."""

    def visible_to(self, actor: Actor) -> Self:
        """Members see their place's matrices; a guest sees the one they sit in."""
        if actor.seat_activity is not None:
            return self.filter(activity_id=actor.seat_activity).narrowed()
        return super().visible_to(actor)

    def newest_first(self) -> Self:
        return self.order_by("-made_at", "-pk")


class Matrix(TenantModel):
    """One time of setting priorities. Where it stands (blind, revealed) is its room's stage.

    `minimum` is the smallest group whose ratings are shown, fixed before the first rating; 1 means
    that everybody agreed to be seen. `first_count` is how many come first when the question is
    which stay among the first.
    """

    activity = models.OneToOneField(Activity, on_delete=models.PROTECT, related_name="matrix")
    room = models.OneToOneField(Room, on_delete=models.PROTECT, related_name="matrix")
    slug = models.SlugField(max_length=60)
    title = models.CharField(max_length=140)
    instrument_version = models.CharField(max_length=40)
    minimum = models.PositiveSmallIntegerField(default=5)
    first_count = models.PositiveSmallIntegerField(default=5)
    # Whether residents may rate by link, without being in the room.
    by_link = models.BooleanField(default=False)
    made_at = models.DateTimeField(default=timezone.now)
    # When somebody last changed how much questions count although ratings had been revealed.
    reweighed_at = models.DateTimeField(null=True, blank=True)

    objects = MatrixQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="focus_it_matrix_slug_once"),
            models.CheckConstraint(
                condition=Q(minimum=1) | Q(minimum__gte=3), name="focus_it_minimum_protects"
            ),
            models.CheckConstraint(
                condition=Q(first_count__gte=1), name="focus_it_at_least_one_comes_first"
            ),
        ]

    def __str__(self) -> str:
        return self.title


class Criterion(TenantModel):
    """One question asked about every item, answered from 1 to 5 with words at each step.

    `impact` and `effort` are always there and span the picture; others add to the order.
    """

    matrix = models.ForeignKey(Matrix, on_delete=models.CASCADE, related_name="criteria")
    number = models.PositiveSmallIntegerField()
    key = models.SlugField(max_length=30)
    name = models.CharField(max_length=60)
    question = models.CharField(max_length=200)
    anchors = models.JSONField(default=list)  # five texts, for 1 to 5
    less_is_better = models.BooleanField(default=False)
    # How much it counts; empty while nobody has said so.
    weight = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["matrix", "key"], name="focus_it_criterion_once")
        ]

    def __str__(self) -> str:
        return self.name


class Item(TenantModel):
    """Something that is rated. Behind each stands an initiative, which carries what is decided.

    Changed words make a new `version`: what was rated under older words is kept, and not counted.
    """

    class Origin(models.TextChoices):
        EXISTING = "existing", _("happens already")
        CANDIDATE = "candidate", _("could be tried")
        IDEA = "idea", _("a new idea")
        RESIDENT = "resident", _("proposed by a resident")

    matrix = models.ForeignKey(Matrix, on_delete=models.CASCADE, related_name="items")
    initiative = models.ForeignKey(
        Initiative, on_delete=models.PROTECT, related_name="matrix_items"
    )
    origin = models.CharField(max_length=10, choices=Origin)
    number = models.PositiveSmallIntegerField()
    version = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=160)
    text = models.TextField(blank=True)
    who_gains = models.CharField(max_length=300, blank=True)
    who_loses = models.CharField(max_length=300, blank=True)
    # What it would take, for choosing under limits.
    cost_pence = models.PositiveBigIntegerField(null=True, blank=True)
    staff_days = models.PositiveIntegerField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    # The verdict that was given from this matrix, if one was.
    decision = models.OneToOneField(
        Decision, null=True, blank=True, on_delete=models.SET_NULL, related_name="matrix_item"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["matrix", "initiative"], name="focus_it_initiative_once_a_matrix"
            ),
            models.UniqueConstraint(fields=["matrix", "number"], name="focus_it_item_number_once"),
        ]

    def __str__(self) -> str:
        return self.title
