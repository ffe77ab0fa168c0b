"""Who may do what with courses, plans and notes; and when one looks back."""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum

from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place
from alongside.learning.coaching.models import Cohort, LookBack, Plan

State = Cohort.State

# State and verb, to the state that follows. Drives the actions, the buttons and a test.
TRANSITIONS: dict[tuple[str, str], str] = {
    (State.DRAFT, "open"): State.OPEN,
    (State.OPEN, "close"): State.CLOSED,
    (State.CLOSED, "open"): State.OPEN,
}


class Standing(StrEnum):
    """How somebody stands to a plan."""

    HOLDER = "holder"
    COACH = "coach"
    READER = "reader"  # a member of the partnership whose plan it is
    STRANGER = "stranger"


def standing_of(actor: Actor, plan: Plan, coach_id: int | None) -> Standing:
    """Return how the actor stands to a plan that this person coaches."""
    persons = actor.persons.values()
    if plan.person_id is None:
        if plan.place_id in actor.persons and actor.may("initiative.edit", plan.place_id):
            return Standing.HOLDER
    elif plan.person_id in persons:
        return Standing.HOLDER
    if coach_id is not None and coach_id in persons:
        return Standing.COACH
    is_member = plan.place_id in actor.persons and actor.may("workspace.see", plan.place_id)
    return Standing.READER if plan.person_id is None and is_member else Standing.STRANGER


def can_change_plan(plan: Plan, standing: Standing) -> bool:
    return standing is Standing.HOLDER and plan.left_at is None and plan.place.is_writable


def can_read_notes(standing: Standing) -> bool:
    """Only the two: whoever holds the plan, and whoever coaches them now."""
    return standing in (Standing.HOLDER, Standing.COACH)


def can_run_courses(actor: Actor, place: Place) -> bool:
    return place.is_writable and actor.may("course.run", place.pk)


def can_arrange_coaching(actor: Actor, nation: Place) -> bool:
    """Whether the actor may put associates at the side of partnerships."""
    is_nation = nation.kind == Place.Kind.NATION
    return is_nation and nation.is_writable and actor.may("coaching.arrange", nation.pk)


def is_for(place: Place, cohort: Cohort) -> bool:
    """Whether a cohort is for people of that place: its own, and the nation's for all of it."""
    return cohort.place_id in (place.pk, place.nation_id)


def look_back_on(counts_from: date, when: str) -> date:
    """Return the day of a look back; in a shorter month it is the month's last day.

    >>> look_back_on(date(2026, 8, 31), "6-months")
    datetime.date(2027, 2, 28)
    """
    if when == LookBack.When.WEEKS_6:
        return counts_from + timedelta(weeks=6)
    months = 3 if when == LookBack.When.MONTHS_3 else 6
    years, month = divmod(counts_from.month - 1 + months, 12)
    year, month = counts_from.year + years, month + 1
    return date(year, month, min(counts_from.day, monthrange(year, month)[1]))
