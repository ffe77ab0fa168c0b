"""Tables: courses, their cohorts, and the days on which a cohort meets."""

from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Activity
from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.places.models import Place
from alongside.foundation.places.tenancy import TenantModel, TenantQuerySet


class Course(TenantModel):
    """What is learned, and for whom; held again and again."""

    slug = models.SlugField(max_length=80)
    title = models.CharField(max_length=140)
    what = models.TextField()
    for_whom = models.CharField(max_length=300, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["title", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["place", "slug"], name="coaching_course_slug_once")
        ]

    def __str__(self) -> str:
        return self.title


class CohortQuerySet(TenantQuerySet["Cohort"]):
    """Words for finding cohorts."""

    def announced(self) -> Self:
        """What everybody may know of: courses are read before somebody is a member anywhere."""
        in_use = (Place.State.ACTIVE, Place.State.LEAVING)
        return self.filter(place__state__in=in_use).exclude(state=Cohort.State.DRAFT).narrowed()


class Cohort(TenantModel):
    """Those who take a course together. `ends_on` is its last day; all dates count from there."""

    class State(models.TextChoices):
        DRAFT = "draft", _("being prepared")
        OPEN = "open", _("open to join")
        CLOSED = "closed", _("closed to newcomers")

    course = models.ForeignKey(Course, on_delete=models.PROTECT, related_name="cohorts")
    activity = models.OneToOneField(Activity, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=80)
    state = models.CharField(max_length=8, choices=State, default=State.DRAFT)
    ends_on = models.DateField(null=True, blank=True)
    made_at = models.DateTimeField(default=timezone.now)

    objects = CohortQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["course", "number"], name="coaching_cohort_number_once")
        ]

    def __str__(self) -> str:
        return self.name


class CourseDay(TenantModel):
    """A day of a cohort: a gathering, with its places, its waiting list and its letters."""

    cohort = models.ForeignKey(Cohort, on_delete=models.CASCADE, related_name="days")
    gathering = models.OneToOneField(Gathering, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["gathering__starts_at", "pk"]

    def __str__(self) -> str:
        return f"day {self.pk}"
