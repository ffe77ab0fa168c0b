"""Find somebody a coach, end it, and write to each other."""

import uuid

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.members.models import Person
from alongside.foundation.notices.actions import tell
from alongside.foundation.places.models import Place
from alongside.learning.coaching import rules
from alongside.learning.coaching.models import Note, Pairing, Plan
from alongside.learning.coaching.queries.pairing import (
    coaches_for,
    holders_of,
    own_person_in,
    running_pairing,
)
from alongside.learning.coaching.queries.plans import holder_told

NOT_ALLOWED = gettext_lazy("Only those who arrange coaching can do this.")


@transaction.atomic
def pair(plan: Plan, coach: Person, *, by: Actor) -> Pairing:
    """Put somebody at the side of whoever holds a plan; a former pairing ends, with its notes."""
    held = _held(plan)
    refuse_unless(_may_arrange(by, held), NOT_ALLOWED)
    if held.left_at is not None:
        raise Refusal("has_left", _("Nobody is in this plan any more."), status=409)
    if coach.pk == held.person_id or coach.pk not in {one.pk for one in coaches_for(held)}:
        raise Refusal("no_coach", _("Choose somebody else: they can't coach here."), status=409)
    known = running_pairing(held)
    if known is not None and known.coach_id == coach.pk:
        return known
    _end(held)
    pairing = Pairing.objects.create(place=held.place, plan=held, coach=coach)
    record_event("pair", pairing, by=by, place_id=_run_by(held).pk)
    told = {"holder": holder_told(held), "coach": coach.name}
    path = reverse("plans:plan", args=[held.public_id])
    for person in holders_of(held):
        title = _("%(coach)s is your coach") % told
        tell(person, kind="coaching", key=f"pair {pairing.pk}", title=title, path=path)
    title = _("You coach %(holder)s") % told
    tell(coach, kind="coaching", key=f"pair {pairing.pk}", title=title, path=path)
    return pairing


@transaction.atomic
def end_pairing(plan: Plan, *, by: Actor) -> None:
    """Each of the two may end it, without saying why; whoever arranges it, too."""
    held = _held(plan)
    known = running_pairing(held)
    if known is None:
        return
    standing = rules.standing_of(by, held, known.coach_id)
    refuse_unless(rules.can_read_notes(standing) or _may_arrange(by, held), NOT_ALLOWED)
    _end(held)
    record_event("end_pairing", known, by=by, place_id=_run_by(held).pk)


@transaction.atomic
def begin_coaching(partnership: Place, coach: Person, *, by: Actor) -> Plan:
    """Put an associate at a partnership's side, and begin the partnership's own plan."""
    nation = partnership.nation
    if nation is None or not rules.can_arrange_coaching(by, nation) or not partnership.is_writable:
        raise Refusal("not_allowed", NOT_ALLOWED)
    Place.objects.select_for_update().get(pk=partnership.pk)
    plans = Plan.objects.in_place(partnership)
    plan = plans.filter(person=None, left_at=None).first()
    if plan is None:
        today = timezone.localdate()
        plan = Plan.objects.create(place=partnership, counts_from=today)
        record_event("begin_coaching", plan, by=by, place_id=partnership.pk)
    plan.place = partnership
    pair(plan, coach, by=by)
    return plan


@transaction.atomic
def write_note(plan: Plan, *, text: str, submission_key: uuid.UUID, by: Actor) -> Note:
    """Write to the other of the two, who hears that there is a note and never what it says.

    No history is written: that two people write to each other is theirs alone.
    """
    held = _held(plan)
    pairing = running_pairing(held)
    if pairing is None:
        raise Refusal("no_coach", _("There is no coach any more to write to."), status=409)
    standing = rules.standing_of(by, held, pairing.coach_id)
    refuse_unless(rules.can_read_notes(standing), _("Notes are between the two of you alone."))
    author = own_person_in(held, pairing, standing, by)
    note, is_new = Note.objects.in_place(held.place).get_or_create(
        submission_key=submission_key,
        defaults={"place": held.place, "pairing": pairing, "author": author, "text": text},
    )
    if is_new:
        others = [pairing.coach] if author.pk != pairing.coach_id else holders_of(held)
        for person in others:
            tell(
                person,
                kind="coaching",
                key=f"note {note.pk}",
                title=_("%(name)s wrote you a note") % {"name": author.name},
                path=reverse("plans:notes", args=[held.public_id]),
            )
    return note


@transaction.atomic
def remove_note(plan: Plan, *, number: int, by: Actor) -> None:
    """Take back what one wrote oneself."""
    notes = Note.objects.in_place(plan.place).filter(pairing__plan=plan, pk=number)
    notes.filter(author__in=list(by.persons.values())).delete()


def _held(plan: Plan) -> Plan:
    rows = Plan.objects.in_place(plan.place).select_for_update(of=("self",))
    held: Plan = rows.select_related("place", "person").get(pk=plan.pk)
    return held


def _end(plan: Plan) -> None:
    plan.pairings.filter(ended_at=None).update(ended_at=timezone.now())


def _run_by(plan: Plan) -> Place:
    """The place that answers for the coaching: of the course, or the nation of a partnership."""
    return plan.cohort.place if plan.cohort else (plan.place.nation or plan.place)


def _may_arrange(by: Actor, plan: Plan) -> bool:
    place = _run_by(plan)
    if plan.cohort is not None:
        return rules.can_run_courses(by, place)
    return rules.can_arrange_coaching(by, place)
