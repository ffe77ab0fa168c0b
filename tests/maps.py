"""Maps held quickly by actions: prepared, answered by a crowd, closed and drawn."""

import random
import uuid
from collections.abc import Iterable, Mapping
from datetime import timedelta

from django.utils import timezone

from alongside.foundation.consent.models import Activity, Offered
from alongside.foundation.history.actor import Actor, system_actor
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Seat
from alongside.foundation.members.seats import take_seat
from alongside.foundation.places.models import Place, Service
from alongside.foundation.responses.models import Response
from alongside.star.framework.instrument import load_instrument
from alongside.star.map_it.actions.answers import (
    begin_answers,
    save_answers,
    save_ways,
    save_word,
    send_answers,
)
from alongside.star.map_it.actions.draw import draw_star
from alongside.star.map_it.actions.rounds import (
    close_round,
    offer_help,
    open_round,
    prepare_round,
)
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.answering import payload_of, sheet_of
from tests.people import Somebody, make_somebody

COS = ("commission", "design", "deliver", "assess")
CROWD = {"resident": 8, "staff": 7, "manager": 6, "elected": 5}
MIDDLE = {"resident": 1, "staff": 2, "manager": 3, "elected": 3}


def hold_round(
    place: Place,
    lead: Somebody,
    services: list[Service],
    *,
    title: str,
    told: str,
    crowd: Mapping[str, int] = CROWD,
) -> Round:
    """Prepare a map, let people of four groups answer it, close it and draw its Star."""
    round_ = prepare(place, lead, services, title=title)
    open_round(round_, by=lead.actor)
    round_ = fresh(round_)
    for group, count in crowd.items():
        for number in range(count):
            answer(round_, group, number, services, told=told)
    close_round(round_, by=lead.actor)
    round_ = fresh(round_)
    draw_star(round_, by=system_actor())
    return round_


def record_round(place: Place, lead: Somebody, services: Iterable[Service], *, told: str) -> Round:
    """A map on the record: three members said something, and stand to it."""
    services = list(services)
    round_ = prepare(place, lead, services, title=f"Record {told}", mode=Round.Mode.ON_RECORD)
    open_round(round_, by=lead.actor)
    round_ = fresh(round_)
    for number in range(3):
        answer(round_, "manager", number, services, told=told)
    close_round(round_, by=lead.actor)
    return fresh(round_)


def prepare(
    place: Place,
    lead: Somebody,
    services: Iterable[Service],
    *,
    title: str,
    mode: str = Round.Mode.CONFIDENTIAL,
) -> Round:
    """Prepare a map with every question about help answered."""
    now = timezone.now()
    round_ = prepare_round(
        place,
        title=title,
        opens_at=now - timedelta(minutes=1),
        closes_at=now + timedelta(days=28),
        services=services,
        mode=mode,
        asked={"elected": (5, True), "manager": (9, False), "staff": (40, False)},
        who_decides="The programme board, in March",
        what_can_change="What is tried next year",
        by=lead.actor,
    )
    offered = dict.fromkeys(Activity.HELP_FIELDS, Offered.ON_REQUEST)
    offer_help(round_.activity, by=lead.actor, note="Ring Moira.", **offered)
    return fresh(round_)


def answer(
    round_: Round, group: str, number: int, services: Iterable[Service], *, told: str
) -> None:
    """Let one person of the crowd answer everything and send it."""
    chance = random.Random(f"{round_.slug}:{group}:{number}")
    level = min(4, max(0, MIDDLE[group] + chance.choice((-1, 0, 0, 1))))
    answer_everything(
        round_,
        somebody_of(round_, group, number),
        group,
        services,
        told=f"{group} {number} {told}",
        level=level,
        has_ways=group == "staff" and number < 3,
    )


def answer_everything(
    round_: Round,
    by: Actor,
    group: str,
    services: Iterable[Service],
    *,
    told: str,
    level: int = 2,
    has_ways: bool = False,
) -> None:
    """Begin, answer everything with the same level, and send it."""
    response = begin(round_, by, group)
    for service in services:
        codes = dict.fromkeys(COS, (str(level), "asked"))
        save_answers(round_, response, service=service, answers=codes, by=by)
        if has_ways:
            save_ways(round_, response, service=service, reports=reports(told), by=by)
    save_word(round_, response, text=f"Words of {told}", language="en-gb", by=by)
    send(round_, response, by)


def somebody_of(round_: Round, group: str, number: int) -> Actor:
    """A guest where it is a resident, else a new member."""
    if group == "resident":
        return actor_of_seat(sit_down(round_)[0])
    name = f"{round_.place.name}{group}{number}x{round_.pk}"
    return make_somebody(round_.place, name, role="contributor", group=group).actor


def reports(told: str) -> dict[str, dict[str, object]]:
    """Three ways of working that somebody says are in use."""
    ways = load_instrument().ways
    return {
        way.key: {"groups": ["resident", "staff"], "level": "group", "what_they_bring": told}
        for way in ways[:3]
    }


def sit_down(round_: Round) -> tuple[Seat, str]:
    """Take a guest's seat in a map; return it with its cookie."""
    seat, cookie, _words = take_seat(
        round_.place, activity_id=round_.activity_id, group="resident", group_confirmed=False
    )
    return seat, cookie


def begin(round_: Round, by: Actor, group: str = "") -> Response:
    """Begin a sheet."""
    return begin_answers(round_, submission_key=uuid.uuid4(), by=by, group=group)


def send(round_: Round, response: Response, by: Actor) -> None:
    """Send a sheet as it stands."""
    response = Response.objects.in_place(round_.place).get(pk=response.pk)
    send_answers(
        round_,
        response,
        submission_key=response.submission_key,
        seen=payload_of(sheet_of(round_, response)),
        by=by,
    )


def fresh(round_: Round) -> Round:
    """The map as it stands in the database now."""
    rounds = Round.objects.in_place(round_.place).select_related("place", "activity__notice")
    return rounds.get(pk=round_.pk)
