"""Tables: plans, what is planned, the days booked, and how it looked afterwards."""

import uuid
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.commitments.models import Commitment
from alongside.foundation.gatherings.models import Booking
from alongside.foundation.history.actor import Actor
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.members.models import Person
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet
from alongside.learning.coaching.models.course import Cohort, CourseDay


class PlanQuerySet(TenantQuerySet["Plan"]):
    """Words for finding plans."""

    def visible_to(self, actor: Actor) -> Self:
        """One's own, those one coaches, and those of partnerships that one is a member of."""
        persons = list(actor.persons.values())
        coached = Q(pairings__coach__in=persons, pairings__ended_at=None)
        works_here = [pk for pk in actor.persons if actor.may("workspace.see", pk)]
        ours = Q(person=None, place__in=works_here)
        return self.filter(Q(person__in=persons) | coached | ours).distinct().narrowed()

    def going_on(self) -> Self:
        """Those whose holders are still in it."""
        return self.filter(left_at=None)


class Plan(TenantModel):
    """What one person wants to change after a course; or, without person, a whole partnership.

    It lies in the partnership where it is done; the cohort may be the nation's.
    """

    may_lie_in_nation = frozenset({"cohort"})

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.CASCADE, related_name="plans"
    )
    cohort = models.ForeignKey(
        Cohort, null=True, blank=True, on_delete=models.PROTECT, related_name="plans"
    )
    aim = models.TextField(blank=True)
    counts_from = models.DateField(null=True, blank=True)
    began_at = models.DateTimeField(default=timezone.now)
    left_at = models.DateTimeField(null=True, blank=True)

    objects = PlanQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["cohort", "person"], name="coaching_one_plan_each"),
            models.UniqueConstraint(
                fields=["place"],
                condition=Q(person__isnull=True, left_at__isnull=True),
                name="coaching_one_plan_of_a_partnership",
            ),
            models.CheckConstraint(
                condition=Q(person__isnull=True, cohort__isnull=True)
                | Q(person__isnull=False, cohort__isnull=False),
                name="coaching_persons_are_in_a_cohort",
            ),
        ]

    def __str__(self) -> str:
        return f"plan {self.pk}"


class PlannedAction(TenantModel):
    """A commitment in a plan, and the activity of the partnership that it belongs to."""

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="planned")
    commitment = models.OneToOneField(Commitment, on_delete=models.CASCADE, related_name="+")
    initiative = models.ForeignKey(
        Initiative, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    def __str__(self) -> str:
        return f"planned action {self.pk}"


class BookedDay(TenantModel):
    """The place that somebody booked for one day of their cohort."""

    may_lie_in_nation = frozenset({"day", "booking"})

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="bookings")
    day = models.ForeignKey(CourseDay, on_delete=models.CASCADE, related_name="+")
    booking = models.OneToOneField(Booking, on_delete=models.CASCADE, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "day"], name="coaching_day_booked_once")
        ]

    def __str__(self) -> str:
        return f"day {self.day_id} of plan {self.plan_id}"


class LookBack(TenantModel):
    """What somebody says when they look back: how far they came, and what changed."""

    class When(models.TextChoices):
        WEEKS_6 = "6-weeks", _("after 6 weeks")
        MONTHS_3 = "3-months", _("after 3 months")
        MONTHS_6 = "6-months", _("after 6 months")

    class HowFar(models.TextChoices):
        DONE = "done", _("Done what I planned")
        PARTLY = "partly", _("Done some of it")
        OTHERWISE = "otherwise", _("Done something else instead")
        NOT_YET = "not_yet", _("Not got to it yet")

    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="look_backs")
    when = models.CharField(max_length=10, choices=When)
    submission_key = models.UUIDField(unique=True)
    how_far = models.CharField(max_length=10, choices=HowFar)
    what_changed = models.TextField()
    what_helped = models.TextField(blank=True)
    may_tell = models.BooleanField(default=False)
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["plan", "when"], name="coaching_looked_back_once")
        ]

    def __str__(self) -> str:
        return f"look back {self.pk}"
