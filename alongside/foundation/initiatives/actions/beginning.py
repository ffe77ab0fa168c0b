"""Begin an initiative: note what happens already, or propose what could be tried."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import refuse_unless
from alongside.foundation.initiatives import rules
from alongside.foundation.initiatives.actions.deciding import note_decision
from alongside.foundation.initiatives.actions.describing import (
    NOT_ALLOWED,
    only_known,
    place_initiative,
)
from alongside.foundation.initiatives.models import Initiative, Stage
from alongside.foundation.initiatives.queries import free_slug
from alongside.foundation.initiatives.queries.searchable import entry_of
from alongside.foundation.places.models import Place, Ward
from alongside.foundation.practices.models import Practice
from alongside.foundation.search.actions import keep_in_search


@transaction.atomic
def found_initiative(
    place: Place,
    *,
    title: str,
    co: str,
    by: Actor,
    origin: str = "",
    practices: Iterable[Practice] = (),
    wards: Iterable[Ward] = (),
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
            note_decision(known, Stage.EXISTING, by=by, on=_first_day(known, on))
        return known
    return _begin(
        place, Stage.EXISTING, title=title, co=co, origin=origin, practices=practices,
        wards=wards, on=on, by=by, **described,
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
    wards: Iterable[Ward] = (),
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
        place, Stage.CANDIDATE, title=title, co=co, origin=origin, practices=practices,
        wards=wards, on=on, by=by, **described,
    )  # fmt: skip


def _begin(
    place: Place,
    stage: Stage,
    *,
    title: str,
    co: str,
    origin: str,
    practices: Iterable[Practice],
    wards: Iterable[Ward],
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
        **only_known(described),
    )
    cases = [practice.pk for practice in practices]
    if cases:
        # Another partnership's own cases are passed over: they are not ours to show.
        initiative.practices.set(Practice.objects.for_partnership(place).filter(pk__in=cases))
    place_initiative(initiative, wards)
    keep_in_search([entry_of(initiative)])
    verb = "find_initiative" if stage is Stage.EXISTING else "propose_candidate"
    record_event(verb, initiative, by=by, place_id=place.pk)
    note_decision(initiative, stage, by=by, on=on or timezone.localdate())
    return initiative


def _first_day(initiative: Initiative, on: date | None) -> date:
    latest = initiative.decisions.order_by("on", "pk").last()
    day = on or timezone.localdate()
    return max(day, latest.on) if latest else day


def _of_origin(place: Place, origin: str) -> Initiative | None:
    return Initiative.objects.in_place(place).filter(origin=origin).first() if origin else None


def _stage_of(initiative: Initiative) -> Stage | None:
    latest = initiative.decisions.order_by("on", "pk").last()
    return Stage(latest.verdict) if latest else None
