"""Reads of courses and cohorts: what is announced, what a place prepares, and their days."""

from datetime import date

from django.db.models import Count, Prefetch, Q, QuerySet
from django.utils import timezone

from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.places.models import Place
from alongside.foundation.places.slugs import free_slug_among
from alongside.learning.coaching.models import Cohort, Course, CourseDay

# Addresses within the list of courses that are not courses.
RESERVED_SLUGS = frozenset({"new"})


def free_slug(place: Place, title: str) -> str:
    """Return a slug that no course of the place has."""
    rows = Course.objects.in_place(place)
    return free_slug_among(rows, title, otherwise="course", reserved=RESERVED_SLUGS)


def announced_cohorts() -> QuerySet[Cohort]:
    """Return the cohorts that everybody may know of, the latest first, with days and course."""
    cohorts = Cohort.objects.all().announced().select_related("course", "place")
    return cohorts.prefetch_related(_days()).order_by("-ends_on", "-pk")


def announced_course(place: str, slug: str) -> Course | None:
    """Return the course at a public address, if a cohort of it was ever open."""
    announced = Cohort.objects.all().announced().filter(course__place__slug=place)
    course = Course.objects.unscoped(reason="courses are announced to everybody")
    found = course.filter(place__slug=place, slug=slug, pk__in=announced.values("course"))
    return found.select_related("place").first()


def cohorts_of(course: Course) -> list[Cohort]:
    """Return the cohorts of a course with their days, the latest first. Two queries."""
    cohorts = Cohort.objects.in_place(course.place).filter(course=course)
    found = list(cohorts.select_related("activity__notice").prefetch_related(_days()))
    for cohort in found:
        cohort.course, cohort.place = course, course.place
    return found


def _days() -> "Prefetch[str]":
    days = CourseDay.objects.unscoped(reason="days of cohorts that were found with scope")
    return Prefetch("days", queryset=days.select_related("gathering__place"))


def courses_in(place: Place) -> QuerySet[Course]:
    """Return a place's courses for those who run them, with how many cohorts and people."""
    going_on = Q(cohorts__plans__isnull=False, cohorts__plans__left_at=None)
    return (
        Course.objects.in_place(place)
        .annotate(
            cohort_count=Count("cohorts", distinct=True),
            people_count=Count("cohorts__plans", filter=going_on, distinct=True),
        )
        .order_by("title", "pk")
    )


def course_in(place: Place, slug: str) -> Course | None:
    """Return one of a place's courses, for those who run them."""
    course = Course.objects.in_place(place).filter(slug=slug).first()
    if course is not None:
        course.place = place
    return course


def cohort_in(course: Course, number: int) -> Cohort | None:
    """Return one cohort of a course, with its days."""
    return next((one for one in cohorts_of(course) if one.number == number), None)


def days_to_choose(cohort: Cohort) -> list[Gathering]:
    """Return what can be a day of a cohort: announced, still to come, and no other cohort's."""
    taken = CourseDay.objects.in_place(cohort.place).exclude(cohort=cohort).values("gathering")
    coming = Gathering.objects.in_place(cohort.place).coming(timezone.now())
    announced = coming.filter(state=Gathering.State.PUBLISHED).exclude(pk__in=taken)
    return list(announced.select_related("place")[:100])


def last_day_of(cohort: Cohort) -> date | None:
    """Return the day on which a cohort's last gathering ends, where it meets."""
    days = CourseDay.objects.in_place(cohort.place).filter(cohort=cohort)
    last = days.select_related("gathering").order_by("-gathering__ends_at").first()
    if last is None:
        return None
    return last.gathering.ends_at.astimezone(last.gathering.zone).date()
