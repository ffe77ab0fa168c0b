"""Say what one wants to change, plan it, and look back."""

import uuid
from datetime import date

from django.db import transaction
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.commitments.actions import Origin, promise
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.members.models import Person
from alongside.learning.coaching import rules
from alongside.learning.coaching.models import LookBack, Plan, PlannedAction
from alongside.learning.coaching.queries.pairing import coach_of
from alongside.learning.coaching.queries.plans import title_of

NOT_YOURS = gettext_lazy("Only whoever holds this plan can change it.")


@transaction.atomic
def say_aim(plan: Plan, *, aim: str, by: Actor) -> None:
    """Say what is to be different in the end."""
    held = _held(plan, by)
    held.aim = aim
    held.save(update_fields=["aim"])
    _record("say_aim", held, by=by)


@transaction.atomic
def plan_action(
    plan: Plan,
    *,
    what: str,
    due_on: date,
    initiative: Initiative | None,
    owner: Person,
    submission_key: uuid.UUID,
    by: Actor,
) -> PlannedAction:
    """Put something to do into the plan; the same form sent twice puts it there once.

    In a person's plan it is theirs alone; in a partnership's all members read it.
    """
    held = _held(plan, by)
    if held.person_id is not None and owner.pk != held.person_id:
        raise Refusal("not_yours", NOT_YOURS)
    if initiative is not None and initiative.place_id != held.place_id:
        raise Refusal("elsewhere", _("This activity isn't your partnership's."))
    commitment = promise(
        held.place,
        owner=owner,
        what=what,
        due_on=due_on,
        origin=Origin(title_of(held), reverse("plans:plan", args=[held.public_id])),
        submission_key=submission_key,
        is_shared=held.person_id is None,
        by=by,
    )
    planned, _is_new = PlannedAction.objects.in_place(held.place).get_or_create(
        commitment=commitment,
        defaults={"place": held.place, "plan": held, "initiative": initiative},
    )
    return planned


@transaction.atomic
def look_back(
    plan: Plan,
    *,
    when: str,
    how_far: str,
    what_changed: str,
    what_helped: str,
    may_tell: bool,
    submission_key: uuid.UUID,
    by: Actor,
) -> LookBack:
    """Say how far one came and what changed; until the next date it can be said better."""
    held = _held(plan, by)
    if (
        held.counts_from is None
        or rules.look_back_on(held.counts_from, when) > timezone.localdate()
    ):
        raise Refusal("not_yet", _("It is too early to look back that far."), status=409)
    said = {
        "how_far": how_far,
        "what_changed": what_changed,
        "what_helped": what_helped,
        "may_tell": may_tell,
    }
    given, is_new = LookBack.objects.in_place(held.place).get_or_create(
        plan=held,
        when=when,
        defaults={"place": held.place, "submission_key": submission_key, **said},
    )
    if not is_new:
        for name, value in said.items():
            setattr(given, name, value)
        given.save(update_fields=list(said))
    _record("look_back", held, by=by)
    return given


def _held(plan: Plan, by: Actor) -> Plan:
    """The plan as it is now, locked, for whoever holds it."""
    rows = Plan.objects.in_place(plan.place).select_for_update(of=("self",))
    held: Plan = rows.select_related("place", "person").get(pk=plan.pk)
    coach = coach_of(held)
    standing = rules.standing_of(by, held, coach.pk if coach else None)
    refuse_unless(rules.can_change_plan(held, standing), NOT_YOURS)
    return held


def _record(verb: str, held: Plan, *, by: Actor) -> None:
    """What one person does with their plan stands in no place's history."""
    record_event(verb, held, by=by, place_id=held.place_id if held.person_id is None else None)
