"""Every write to initiatives: found, proposed, described, decided on."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.initiatives import rules
from alongside.foundation.initiatives.models import Decision, Initiative, Stage
from alongside.foundation.initiatives.queries import free_slug
from alongside.foundation.places.models import Place
from alongside.foundation.practices.models import Practice

NOT_ALLOWED = _("Your role here doesn't allow changing activities.")

DESCRIBABLE = frozenset(
    {
        "title", "service", "co", "approach", "what_happens", "groups", "level", "people_count",
        "cost_pence", "cost_note", "what_changed", "quotation", "quoted_who", "quotation_agreed",
        "evidence_url", "is_public",
    }
)  # fmt: skip


@transaction.atomic
def found_initiative(
    place: Place,
    *,
    title: str,
    co: str,
    by: Actor,
    origin: str = "",
    practices: Iterable[Practice] = (),
    on: date | None = None,
    **described: Any,
) -> Initiative:
    """Note something that happens already. Found again under the same origin, it stays one.

    A candidate of that origin that turns out to be happening is noted as that.
    """
    refuse_unless(rules.can_edit_initiatives(by, place), NOT_ALLOWED)
    known = _of_origin(place, origin)
    if known is not None:
        if _stage_of(known) is Stage.CANDIDATE:
            _decide(known, Stage.EXISTING, by=by, on=_first_day(known, on))
        return known
    return _begin(
        place, Stage.EXISTING, title=title, co=co, origin=origin, practices=practices, on=on,
        by=by, **described,
    )  # fmt: skip


@transaction.atomic
def propose_candidate(
    place: Place,
    *,
    title: str,
    co: str,
    by: Actor,
    origin: str = "",
    practices: Iterable[Practice] = (),
    on: date | None = None,
    **described: Any,
) -> Initiative:
    """Put something that could be tried on the list. Proposed twice, it stands there once.

    What was decided about it since, or that it happens already, is left as it is.
    """
    refuse_unless(rules.can_edit_initiatives(by, place), NOT_ALLOWED)
    known = _of_origin(place, origin)
    if known is not None:
        return known
    return _begin(
        place, Stage.CANDIDATE, title=title, co=co, origin=origin, practices=practices, on=on,
        by=by, **described,
    )  # fmt: skip


@transaction.atomic
def describe_initiative(initiative: Initiative, *, by: Actor, **changes: Any) -> Initiative:
    """Change what is told about an initiative, or whether the public may read it."""
    refuse_unless(rules.can_edit_initiative(by, initiative), NOT_ALLOWED)
    changed = {k for k, v in _only_known(changes).items() if getattr(initiative, k) != v}
    for key in changed:
        setattr(initiative, key, changes[key])
    if initiative.is_public and initiative.quotation and not initiative.quotation_agreed:
        raise Refusal(
            "quotation_not_agreed",
            _("The person quoted has not agreed to be read by everyone."),
            status=409,
            next_step=_("Ask them, or take the quotation out before you make the page public."),
        )
    if changed:
        initiative.save(update_fields=sorted(changed))
        record_event(
            "describe_initiative", initiative, by=by, place_id=initiative.place_id, fields=changed
        )
    return initiative


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
    return _decide(initiative, verdict, by=by, on=_day_after(latest, on), **told)


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


def _first_day(initiative: Initiative, on: date | None) -> date:
    latest = initiative.decisions.order_by("on", "pk").last()
    day = on or timezone.localdate()
    return max(day, latest.on) if latest else day


def _begin(
    place: Place,
    stage: Stage,
    *,
    title: str,
    co: str,
    origin: str,
    practices: Iterable[Practice],
    on: date | None,
    by: Actor,
    **described: Any,
) -> Initiative:
    initiative = Initiative.objects.create(
        place=place,
        slug=free_slug(place, title),
        title=title[:160],
        co=co,
        origin=origin,
        **_only_known(described),
    )
    cases = [practice.pk for practice in practices]
    if cases:
        # Another partnership's own cases are passed over: they are not ours to show.
        initiative.practices.set(Practice.objects.for_partnership(place).filter(pk__in=cases))
    verb = "find_initiative" if stage is Stage.EXISTING else "propose_candidate"
    record_event(verb, initiative, by=by, place_id=place.pk)
    _decide(initiative, stage, by=by, on=on or timezone.localdate())
    return initiative


def _decide(
    initiative: Initiative, verdict: Stage, *, by: Actor, on: date, **told: Any
) -> Decision:
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


def _of_origin(place: Place, origin: str) -> Initiative | None:
    return Initiative.objects.in_place(place).filter(origin=origin).first() if origin else None


def _stage_of(initiative: Initiative) -> Stage | None:
    latest = initiative.decisions.order_by("on", "pk").last()
    return Stage(latest.verdict) if latest else None


def _only_known(described: dict[str, Any]) -> dict[str, Any]:
    unknown = described.keys() - DESCRIBABLE
    if unknown:
        message = f"an initiative has no {', '.join(sorted(unknown))}"
        raise TypeError(message)
    return described
