"""Describe a course, prepare a cohort, choose its days, open and close it."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.consent.models import Activity
from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.moves import next_state
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.places.models import Place
from alongside.foundation.search.actions import keep_in_search
from alongside.learning.coaching import rules
from alongside.learning.coaching.models import Cohort, Course, CourseDay
from alongside.learning.coaching.notices import KIND, notice_for
from alongside.learning.coaching.queries.courses import days_to_choose, free_slug, last_day_of
from alongside.learning.coaching.queries.searchable import entry_of

NOT_ALLOWED = gettext_lazy("Only those who run courses here can do this.")


@transaction.atomic
def make_course(place: Place, *, title: str, what: str, for_whom: str, by: Actor) -> Course:
    """Describe a course; nobody sees it before a cohort of it is open."""
    refuse_unless(rules.can_run_courses(by, place), NOT_ALLOWED)
    course = Course.objects.create(
        place=place, slug=free_slug(place, title), title=title, what=what, for_whom=for_whom
    )
    record_event("make_course", course, by=by, place_id=place.pk)
    return course


@transaction.atomic
def change_course(course: Course, *, title: str, what: str, for_whom: str, by: Actor) -> Course:
    """Say something else of it; its address stays."""
    refuse_unless(rules.can_run_courses(by, course.place), NOT_ALLOWED)
    now_told = {"title": title, "what": what, "for_whom": for_whom}
    changed = {name for name, value in now_told.items() if getattr(course, name) != value}
    for name in changed:
        setattr(course, name, now_told[name])
    course.save(update_fields=[*now_told])
    if Cohort.objects.all().announced().filter(course=course).exists():
        keep_in_search([entry_of(course)])
    record_event("change_course", course, by=by, place_id=course.place_id, fields=changed)
    return course


@transaction.atomic
def prepare_cohort(course: Course, *, name: str, by: Actor) -> Cohort:
    """Begin the next cohort of a course, as a draft."""
    place = course.place
    refuse_unless(rules.can_run_courses(by, place), NOT_ALLOWED)
    Course.objects.in_place(place).select_for_update().get(pk=course.pk)
    cohorts = Cohort.objects.in_place(place).filter(course=course)
    last = cohorts.aggregate(last=Max("number"))["last"] or 0
    activity = Activity.objects.create(
        place=place,
        kind=KIND,
        title=f"{course.title}: {name}"[:140],
        purpose=_("To learn together, and to change something afterwards"),
        notice=notice_for(place, by=by),
    )
    cohort = Cohort.objects.create(
        place=place, course=course, activity=activity, number=last + 1, name=name
    )
    record_event("prepare_cohort", cohort, by=by, place_id=place.pk)
    return cohort


@transaction.atomic
def choose_days(cohort: Cohort, gatherings: Sequence[Gathering], *, by: Actor) -> None:
    """Say which announced gatherings are the days of a cohort.

    A day that somebody joined for stays: their booking hangs on it.
    """
    held = _held(cohort, by)
    if held.state != Cohort.State.DRAFT:
        raise Refusal("is_open", _("Its days are fixed once a course is open to join."), status=409)
    allowed = {one.pk for one in days_to_choose(held)}
    if not {one.pk for one in gatherings} <= allowed:
        raise Refusal("not_a_day", _("One of these days can't be chosen any more."), status=409)
    CourseDay.objects.in_place(held.place).filter(cohort=held).delete()
    CourseDay.objects.bulk_create(
        CourseDay(place=held.place, cohort=held, gathering=one) for one in gatherings
    )
    held.ends_on = last_day_of(held)
    held.save(update_fields=["ends_on"])
    record_event("choose_days", held, by=by, place_id=held.place_id)


@transaction.atomic
def move_cohort(cohort: Cohort, verb: str, *, by: Actor) -> Cohort:
    """Open it to whoever wants to join, or close it."""
    held = _held(cohort, by)
    following = next_state(rules.TRANSITIONS, held.state, verb)
    if following is None:
        return held
    if following == Cohort.State.OPEN and held.ends_on is None:
        raise Refusal("no_day", _("Choose first on which days it meets."), status=409)
    if following == Cohort.State.OPEN and not held.place.is_admitted:
        raise Refusal("not_admitted", _("Nobody can be invited here yet."), status=409)
    held.state = following
    held.save(update_fields=["state"])
    held.course.place = held.place
    keep_in_search([entry_of(held.course)])
    record_event(f"{verb}_cohort", held, by=by, place_id=held.place_id)
    return held


def _held(cohort: Cohort, by: Actor) -> Cohort:
    """The cohort as it is now, locked, for somebody who may run it."""
    refuse_unless(rules.can_run_courses(by, cohort.place), NOT_ALLOWED)
    rows = Cohort.objects.in_place(cohort.place).select_for_update(of=("self",))
    held: Cohort = rows.select_related("place", "course").get(pk=cohort.pk)
    return held
