"""A course of the example: who took it, what they planned, and how they are coached."""

import uuid
from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from alongside.foundation.accounts.models import User
from alongside.foundation.commitments.actions import add_evidence, move_commitment
from alongside.foundation.gatherings.actions.booking import Wish
from alongside.foundation.gatherings.actions.gatherings import (
    Told,
    hold_gathering,
    prepare_gathering,
    publish_gathering,
)
from alongside.foundation.gatherings.models import Booking, Gathering, Notification
from alongside.foundation.history.actor import Actor, system_actor
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.members.actors import actor_of_user
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
from alongside.learning.coaching.models import Cohort, Plan
from alongside.site.demo.events import weekday_near
from alongside.site.demo.summary import story


def teach(nation: Place, partnerships: Mapping[str, Place]) -> None:
    """Hold a course and open the next; one partnership is coached as a whole."""
    told, by = story("coaching"), system_actor()
    said = {name: told[name].strip() for name in ("title", "what", "for_whom")}
    course = make_course(nation, **said, by=by)
    for one in told["cohorts"]:
        cohort = prepare_cohort(course, name=one["name"], by=by)
        choose_days(cohort, [_day(nation, one, told, by=by)], by=by)
        cohort = move_cohort(cohort, "open", by=by)
        if "ended_days_ago" in one:
            plans = [_join(cohort, person) for person in told["people"]]
            _has_ended(cohort, one["ended_days_ago"], by=by)
            for plan, person in zip(plans, told["people"], strict=True):
                _is_coached(plan, person, by=by)
    _coach_partnership(partnerships[told["partnership"]["place"]], told["partnership"], by=by)


def _day(nation: Place, one: Mapping[str, Any], told: Mapping[str, Any], *, by: Actor) -> Gathering:
    """Two days at one place; those of the past are announced as of tomorrow and moved later."""
    day = weekday_near(timezone.localdate() + timedelta(days=one.get("in_days", 3)))
    starts = datetime.combine(day, time(10), tzinfo=ZoneInfo(nation.timezone))
    if starts <= timezone.now():
        starts += timedelta(days=7)
    said = Told(
        title=one["day"],
        kind=Gathering.Kind.TRAINING,
        what=told["what"].strip(),
        starts_at=starts,
        ends_at=starts + timedelta(days=1, hours=6),
        capacity=one["capacity"],
        venue=one["venue"],
        contact_name=nation.contact_name or "Fay Brodie",
        contact_phone=nation.contact_phone or "01632 960 100",
    )
    offered = {**told["help"], "note": told["help_note"]}
    return publish_gathering(prepare_gathering(nation, said, help_offered=offered, by=by), by=by)


def _join(cohort: Cohort, told: Mapping[str, Any]) -> Plan:
    person = _person(told["email"])
    wish = Wish(name=person.name, email=told["email"])
    return join_cohort(cohort, wish, submission_key=uuid.uuid4(), by=_actor(person))


def _has_ended(cohort: Cohort, days_ago: int, *, by: Actor) -> None:
    """It took place in the past, and all of them came; nobody gets a letter about it today."""
    day = weekday_near(timezone.localdate() - timedelta(days=days_ago))
    at = datetime.combine(day, time(16), tzinfo=ZoneInfo(cohort.place.timezone))
    gatherings = Gathering.objects.in_place(cohort.place)
    held = gatherings.filter(pk__in=cohort.days.values("gathering"))
    bookings = Booking.objects.in_place(cohort.place).filter(gathering__in=held)
    bookings.update(came_at=at)
    held.update(starts_at=at - timedelta(days=1, hours=6), ends_at=at)
    for gathering in held:
        hold_gathering(gathering, by=by)
    letters = Notification.objects.in_place(cohort.place).filter(booking__in=bookings)
    letters.update(told_at=timezone.now())
    Cohort.objects.in_place(cohort.place).filter(pk=cohort.pk).update(ends_on=day)
    for plan in cohort.plans.all():
        Plan.objects.in_place(plan.place).filter(pk=plan.pk).update(counts_from=day, began_at=at)


def _is_coached(plan: Plan, told: Mapping[str, Any], *, by: Actor) -> None:
    actor = _actor(_person(told["email"]))
    pair(plan, _person(told["coach"]), by=by)
    say_aim(plan, aim=told["aim"], by=actor)
    _plan(plan, told["actions"], told["email"], by=actor)
    for note in told.get("notes", ()):
        writer = _actor(_person(note["by"]))
        write_note(plan, text=note["text"], submission_key=uuid.uuid4(), by=writer)
    if said := told.get("look_back"):
        key = uuid.uuid4()
        look_back(plan, when="6-weeks", **said, may_tell=True, submission_key=key, by=actor)


def _plan(plan: Plan, told: list[dict[str, Any]], email: str, *, by: Actor) -> None:
    ours = Initiative.objects.in_place(plan.place).order_by("pk").first()
    for number, one in enumerate(told):
        planned = plan_action(
            plan,
            what=one["what"],
            due_on=timezone.localdate() + timedelta(days=one["in_days"]),
            initiative=ours if number == 0 else None,
            owner=_person(one.get("owner", email)),
            submission_key=uuid.uuid4(),
            by=by,
        )
        commitment = planned.commitment
        if shown := one.get("evidence"):
            add_evidence(commitment, what=shown, link="", submission_key=uuid.uuid4(), by=by)
        if came := one.get("done"):
            move_commitment(commitment, "finish", what_came=came, by=by)


def _coach_partnership(place: Place, told: Mapping[str, Any], *, by: Actor) -> None:
    plan = begin_coaching(place, _person(told["coach"]), by=by)
    lead = _actor(_person(told["actions"][0]["owner"]))
    say_aim(plan, aim=told["aim"], by=lead)
    _plan(plan, told["actions"], told["actions"][0]["owner"], by=lead)


def _person(email: str) -> Person:
    by = actor_of_user(User.objects.get(email=email))
    (number,) = by.persons.values()
    person: Person = Person.objects.visible_to(by).select_related("place", "user").get(pk=number)
    return person


def _actor(person: Person) -> Actor:
    assert person.user is not None, person
    return actor_of_user(person.user)
