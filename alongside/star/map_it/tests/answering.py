"""An open round to answer, made quickly and without the pages that prepare one."""

import uuid
from datetime import timedelta

from django.utils import timezone

from alongside.foundation.consent.models import Activity, Notice, Offered
from alongside.foundation.history.actor import Actor
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Seat
from alongside.foundation.members.seats import take_seat
from alongside.foundation.places.models import Place, Service
from alongside.foundation.responses.models import Response
from alongside.star.map_it.actions.answers import begin_answers, save_answers, send_answers
from alongside.star.map_it.models import Round, RoundService
from alongside.star.map_it.queries.answering import payload_of, sheet_of

DAY = timedelta(days=1)
ALL_OFTEN = dict.fromkeys(("commission", "design", "deliver", "assess"), ("3", ""))


def make_round(place: Place, *services: Service, slug: str = "map-2026", **changes) -> Round:
    """Return a round that is open now and closes in four weeks."""
    notice = Notice.objects.in_place(place).get_or_create(
        place=place,
        kind="explorer_confidential",
        version=1,
        defaults={
            "who_sees": "Nobody here reads your answers one by one.",
            "text": "We ask so that we can see what is done together.",
        },
    )[0]
    activity = Activity.objects.create(
        place=place,
        kind="explorer_round",
        title="How we work together",
        purpose="See what is done together",
        notice=notice,
        what_can_change="Which services try something new next year.",
        what_cannot_change="The law on care charges.",
        who_decides="the partnership board",
        help_languages=Offered.ON_REQUEST,
        help_bsl=Offered.READY,
        help_easy_read=Offered.READY,
        help_audio=Offered.NOT_OFFERED,
        help_large_print=Offered.READY,
        help_note="Ask Moira by 20 November.",
    )
    now = timezone.now()
    facts = {
        "title": "How we work together",
        "instrument_version": "explorer-1",
        "state": Round.State.OPEN,
        "opens_at": now - DAY,
        "closes_at": now + 28 * DAY,
        **changes,
    }
    round_ = Round.objects.create(place=place, activity=activity, slug=slug, **facts)
    for service in services:
        RoundService.objects.create(place=place, round=round_, service=service)
    return round_


def move_closing(round_: Round, by: timedelta) -> None:
    """Let the round close at another time: `-HOUR` is an hour ago."""
    now = timezone.now()
    Round.objects.in_place(round_.place).filter(pk=round_.pk).update(
        opens_at=now - 60 * DAY, closes_at=now + by
    )


def seat_in(round_: Round, *, group: str = "resident", confirmed: bool = False) -> Seat:
    seat, _cookie, _words = take_seat(
        round_.place,
        activity_id=round_.activity_id,
        group=group,
        group_confirmed=confirmed,
    )
    return seat


def begin_as(round_: Round, by: Actor, *, group: str = "") -> Response:
    return begin_answers(round_, group=group, submission_key=uuid.uuid4(), by=by)


def guest_of(round_: Round, **kwargs) -> Actor:
    return actor_of_seat(seat_in(round_, **kwargs))


def send(round_: Round, response: Response, by: Actor, **changes):
    response = Response.objects.in_place(round_.place).get(pk=response.pk)
    given = {
        "submission_key": response.submission_key,
        "seen": payload_of(sheet_of(round_, response)),
        **changes,
    }
    return send_answers(round_, response, by=by, **given)


def answered(round_: Round, by: Actor, service: Service, answers=None, **kwargs) -> Response:
    """Begin, answer everything about one service and send it."""
    response = begin_as(round_, by, **kwargs)
    save_answers(round_, response, service=service, answers=answers or ALL_OFTEN, by=by)
    send(round_, response, by)
    return response
