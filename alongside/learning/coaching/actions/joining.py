"""Join a cohort with a place on each of its days, and leave it."""

import uuid

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.gatherings.actions.booking import Wish, book
from alongside.foundation.gatherings.actions.standing import cancel_booking
from alongside.foundation.gatherings.models import Booking, Gathering
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.members.models import Person
from alongside.learning.coaching import rules
from alongside.learning.coaching.models import BookedDay, Cohort, CourseDay, Plan
from alongside.learning.coaching.queries.joining import persons_who_may_join, plan_in

NOT_FOR_YOU = gettext_lazy("This course is for members. Ask for an invitation.")


@transaction.atomic
def join_cohort(cohort: Cohort, wish: Wish, *, submission_key: uuid.UUID, by: Actor) -> Plan:
    """Book every day that is still to come, and begin a plan in one's own partnership.

    Joined twice, it is joined once. Whoever finds a day full waits for it in order; the plan
    begins all the same.
    """
    person = next(iter(persons_who_may_join(cohort, by)), None)
    if person is None:
        raise Refusal("not_for_you", NOT_FOR_YOU)
    # Locked first: of two clicks at once, the second finds the plan of the first.
    cohorts = Cohort.objects.in_place(cohort.place).select_for_update(of=("self",))
    cohort = cohorts.select_related("place", "course").get(pk=cohort.pk)
    known = plan_in(cohort, person)
    if known is not None and known.left_at is None:
        return known
    if cohort.state != Cohort.State.OPEN:
        raise Refusal(
            "closed", _("Nobody joins this course any more. Ask for the next one."), status=409
        )
    days = _days_to_come(cohort)
    if not days:
        raise Refusal("is_over", _("This course has begun. Ask for the next one."), status=409)
    plan = _plan(cohort, person, known)
    for day in days:
        # The same form makes the same bookings, however often it is sent.
        key = uuid.uuid5(submission_key, str(day.gathering.public_id))
        booked = book(day.gathering, wish, submission_key=key, by=by).booking
        BookedDay.objects.in_place(plan.place).update_or_create(
            plan=plan, day=day, defaults={"place": plan.place, "booking": booked}
        )
    return plan


def _days_to_come(cohort: Cohort) -> list[CourseDay]:
    """Those that can still be booked. Always in one order, so that two who join don't lock each other."""
    days = CourseDay.objects.in_place(cohort.place).filter(
        cohort=cohort,
        gathering__state=Gathering.State.PUBLISHED,
        gathering__starts_at__gt=timezone.now(),
    )
    return list(days.select_related("gathering__activity", "gathering__place").order_by("pk"))


def _plan(cohort: Cohort, person: Person, known: Plan | None) -> Plan:
    """The plan, begun or taken up again. No history: who learns what is theirs."""
    if known is not None:
        known.left_at = None
        known.save(update_fields=["left_at"])
        return known
    return Plan.objects.create(
        place=person.place, person=person, cohort=cohort, counts_from=cohort.ends_on
    )


@transaction.atomic
def leave_cohort(plan: Plan, *, by: Actor) -> None:
    """Give one's days back to whoever waits, and end with the coach; the plan stays to be read."""
    held: Plan = Plan.objects.in_place(plan.place).select_for_update(of=("self",)).get(pk=plan.pk)
    is_mine = rules.standing_of(by, held, None) is rules.Standing.HOLDER and held.person_id
    refuse_unless(bool(is_mine), _("Only you can leave for yourself."))
    if held.left_at is not None:
        return
    held.left_at = timezone.now()
    held.save(update_fields=["left_at"])
    held.pairings.filter(ended_at=None).update(ended_at=held.left_at)
    for one in held.bookings.select_related("booking__gathering__place"):
        if _can_be_given_back(one.booking):
            cancel_booking(one.booking)
    record_event("leave_cohort", held, by=by, place_id=None)


def _can_be_given_back(booking: Booking) -> bool:
    gathering = booking.gathering
    is_to_come = gathering.state == Gathering.State.PUBLISHED and booking.came_at is None
    return is_to_come and booking.state in Booking.STANDS
