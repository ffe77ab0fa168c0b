"""What became of it: activities told of in full, candidates, and dated decisions."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.utils import timezone

from alongside.foundation.history.actor import Actor
from alongside.foundation.initiatives.actions import (
    decide_initiative,
    describe_initiative,
    propose_candidate,
)
from alongside.foundation.initiatives.models import Initiative, Stage
from alongside.foundation.places.models import Place, Service, Ward
from alongside.foundation.practices.models import Practice

IN_FULL = (
    "title", "people_count", "cost_pence", "cost_note", "what_happens", "what_changed",
    "quotation", "quoted_who",
)  # fmt: skip


def tell_initiatives(place: Place, told: Mapping[str, Any], *, by: Actor) -> None:
    """Describe what the maps found, propose what they did not, and decide."""
    services = {service.starter_key: service for service in Service.objects.in_place(place)}
    for one in told.get("described", ()):
        origin = f"{services[one['service']].slug}:{one['way']}"
        initiative = Initiative.objects.in_place(place).get(origin=origin)
        full = {key: one[key] for key in IN_FULL}
        agreed = bool(one["quotation"])
        describe_initiative(
            initiative,
            **full,
            wards=_wards(place, one),
            quotation_agreed=agreed,
            is_public=True,
            by=by,
        )
    for one in told.get("proposed", ()):
        _propose(place, services[one["service"]], one, by=by)


def _propose(place: Place, service: Service, one: Mapping[str, Any], *, by: Actor) -> None:
    like = Practice.objects.for_partnership(place).filter(title__in=one.get("like", ()))
    candidate = propose_candidate(
        place,
        title=one["title"],
        co=one["co"],
        approach=one["approach"],
        what_happens=one["what_happens"],
        service=service,
        groups=one["groups"],
        practices=like,
        wards=_wards(place, one),
        on=_day(one["proposed_days_ago"]),
        by=by,
    )
    for decision in one.get("decisions", ()):
        _decide(candidate, decision, by=by)


def _wards(place: Place, one: Mapping[str, Any]) -> list[Ward]:
    return list(Ward.objects.in_place(place).filter(name__in=one.get("wards", ())))


def _decide(initiative: Initiative, told: Mapping[str, Any], *, by: Actor) -> None:
    plain = ("reason", "question", "budget_pence", "decided_by", "dissent")
    fields: dict[str, Any] = {key: told[key] for key in plain if key in told}
    for field, days in (("stops_on", "stops_in_days"), ("review_on", "review_in_days")):
        if days in told:
            fields[field] = _day(-told[days])
    verdict, on = Stage(told["verdict"]), _day(told["days_ago"])
    decide_initiative(initiative, verdict=verdict, on=on, by=by, **fields)


def _day(days_ago: int) -> date:
    return timezone.localdate() - timedelta(days=days_ago)
