"""Decide on an initiative: dated verdicts, in their order."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.initiatives import rules
from alongside.foundation.initiatives.actions.describing import NOT_ALLOWED
from alongside.foundation.initiatives.models import Decision, Initiative, Stage


@transaction.atomic
def decide_initiative(
    initiative: Initiative,
    *,
    verdict: Stage,
    by: Actor,
    seen: int | None = None,
    on: date | None = None,
    **told: Any,
) -> Decision:
    """Give a dated verdict with its reason; `told` holds the other fields of the decision.

    `seen` is the number of the latest decision that the person had before them: a verdict given
    on an older state is refused, and the same verdict sent twice counts once.
    """
    refuse_unless(rules.can_edit_initiative(by, initiative), NOT_ALLOWED)
    Initiative.objects.unscoped(reason="lock of a row in hand").select_for_update().get(
        pk=initiative.pk
    )
    latest = initiative.decisions.order_by("on", "pk").last()
    if latest is None:
        message = f"initiative {initiative.pk} has no decision to begin with"
        raise RuntimeError(message)
    if seen is not None and seen != latest.pk:
        return _same_or_refused(latest, verdict, told)
    if verdict not in rules.MOVES[Stage(latest.verdict)]:
        raise Refusal(
            "not_from_here",
            _("This verdict doesn't follow from where the activity stands now."),
            status=409,
            next_step=_("Open its page again to see what was decided."),
        )
    _refuse_what_is_missing(verdict, told)
    return note_decision(initiative, verdict, by=by, on=_day_after(latest, on), **told)


def _same_or_refused(latest: Decision, verdict: Stage, told: dict[str, Any]) -> Decision:
    is_same = latest.verdict == verdict and all(getattr(latest, k) == v for k, v in told.items())
    if is_same:
        return latest
    raise Refusal(
        "decided_meanwhile",
        _("Somebody decided on this activity while you had the page open."),
        status=409,
        next_step=_("Go back, open its page again, and look at what was decided."),
    )


def _refuse_what_is_missing(verdict: Stage, told: dict[str, Any]) -> None:
    missing = [need for need in rules.VERDICTS[verdict].needs if not told.get(need)]
    if missing:
        raise Refusal(
            "verdict_needs_more",
            _(
                "This verdict needs its reason; trying needs a question and a day on which it stops."
            ),
            status=409,
            missing=missing,
        )


def _day_after(latest: Decision, on: date | None) -> date:
    """Decisions are dated in their order, and none in the future."""
    day = on or timezone.localdate()
    if day < latest.on or day > timezone.localdate():
        raise Refusal(
            "day_out_of_order",
            _("A decision can't be dated before the last one, or in the future."),
            status=409,
        )
    return day


def note_decision(
    initiative: Initiative, verdict: Stage, *, by: Actor, on: date, **told: Any
) -> Decision:
    """Write a decision down, with its event. The caller has asked whether it may be made."""
    decision = Decision.objects.create(
        place=initiative.place,
        initiative=initiative,
        verdict=verdict,
        on=on,
        made_by_id=by.persons.get(initiative.place_id),
        **told,
    )
    record_event("decide_initiative", decision, by=by, place_id=initiative.place_id)
    return decision
