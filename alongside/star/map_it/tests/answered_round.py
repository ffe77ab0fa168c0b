"""A closed round with answers in the database, made for tests."""

import uuid
from collections.abc import Mapping, Sequence
from datetime import timedelta

from django.utils import timezone

from alongside.foundation.consent.models import Activity, Participant
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Service
from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.rounds import offer_help, open_round, prepare_round
from alongside.star.map_it.models import CoAnswer, PracticeReport, Round
from alongside.star.map_it.tests.rounds_of_answers import COS
from tests.people import World

HELP = dict.fromkeys(Activity.HELP_FIELDS, "request")


def opened_round(world: World, *, by: Actor | None = None, title: str = "Map of 2026") -> Round:
    """Prepare and open a round about both services of Strathmuir."""
    by = by or world.cara.actor
    round_ = prepare_round(
        world.strathmuir,
        title=title,
        opens_at=timezone.now() - timedelta(days=1),
        closes_at=timezone.now() + timedelta(days=28),
        services=[world.home_care, world.parks],
        asked={"elected": (5, True), "resident": (100, False)},
        by=by,
    )
    offer_help(round_.activity, by=by, **HELP)
    return open_round(round_, by=by)


def answer(
    round_: Round,
    group: str,
    codes: Sequence[str],
    *,
    services: Sequence[Service],
    ways: Mapping[str, Sequence[str]] | None = None,
    pseudonyms: str = "",
    confirmed: bool = True,
) -> list[Response]:
    """One person of the group per code, answering all four questions with it for each service.

    `ways` are reported by the first of them, each with the groups that take part.
    """
    made = []
    for n, code in enumerate(codes):
        pseudonym = f"{pseudonyms}{group}{n}" if pseudonyms else ""
        response = _response(round_, group, pseudonym=pseudonym, confirmed=confirmed)
        _answer_all(response, code, services)
        made.append(response)
    for way, groups in (ways or {}).items():
        PracticeReport.objects.create(
            place=round_.place,
            response=made[0],
            service=services[0],
            way=way,
            groups=list(groups),
            level="group",
        )
    return made


def _response(round_: Round, group: str, *, pseudonym: str, confirmed: bool) -> Response:
    participant = Participant.objects.create(
        place=round_.place,
        activity=round_.activity,
        group=group,
        group_confirmed=confirmed,
        pseudonym=pseudonym,
    )
    return Response.objects.create(
        place=round_.place,
        activity=round_.activity,
        participant=participant,
        group=group,
        group_confirmed=confirmed,
        state=Response.State.SUBMITTED,
        instrument_version=round_.instrument_version,
        submission_key=uuid.uuid4(),
        received_at=timezone.now(),
    )


def _answer_all(response: Response, code: str, services: Sequence[Service]) -> None:
    CoAnswer.objects.bulk_create(
        CoAnswer(place=response.place, response=response, service=service, co=co, code=code)
        for service in services
        for co in COS
    )


def four_groups(world: World, round_: Round) -> None:
    """Residents lower than managers; five councillors; staff who report two ways of working."""
    both = [world.home_care, world.parks]
    answer(round_, "resident", ["1", "1", "2", "2", "1", "0", "1", "2", "1", "1"], services=both)
    answer(
        round_,
        "staff",
        ["2", "3", "2", "3", "2", "3", "4"],
        services=both,
        ways={"ratings": ["resident", "staff"], "inspecting": ["resident", "elected", "staff"]},
    )
    answer(round_, "manager", ["3", "4", "3", "4", "3", "2"], services=both)
    answer(round_, "elected", ["2", "3", "3", "4", "2"], services=both)
