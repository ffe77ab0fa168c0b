"""Load a round's counted answers for the engines: plain rows, no names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db.models import Max

from alongside.engines.perceptions import DONT_KNOW, NOT_OUR_ROLE, Answers
from alongside.foundation.places.models import Service
from alongside.foundation.responses.models import Response, ResponseQuerySet
from alongside.star.map_it.models import CoAnswer, PracticeReport, Round

RESIDENT = "resident"
CODES = ("0", "1", "2", "3", "4", "dk", "na")


ENGINE_CODE = {"dk": DONT_KNOW, "na": NOT_OUR_ROLE} | {str(level): level for level in range(5)}


@dataclass(frozen=True, slots=True)
class Row:
    """One answer: somebody (a pseudonym), their group, a service, a Co and a code."""

    person: str
    group: str
    service: str
    co: str
    code: str


@dataclass(frozen=True, slots=True)
class Report:
    """One "we do this": a service, a way of working, and who takes part. Nobody's name."""

    service: str
    way: str
    groups: tuple[str, ...]
    level: str
    wish_to_do_more: bool


@dataclass(frozen=True, slots=True)
class RoundRows:
    """Everything of a round that its figures are made from."""

    services: tuple[str, ...]
    minimum: int
    rows: tuple[Row, ...]
    reports: tuple[Report, ...]
    answered: Mapping[str, int]
    asked: Mapping[str, int]
    everyone_asked: frozenset[str]
    as_of: datetime | None
    by_name: Mapping[str, int] = field(default_factory=dict)  # who answered and isn't counted


def load_rows(round_: Round) -> RoundRows:
    """Return the counted answers of a round, in a stable order. Six queries.

    Whoever chose to stand with their name is shown so and not counted: then nothing of the others
    can be worked back from what is known of them (trust 30).
    """
    answered = Response.objects.in_place(round_.place).filter(activity=round_.activity_id)
    counted = answered.counted().filter(on_record__isnull=True)
    asked = list(round_.asked.all())
    newest = counted.aggregate(newest=Max("received_at"))["newest"]
    return RoundRows(
        services=tuple(
            Service.objects.in_place(round_.place)
            .filter(pk__in=round_.round_services.values("service"))
            .order_by("slug")
            .values_list("slug", flat=True)
        ),
        minimum=round_.minimum,
        rows=_answers(round_),
        reports=_reports(round_),
        answered=_people_by_group(counted),
        asked={one.group: one.people_count for one in asked},
        everyone_asked=frozenset(one.group for one in asked if one.is_everyone),
        as_of=newest,
        by_name=_people_by_group(answered.counted().filter(on_record__isnull=False)),
    )


def _answers(round_: Round) -> tuple[Row, ...]:
    rows = (
        CoAnswer.objects.in_place(round_.place)
        .filter(
            response__activity=round_.activity_id,
            response__state=Response.State.SUBMITTED,
            response__group_confirmed=True,
            response__on_record__isnull=True,
        )
        .order_by("pk")
        .values_list(
            "response__participant_id",
            "response__participant__pseudonym",
            "response__group",
            "service__slug",
            "co",
            "code",
        )
    )
    return tuple(
        Row(pseudonym or f"seat-{participant}", group, service, co, code)
        for participant, pseudonym, group, service, co, code in rows
    )


def _reports(round_: Round) -> tuple[Report, ...]:
    rows = (
        PracticeReport.objects.in_place(round_.place)
        .filter(
            response__activity=round_.activity_id,
            response__state=Response.State.SUBMITTED,
            response__group_confirmed=True,
        )
        .order_by("service__slug", "way", "pk")
        .values_list("service__slug", "way", "groups", "level", "wish_to_do_more")
    )
    return tuple(Report(s, w, tuple(sorted(g)), level, more) for s, w, g, level, more in rows)


def _people_by_group(counted: ResponseQuerySet) -> dict[str, int]:
    people: dict[str, set[str]] = {}
    rows = counted.order_by().values_list("group", "participant__pseudonym", "participant_id")
    for group, pseudonym, participant in rows:
        people.setdefault(group, set()).add(pseudonym or f"seat-{participant}")
    return {group: len(those) for group, those in people.items()}


def engine_answers(rows: Sequence[Row]) -> Answers:
    """Return answers as the engine of perceptions takes them."""
    return Answers.of(
        (row.person, row.group, row.service, row.co, ENGINE_CODE[row.code]) for row in rows
    )
