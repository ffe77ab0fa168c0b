"""Courses and cohorts: prepared, opened, and joined for all days at once."""

import uuid
from datetime import timedelta

import pytest
from django.test import Client

from alongside.foundation.gatherings.models import Booking
from alongside.foundation.history.refusal import Refusal
from alongside.learning.coaching.actions.courses import (
    choose_days,
    make_course,
    move_cohort,
    prepare_cohort,
)
from alongside.learning.coaching.actions.following import follow_days
from alongside.learning.coaching.actions.joining import leave_cohort
from alongside.learning.coaching.models import Cohort, CourseDay, Plan
from alongside.learning.coaching.queries.courses import days_to_choose
from tests.coaching import joins, open_cohort
from tests.gatherings import announced, begin_now, fresh, states
from tests.people import World

pytestmark = pytest.mark.django_db


def gatherings_of(cohort: Cohort):
    days = CourseDay.objects.in_place(cohort.place).filter(cohort=cohort)
    return [one.gathering for one in days.select_related("gathering__place")]


def test_whoever_joins_books_every_day_and_has_a_plan_where_they_work(world: World) -> None:
    cohort = open_cohort(world.nation, by=world.fay.actor, days=(30, 31))
    key = uuid.uuid4()
    plan = joins(cohort, world.bo, submission_key=key, access="A ramp")
    assert joins(cohort, world.bo, submission_key=key) == plan
    assert plan.place == world.strathmuir
    assert plan.counts_from == cohort.ends_on
    for gathering in gatherings_of(cohort):
        assert states(fresh(gathering)) == [(1, "booked")]
    theirs = joins(cohort, world.eve)
    assert theirs.place == world.glenbeg


def test_only_those_a_course_is_for_can_join(world: World) -> None:
    ours = open_cohort(world.strathmuir, by=world.cara.actor)
    for name in ("eve", "fay"):
        with pytest.raises(Refusal, match="not_for_you"):
            joins(ours, getattr(world, name))
    assert not Booking.objects.in_place(world.strathmuir).exists()
    assert joins(ours, world.ann).place == world.strathmuir


def test_a_full_day_is_waited_for_and_the_plan_begins_all_the_same(world: World) -> None:
    cohort = open_cohort(world.strathmuir, by=world.cara.actor, capacity=1)
    joins(cohort, world.ann)
    plan = joins(cohort, world.bo)
    assert plan.bookings.get().booking.state == Booking.State.WAITING


def test_whoever_leaves_gives_their_days_to_the_next(world: World) -> None:
    cohort = open_cohort(world.strathmuir, by=world.cara.actor, capacity=1)
    plan = joins(cohort, world.ann)
    joins(cohort, world.bo)
    with pytest.raises(Refusal):
        leave_cohort(plan, by=world.bo.actor)
    leave_cohort(plan, by=world.ann.actor)
    leave_cohort(plan, by=world.ann.actor)
    (day,) = gatherings_of(cohort)
    assert states(day) == [(1, "cancelled"), (2, "offered")]
    assert Plan.objects.in_place(world.strathmuir).get(pk=plan.pk).left_at
    again = joins(cohort, world.ann)
    assert again == plan
    assert again.left_at is None
    assert states(day)[-1] == (3, "waiting")


def test_nobody_joins_what_is_closed_or_has_begun(world: World) -> None:
    cohort = open_cohort(world.strathmuir, by=world.cara.actor)
    move_cohort(cohort, "close", by=world.cara.actor)
    cohort.refresh_from_db()
    with pytest.raises(Refusal, match="closed"):
        joins(cohort, world.ann)
    cohort = move_cohort(cohort, "open", by=world.cara.actor)
    begin_now(gatherings_of(cohort)[0])
    with pytest.raises(Refusal, match="is_over"):
        joins(cohort, world.ann)
    assert not Plan.objects.in_place(world.strathmuir).exists()


def test_a_cohort_opens_with_days_of_its_own_only(world: World) -> None:
    cara = world.cara.actor
    cohort = open_cohort(world.strathmuir, by=cara)
    draft = prepare_cohort(cohort.course, name="Autumn", by=cara)
    with pytest.raises(Refusal, match="no_day"):
        move_cohort(draft, "open", by=cara)
    taken = gatherings_of(cohort)
    assert days_to_choose(draft) == []
    with pytest.raises(Refusal, match="not_a_day"):
        choose_days(draft, taken, by=cara)
    elsewhere = announced(world.glenbeg, by=world.eve.actor)
    with pytest.raises(Refusal, match="not_a_day"):
        choose_days(draft, [elsewhere], by=cara)
    with pytest.raises(Refusal, match="is_open"):
        choose_days(cohort, taken, by=cara)
    for name in ("ann", "bo", "rona", "eve", "fay"):
        with pytest.raises(Refusal, match="not_allowed"):
            prepare_cohort(cohort.course, name="Mine", by=getattr(world, name).actor)


def test_a_course_is_found_once_it_is_open(client: Client, world: World) -> None:
    course = make_course(
        world.nation, title="Listening well", what="To wait.", for_whom="", by=world.fay.actor
    )
    assert "Listening well" not in client.get("/search/?q=listening").content.decode()
    open_cohort(world.nation, by=world.fay.actor, title="Listening better")
    page = client.get("/search/?q=listening").content.decode()
    assert "/learn/courses/caldonia/listening-better/" in page
    assert course.title not in page


def test_where_a_day_moves_the_dates_follow(world: World) -> None:
    cohort = open_cohort(world.strathmuir, by=world.cara.actor)
    plan = joins(cohort, world.ann)
    (day,) = gatherings_of(cohort)
    later = timedelta(days=7)
    day.starts_at, day.ends_at = day.starts_at + later, day.ends_at + later
    day.save()
    follow_days()
    plan.refresh_from_db(), cohort.refresh_from_db()
    assert cohort.ends_on == plan.counts_from == day.ends_at.astimezone(day.zone).date()
