"""What somebody who answers sees: the round, and the sheet with what they have said so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Group, Membership
from alongside.foundation.places.models import Place, Service
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.window import Window
from alongside.star.map_it.models import CoAnswer, PracticeReport, Round

MOST_SERVICES_OF_A_RESIDENT = 3


@dataclass(frozen=True)
class Sheet:
    """One participant's sheet: the services they picked, and everything they have said."""

    response: Response
    services: tuple[Service, ...]  # all that the round asks about
    chosen: tuple[Service, ...]
    answers: Mapping[tuple[int, str], CoAnswer]  # by service and Co
    reports: Mapping[tuple[int, str], PracticeReport]  # by service and way of working
    word: str
    passed: frozenset[str] = frozenset()  # pages that may stay empty, and were left

    @property
    def is_sent(self) -> bool:
        return self.response.state == Response.State.SUBMITTED

    @property
    def is_short(self) -> bool:
        """Whether one question stands on a page, and no ways of working are asked."""
        return self.response.group == Group.RESIDENT

    @property
    def has_answers(self) -> bool:
        return bool(self.answers)

    def missing(self, cos: Sequence[str]) -> list[tuple[Service, str]]:
        """Return the questions of the chosen services that have no answer yet."""
        return [(s, co) for s in self.chosen for co in cos if (s.pk, co) not in self.answers]


def find_round(place: Place, slug: str, actor: Actor) -> Round | None:
    """Return a round that people may know of; one being prepared is known to members only."""
    rounds = Round.objects.in_place(place).select_related("activity__notice")
    round_ = rounds.filter(slug=slug).first()
    if round_ is None or (round_.state == Round.State.DRAFT and not _is_member(actor, place)):
        return None
    round_.place = place
    return round_


def _is_member(actor: Actor, place: Place) -> bool:
    return actor.may("workspace.see", place.pk)


def window_of(round_: Round, now: datetime) -> Window:
    """Return when the round takes answers, as judged at `now`."""
    return Window(
        now,
        round_.opens_at,
        round_.closes_at,
        timedelta(hours=round_.grace_hours),
        is_prepared=round_.state != Round.State.DRAFT,
        is_ended=round_.state == Round.State.CLOSED,
    )


def services_of(round_: Round) -> tuple[Service, ...]:
    """Return the services that a round asks about, by name."""
    services = Service.objects.in_place(round_.place)
    return tuple(services.filter(pk__in=round_.round_services.values("service")).order_by("name"))


def sheet_of(round_: Round, response: Response) -> Sheet:
    """Return a participant's sheet. Four queries."""
    services = services_of(round_)
    answers = {(a.service_id, a.co): a for a in response.co_answers.all()}
    reports = {(r.service_id, r.way): r for r in response.practice_reports.all()}
    picked = set(response.draft.get("services", ()))
    picked |= {service for service, _ in (*answers, *reports)}
    if len(services) == 1:
        picked = {services[0].pk}
    word = getattr(response, "free_word", None)
    return Sheet(
        response=response,
        services=services,
        chosen=tuple(service for service in services if service.pk in picked),
        answers=answers,
        reports=reports,
        word=word.text if word else "",
        passed=frozenset(response.draft.get("passed", ())),
    )


def passed_name(page: str, at: Mapping[str, str]) -> str:
    """Return the name under which a sheet remembers that a page was passed."""
    return " ".join((page, *at.values()))


def payload_of(sheet: Sheet) -> dict[str, Any]:
    """Return everything on a sheet as plain values: what its digest is made from."""
    slugs = {service.pk: service.slug for service in sheet.services}
    answers: dict[str, dict[str, list[str]]] = {}
    for (service, co), answer in sorted(sheet.answers.items()):
        answers.setdefault(slugs[service], {})[co] = [answer.code, answer.say]
    ways: dict[str, dict[str, list[Any]]] = {}
    for (service, way), report in sorted(sheet.reports.items()):
        ways.setdefault(slugs[service], {})[way] = [
            sorted(report.groups),
            report.level,
            report.what_they_bring,
            report.evidence_url,
            report.wish_to_do_more,
        ]
    return {
        "kind": sheet.response.resident_kind,
        "answers": answers,
        "ways": ways,
        "word": sheet.word,
    }


def response_of(round_: Round, actor: Actor, *, group: str | None = None) -> Response | None:
    """Return what the actor has begun or sent in this round, in the hat named by `group`."""
    person = actor.persons.get(round_.place_id)
    mine = Response.objects.in_place(round_.place).filter(activity=round_.activity_id)
    mine = mine.exclude(state=Response.State.WITHDRAWN).select_related(
        "participant__seat", "free_word", "on_record", "place"
    )
    if person is not None:
        mine = mine.filter(participant__person=person)
        return mine.filter(group=group).first() if group else mine.first()
    if actor.seat_activity == round_.activity_id:
        return mine.filter(participant__seat=actor.id).first()
    return None


@dataclass(frozen=True)
class Hat:
    """A group that a member speaks from, and what they have done in it so far."""

    group: str
    resident_kind: str
    services: tuple[int, ...]  # the member's own, ticked to begin with
    response: Response | None


def hats_of(round_: Round, actor: Actor) -> list[Hat]:
    """Return the groups that a member may answer from today. Two queries."""
    person = actor.persons.get(round_.place_id)
    if person is None:
        return []
    rows = (
        Membership.objects.in_place(round_.place)
        .filter(person=person)
        .exclude(group="")
        .on(timezone.localdate())
        .values_list("group", "resident_kind", "service_id")
    )
    begun = Response.objects.in_place(round_.place).filter(
        activity=round_.activity_id, participant__person=person
    )
    by_group = {r.group: r for r in begun.exclude(state=Response.State.WITHDRAWN)}
    hats: dict[str, Hat] = {}
    for group, kind, service in sorted(rows, key=lambda row: row[0]):
        known = hats.get(group, Hat(group, kind, (), by_group.get(group)))
        own = known.services if service is None else (*known.services, service)
        hats[group] = replace(known, services=own)
    return list(hats.values())
