"""Load a round's counted answers for the engines: plain rows, no names."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from alongside.engines.disclosure import Merge
from alongside.engines.perceptions import DONT_KNOW, NOT_OUR_ROLE, Answers
from alongside.foundation.places.models import Service
from alongside.foundation.responses.models import Response, ResponseQuerySet
from alongside.star.map_it.models import CoAnswer, PracticeReport, Round

RESIDENT, EVERY = "resident", "*"
GROUPS = ("elected", "manager", "staff", RESIDENT)
DECIDE = Merge("decide", ("elected", "manager"))
OWN_DEVICE = Response.Channel.WEB
CODES = ("0", "1", "2", "3", "4", "dk", "na")


ENGINE_CODE = {"dk": DONT_KNOW, "na": NOT_OUR_ROLE} | {str(level): level for level in range(5)}


@dataclass(frozen=True, slots=True)
class Row:
    """One answer: somebody (a pseudonym), their group, a service, a Co and a code.

    `entered` says that it didn't come from the person's own device: others may know it.
    """

    person: str
    group: str
    service: str
    co: str
    code: str
    entered: bool = False


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
    """Everything of a round that its figures are made from.

    `received` says when a person's answers came in, where that is known.
    """

    services: tuple[str, ...]
    minimum: int
    rows: tuple[Row, ...]
    reports: tuple[Report, ...]
    answered: Mapping[str, int]
    asked: Mapping[str, int]
    everyone_asked: frozenset[str]
    as_of: datetime | None
    by_name: Mapping[str, int] = field(default_factory=dict)  # who answered and isn't counted
    received: Mapping[str, datetime] = field(default_factory=dict)


def load_rows(round_: Round) -> RoundRows:
    """Return the counted answers of a round, in a stable order. Six queries.

    Whoever chose to stand with their name is shown so and not counted: then nothing of the others
    can be worked back from what is known of them (trust 30).
    """
    answered = Response.objects.in_place(round_.place).filter(activity=round_.activity_id)
    asked = list(round_.asked.all())
    sheets = _sheets(answered.counted().filter(on_record__isnull=True))
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
        answered=_people_by_group(sheets),
        asked={one.group: one.people_count for one in asked},
        everyone_asked=frozenset(one.group for one in asked if one.is_everyone),
        as_of=sheets[-1][2] if sheets else None,
        by_name=_people_by_group(_sheets(answered.counted().filter(on_record__isnull=False))),
        received={person: received_at for person, _group, received_at in sheets},
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
            "response__channel",
            "service__slug",
            "co",
            "code",
        )
    )
    return tuple(
        Row(_label(pseudonym, participant), group, service, co, code, channel != OWN_DEVICE)
        for participant, pseudonym, group, channel, service, co, code in rows
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


def _sheets(counted: ResponseQuerySet) -> list[tuple[str, str, datetime]]:
    """Whose each envelope is, from which group, and when it came; the newest last."""
    rows = counted.order_by("received_at", "pk").values_list(
        "participant__pseudonym", "participant_id", "group", "received_at"
    )
    return [
        (_label(pseudonym, participant), group, received_at)
        for pseudonym, participant, group, received_at in rows
        if received_at is not None
    ]


def _label(pseudonym: str, participant: int) -> str:
    return pseudonym or f"seat-{participant}"


def _people_by_group(sheets: Sequence[tuple[str, str, datetime]]) -> dict[str, int]:
    people: dict[str, set[str]] = {}
    for person, group, _received_at in sheets:
        people.setdefault(group, set()).add(person)
    return {group: len(those) for group, those in people.items()}


def engine_answers(rows: Sequence[Row]) -> Answers:
    """Return answers as the engine of perceptions takes them."""
    return Answers.of(
        (row.person, row.group, row.service, row.co, ENGINE_CODE[row.code]) for row in rows
    )
