"""Writes of people who answer: begin, save as you go, send, withdraw.

Each answer is stored the moment it is given. Before sending it is a draft and counts nowhere;
after sending a change counts at once, so that nobody loses a vote to a button they did not see.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.actions import join_activity
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Group, Seat
from alongside.foundation.members.seats import take_seat
from alongside.foundation.places.models import Service
from alongside.foundation.responses.actions import (
    Receipt,
    begin_response,
    lock_response,
    submit_response,
    withdraw_response,
)
from alongside.foundation.responses.crowd import refuse_flood
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.payload import Payload
from alongside.star.map_it.actions.saving import (
    change_sheet,
    lock_round,
    note_passed,
    refuse_foreign,
    sheet_now,
)
from alongside.star.map_it.models import CoAnswer, FreeWord, PracticeReport, Round
from alongside.star.map_it.models.answers import Co
from alongside.star.map_it.queries.answering import payload_of
from alongside.star.map_it.rules.answering import is_group_confirmed


@transaction.atomic
def begin_answers(
    round_: Round, *, submission_key: UUID, by: Actor, group: str = "", resident_kind: str = ""
) -> Response:
    """Begin to answer in one hat. Nothing counts until it is sent."""
    window = lock_round(round_)
    participant = join_activity(round_.activity, by=by, group=group, resident_kind=resident_kind)
    confirmed = is_group_confirmed(participant.group, vouched_for=participant.group_confirmed)
    if confirmed != participant.group_confirmed:
        participant.group_confirmed = confirmed
        participant.save(update_fields=["group_confirmed"])
    return begin_response(
        participant,
        submission_key=submission_key,
        instrument_version=round_.instrument_version,
        window=window,
        by=by,
    )


@transaction.atomic
def begin_as_guest(round_: Round, *, submission_key: UUID, network: str) -> tuple[Seat, str]:
    """Begin with a seat of one's own, or not at all; return it with its cookie's value."""
    refuse_flood(round_.activity_id, network)
    seat, cookie, _words = take_seat(
        round_.place, activity_id=round_.activity_id, group=Group.RESIDENT, group_confirmed=False
    )
    begin_answers(round_, submission_key=submission_key, by=actor_of_seat(seat))
    return seat, cookie


def save_answers(
    round_: Round,
    response: Response,
    *,
    service: Service,
    answers: Mapping[str, tuple[str, str]],
    by: Actor,
) -> Response:
    """Keep answers about one service: for each Co how often it happens, and who has the say."""

    def write(response: Response) -> None:
        refuse_foreign(round_, [service])
        _refuse_off_the_scale(answers)
        for co, (code, say) in answers.items():
            CoAnswer.objects.in_place(round_.place).update_or_create(
                response=response,
                service=service,
                co=co,
                defaults={"place_id": round_.place_id, "code": code, "say": say},
            )

    return change_sheet(round_, response, write, by=by)


def save_ways(
    round_: Round,
    response: Response,
    *,
    service: Service,
    reports: Mapping[str, Mapping[str, Any]],
    by: Actor,
    page: str = "ways",
) -> Response:
    """Keep which ways of working are in use in one service; what is no longer ticked goes.

    `page` is the one that was left: nothing may be ticked on it, and it was answered all the same.
    """

    def write(response: Response) -> None:
        refuse_foreign(round_, [service])
        note_passed(response, page, service=service.slug)
        response.practice_reports.filter(service=service).exclude(way__in=reports).delete()
        for way, details in reports.items():
            PracticeReport.objects.in_place(round_.place).update_or_create(
                response=response,
                service=service,
                way=way,
                defaults={"place_id": round_.place_id, **details},
            )

    return change_sheet(round_, response, write, by=by)


def save_word(
    round_: Round, response: Response, *, text: str, language: str, by: Actor
) -> Response:
    """Keep what somebody adds in their own words; an empty text takes it back."""

    def write(response: Response) -> None:
        note_passed(response, "word")
        words = FreeWord.objects.in_place(round_.place)
        if not text.strip():
            words.filter(response=response).delete()
            return
        words.update_or_create(
            response=response,
            defaults={
                "place_id": round_.place_id,
                "text": text.strip(),
                "language": language,
                "state": FreeWord.State.HELD,
            },
        )

    return change_sheet(round_, response, write, by=by)


@transaction.atomic
def send_answers(
    round_: Round, response: Response, *, submission_key: UUID, seen: Payload, by: Actor
) -> Receipt:
    """Send what the page showed. If another page has changed it since, both are shown instead."""
    window = lock_round(round_)
    sheet = sheet_now(round_, lock_response(response, by=by))
    if not sheet.has_answers:
        raise Refusal("nothing_answered", _("Answer at least one question first."), status=409)
    kept = payload_of(sheet)
    if not sheet.is_sent and kept != dict(seen):
        raise Refusal(
            "submission_conflict",
            _("Your answers were changed on another page."),
            status=409,
            response=response,
        )
    return submit_response(
        response, submission_key=submission_key, payload=seen, window=window, by=by
    )


@transaction.atomic
def withdraw_answers(round_: Round, response: Response, *, by: Actor) -> None:
    """Take one's answers back. They are deleted, not only left out."""
    window = lock_round(round_)
    withdrawn = withdraw_response(response, window=window, by=by)
    withdrawn.co_answers.all().delete()
    withdrawn.practice_reports.all().delete()
    FreeWord.objects.in_place(round_.place).filter(response=withdrawn).delete()


def _refuse_off_the_scale(answers: Mapping[str, tuple[str, str]]) -> None:
    for co, (code, say) in answers.items():
        known = co in Co.values and code in CoAnswer.Code.values
        if not known or say not in ("", *CoAnswer.Say.values):
            raise Refusal("off_the_scale", _("That answer isn't one of the choices."), status=409)
