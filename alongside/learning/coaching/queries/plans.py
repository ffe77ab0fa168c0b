"""Reads of plans: those somebody holds or coaches, and one with all that is in it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, F, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.commitments.models import Commitment
from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Person
from alongside.foundation.members.queries import people_of
from alongside.learning.coaching.models import BookedDay, LookBack, Plan, PlannedAction
from alongside.learning.coaching.models.plan import PlanQuerySet
from alongside.learning.coaching.queries.pairing import coach_of
from alongside.learning.coaching.rules import Standing, look_back_on, standing_of


@dataclass(frozen=True, slots=True)
class Held:
    """A plan, as the one who looks at it stands to it."""

    plan: Plan
    coach: Person | None
    standing: Standing


@dataclass(frozen=True, slots=True)
class Date:
    """A date to look back: whether it has come, and what was said."""

    when: str
    words: str
    on: date
    has_come: bool
    given: LookBack | None


def title_of(plan: Plan) -> str:
    """What a plan is called."""
    if plan.cohort is None:
        return _("Plan of %(place)s") % {"place": plan.place.name}
    return _("Plan from: %(course)s") % {"course": plan.cohort.course.title}


def holder_told(plan: Plan) -> str:
    """Whose plan it is."""
    return plan.place.name if plan.person is None else str(plan.person)


def plans_for(by: Actor) -> PlanQuerySet:
    """Return the plans that the actor holds, coaches or reads, those gone on with first."""
    done = Q(planned__commitment__state=Commitment.State.DONE)
    plans: PlanQuerySet = Plan.objects.visible_to(by)
    counted = plans.annotate(
        action_count=Count("planned", distinct=True),
        done_count=Count("planned", filter=done, distinct=True),
    )
    known = counted.select_related("place", "person", "cohort__course")
    return known.order_by(F("left_at").asc(nulls_first=True), "-began_at", "-pk")


def plan_at(by: Actor, public_id: UUID) -> Held | None:
    """Return the plan at an address with the actor's standing, if they have one. Two queries."""
    plans = Plan.objects.visible_to(by).filter(public_id=public_id)
    plan = plans.select_related("place", "person", "cohort__course", "cohort__place").first()
    if plan is None:
        return None
    coach = coach_of(plan)
    return Held(plan, coach, standing_of(by, plan, coach.pk if coach else None))


def planned_in(plan: Plan) -> list[PlannedAction]:
    """Return what is planned, the first due first, with activity and evidence. Two queries."""
    planned = PlannedAction.objects.in_place(plan.place).filter(plan=plan)
    rows = planned.select_related("commitment__owner", "initiative").order_by(
        "commitment__due_on", "pk"
    )
    return list(rows.prefetch_related("commitment__evidence"))


def days_booked(plan: Plan) -> list[BookedDay]:
    """Return the days that somebody booked, in their order, with how each stands."""
    days = BookedDay.objects.in_place(plan.place).filter(plan=plan)
    known = days.select_related("booking", "day__gathering__place")
    return list(known.order_by("day__gathering__starts_at"))


def dates_of(plan: Plan) -> list[Date]:
    """Return the dates to look back, with what was said at each. One query."""
    if plan.counts_from is None:
        return []
    today = timezone.localdate()
    given = {one.when: one for one in plan.look_backs.all()}
    dates = []
    for when in LookBack.When:
        on = look_back_on(plan.counts_from, when)
        words = str(when.label)
        dates.append(Date(when.value, words, on, on <= today, given.get(when.value)))
    return dates


def owners_for(plan: Plan) -> list[Person]:
    """Return who can promise something in a plan: its holder, or all members of a partnership."""
    if plan.person is not None:
        return [plan.person]
    people = Person.objects.in_place(plan.place).filter(pk__in=people_of(plan.place))
    return list(people.order_by("name", "pk"))
