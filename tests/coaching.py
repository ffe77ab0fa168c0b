"""Courses, plans and coaches for tests, made by the actions that pages use."""

import uuid
from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from alongside.foundation.commitments.models import Commitment, Evidence
from alongside.foundation.consent.models import Activity, Notice
from alongside.foundation.gatherings.actions.booking import Wish
from alongside.foundation.history.actor import Actor
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.members.models import Person
from alongside.foundation.places.models import Place
from alongside.learning.coaching.actions.courses import (
    choose_days,
    make_course,
    move_cohort,
    prepare_cohort,
)
from alongside.learning.coaching.actions.joining import join_cohort
from alongside.learning.coaching.actions.pairing import begin_coaching, pair, write_note
from alongside.learning.coaching.actions.plans import look_back, plan_action, say_aim
from alongside.learning.coaching.models import (
    Cohort,
    Course,
    LookBack,
    Note,
    Pairing,
    Plan,
    PlannedAction,
)
from tests.gatherings import announced
from tests.people import Somebody, make_somebody

WHAT = "Two days for people who run a service and people who use it.\n\nYou leave with a plan."


def open_cohort(
    place: Place, *, by: Actor, title: str = "Working together", days: tuple[float, ...] = (30,),
    **changed: Any,
) -> Cohort:  # fmt: skip
    """A cohort that people can join, with days so many days from now."""
    course = make_course(place, title=title, what=WHAT, for_whom="Everybody", by=by)
    gatherings = [
        announced(place, by=by, kind="training", title=f"{title}, day {n}", days=day, **changed)
        for n, day in enumerate(days, start=1)
    ]
    cohort = prepare_cohort(course, name="Spring", by=by)
    choose_days(cohort, gatherings, by=by)
    return move_cohort(cohort, "open", by=by)


def joins(cohort: Cohort, who: Somebody, **said: Any) -> Plan:
    """Somebody joins."""
    key = said.pop("submission_key", None) or uuid.uuid4()
    wish = Wish(name=who.person.name, email=who.user.email, **said)
    return join_cohort(cohort, wish, submission_key=key, by=who.actor)


def plans(
    plan: Plan, who: Somebody, what: str = "Ring the groups", *, owner: Person | None = None,
    initiative: Initiative | None = None,
) -> PlannedAction:  # fmt: skip
    """Somebody plans something for in a month."""
    return plan_action(
        plan,
        what=what,
        due_on=timezone.localdate() + timedelta(days=30),
        initiative=initiative,
        owner=owner or who.person,
        submission_key=uuid.uuid4(),
        by=who.actor,
    )


def notes(plan: Plan, who: Somebody, text: str = "How did it go?") -> Note:
    """One of the two writes."""
    return write_note(plan, text=text, submission_key=uuid.uuid4(), by=who.actor)


def time_passes(plan: Plan, days: int) -> Plan:
    """The last day of the course was so many days ago."""
    ago: date = timezone.localdate() - timedelta(days=days)
    Plan.objects.in_place(plan.place).filter(pk=plan.pk).update(counts_from=ago)
    if plan.cohort_id is not None:
        cohorts = Cohort.objects.unscoped(reason="time passes")
        cohorts.filter(pk=plan.cohort_id).update(ends_on=ago)
    plan.counts_from = ago
    return plan


def looks_back(plan: Plan, who: Somebody, when: str = "6-weeks", **said: Any) -> LookBack:
    """Somebody looks back."""
    answers = {
        "how_far": "partly",
        "what_changed": "Neighbours come by now",
        "what_helped": "",
        "may_tell": False,
    }
    return look_back(
        plan, when=when, submission_key=uuid.uuid4(), by=who.actor, **{**answers, **said}
    )


def crowd(place: Place, count: int, *, of: str = "Member") -> list[Somebody]:
    """So many contributors with accounts."""
    return [
        make_somebody(place, f"{of}{number}", role="contributor", group="staff")
        for number in range(count)
    ]


def furnish_coaching(
    place: Place,
    told_here: str,
    *,
    lead: Somebody,
    holder: Somebody,
    coach: Somebody,
    arranger: Somebody,
) -> dict[str, str]:
    """Something to see on every page of courses; return what stands in addresses.

    A course is for everybody to read; who is in it, plans and notes are not.
    """
    cohort = open_cohort(place, by=lead.actor, title=f"Course in {place.name}")
    plan = joins(cohort, holder)
    say_aim(plan, aim=f"Nobody waits alone {told_here}", by=holder.actor)
    planned = plans(plan, holder, f"Ring the groups {told_here}")
    pair(plan, lead.person, by=lead.actor)
    notes(plan, lead, f"How is it going {told_here}")
    time_passes(plan, 50)
    looks_back(plan, holder, what_changed=f"It is lighter {told_here}")
    draft = prepare_cohort(cohort.course, name=f"Autumn {told_here}", by=lead.actor)
    whole = begin_coaching(place, coach.person, by=arranger.actor)
    plans(whole, lead, f"Meet each month {told_here}")
    notes(whole, coach, f"Shall I come along {told_here}")
    return {
        "course": cohort.course.slug,
        "cohort": str(cohort.number),
        "draft-cohort": str(draft.number),
        "plan": str(plan.public_id),
        "whole-plan": str(whole.public_id),
        "commitment": str(planned.commitment.public_id),
    }


def grow_coaching(place: Place, names: Mapping[str, str], count: int) -> None:
    """So many more courses, cohorts, people in one, things planned, and notes."""
    plan = (
        Plan.objects.in_place(place).select_related("cohort", "person").get(public_id=names["plan"])
    )
    pairing = plan.pairings.get()
    _grow_courses(place, plan, count)
    persons = Person.objects.bulk_create(
        Person(place=place, name=f"Took {n}") for n in range(count)
    )
    taken = Plan.objects.bulk_create(
        Plan(place=place, person=one, cohort=plan.cohort) for one in persons
    )
    Pairing.objects.bulk_create(
        Pairing(place=place, plan=one, coach=pairing.coach) for one in taken
    )
    _grow_promises(place, plan, count)
    Note.objects.bulk_create(
        Note(
            place=place,
            pairing=pairing,
            author=pairing.coach,
            submission_key=uuid.uuid4(),
            text="So",
        )
        for _ in range(count)
    )


def _grow_promises(place: Place, plan: Plan, count: int) -> None:
    promised = Commitment.objects.bulk_create(
        Commitment(
            place=place,
            owner=plan.person,
            submission_key=uuid.uuid4(),
            what=f"Promise {n}",
            due_on=timezone.localdate(),
        )
        for n in range(count)
    )
    Evidence.objects.bulk_create(
        Evidence(place=place, commitment=one, submission_key=uuid.uuid4(), what="Seen")
        for one in promised
    )
    PlannedAction.objects.bulk_create(
        PlannedAction(place=place, plan=plan, commitment=one) for one in promised
    )


def _grow_courses(place: Place, plan: Plan, count: int) -> None:
    courses = Course.objects.bulk_create(
        Course(place=place, slug=f"grown-{n}", title=f"Grown {n}", what="More")
        for n in range(count)
    )
    notice = Notice.objects.in_place(place).first()
    activities = Activity.objects.bulk_create(
        Activity(place=place, kind="course", title="Grown", purpose="More", notice=notice)
        for _ in range(2 * count)
    )
    same = [plan.cohort.course] * count if plan.cohort else []
    Cohort.objects.bulk_create(
        Cohort(
            place=place, course=course, activity=activity, number=100 + n, name=f"{n}", state="open"
        )
        for n, (course, activity) in enumerate(zip([*courses, *same], activities, strict=True))
    )
