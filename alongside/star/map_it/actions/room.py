"""Writes of a facilitator in a room: what a table agreed on, dots on a sheet, seats for others.

An agreed position stands beside the answers and is never counted among them. Dots and what is said
on a tablet are answers of single people, and are counted as such.
"""

import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor, Channel, OnBehalf
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Seat
from alongside.foundation.members.seats import take_seat
from alongside.foundation.places.models import Service
from alongside.foundation.responses.actions import enter_response
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.window import Phase
from alongside.star.map_it.actions.answers import begin_answers
from alongside.star.map_it.actions.saving import lock_round, refuse_foreign
from alongside.star.map_it.models import AgreedPosition, CoAnswer, Round
from alongside.star.map_it.rules.answering import can_enter_answers

Dots = Mapping[str, Mapping[str, int]]  # Co to code to how many dots


@dataclass(frozen=True)
class Position:
    """What a table agreed on about one Co, and who saw it differently."""

    code: str
    dissent: str = ""


@transaction.atomic
def agree_positions(
    round_: Round,
    *,
    table: str,
    heads: Mapping[str, int],
    service: Service | None,
    positions: Mapping[str, Position],
    submission_key: uuid.UUID,
    by: Actor,
    replaces: bool = False,
) -> list[AgreedPosition]:
    """Note what a table agreed on; `heads` says how many of each group sat there."""
    refuse_unless_may_enter(round_, by)
    _refuse_unless_open(round_)
    if sum(heads.values()) < 2:
        raise Refusal(
            "not_together", _("A position is agreed on by two people or more."), status=409
        )
    if service is not None:
        refuse_foreign(round_, [service])
    rows = [
        AgreedPosition(
            place_id=round_.place_id,
            round=round_,
            table=" ".join(table.split()),
            group=_one_group(heads),
            service=service,
            co=co,
            code=position.code,
            heads={group: n for group, n in heads.items() if n},
            dissent=position.dissent.strip(),
            submission_key=submission_key,
        )
        for co, position in positions.items()
    ]
    return _keep_positions(round_, rows, by=by, replaces=replaces)


def _keep_positions(
    round_: Round, rows: Sequence[AgreedPosition], *, by: Actor, replaces: bool
) -> list[AgreedPosition]:
    earlier = _positions_there(round_, rows)
    if earlier and _is_repeat(earlier, rows):
        return earlier
    if earlier and not replaces:
        raise Refusal(
            "position_there",
            _("This table has already agreed on this."),
            status=409,
            earlier=earlier,
        )
    for position in earlier:
        position.delete()
    made = AgreedPosition.objects.bulk_create(rows)
    verb = "replace_positions" if earlier else "agree_positions"
    record_event(verb, round_, by=by, place_id=round_.place_id)
    return made


def _one_group(heads: Mapping[str, int]) -> str:
    """Return the group that speaks as one; nothing for a mixed table (trust 30)."""
    present = [group for group, n in heads.items() if n]
    return present[0] if len(present) == 1 else ""


def _positions_there(round_: Round, rows: Sequence[AgreedPosition]) -> list[AgreedPosition]:
    if not rows:
        return []
    same = AgreedPosition.objects.in_place(round_.place).filter(
        round=round_, table__iexact=rows[0].table, service=rows[0].service
    )
    return list(same.order_by("pk"))


def _is_repeat(earlier: Sequence[AgreedPosition], rows: Sequence[AgreedPosition]) -> bool:
    """Whether the same page was sent twice."""

    def said(these: Sequence[AgreedPosition]) -> set[tuple[str, str, str, str]]:
        return {(p.co, p.code, p.dissent, str(sorted(p.heads.items()))) for p in these}

    same_page = earlier[0].submission_key == rows[0].submission_key
    return same_page and said(earlier) == said(rows)


@transaction.atomic
def count_dots(
    round_: Round,
    *,
    service: Service,
    group: str,
    dots: Dots,
    sheet: str,
    submission_key: uuid.UUID,
    by: Actor,
    adds: bool = False,
) -> int:
    """Key in a sheet of dots; return how many people's answers it holds.

    Each person put one dot in each row: the longest row says how many people there were, and the
    n-th dots make up one response. Which dots belong together nobody knows, nor works out.
    """
    refuse_unless_may_enter(round_, by)
    window, by, sheet = lock_round(round_), by.through(Channel.ROOM), " ".join(sheet.split())
    refuse_foreign(round_, [service])
    people = _people_of(dots)
    if not adds:
        _refuse_second_keying(round_, service, group, sheet, submission_key)
    is_new = False
    for number, said in enumerate(people):
        receipt = enter_response(
            round_.activity,
            group=group,
            submission_key=uuid.uuid5(submission_key, f"dot {number}"),
            payload={"service": service.slug, "answers": said, "people": len(people)},
            instrument_version=round_.instrument_version,
            window=window,
            by=by,
            batch=sheet,
        )
        if not receipt.is_repeat:
            is_new = True
            keep_codes(receipt.response, service, said)
    if is_new:
        record_event("count_dots", round_, by=by, place_id=round_.place_id)
    return len(people)


def _people_of(dots: Dots) -> list[dict[str, str]]:
    """Return what each person said: the n-th dots of the rows, a code for each Co."""
    rows = {
        co: [code for code, n in codes.items() for _dot in range(n)] for co, codes in dots.items()
    }
    if not any(rows.values()):
        raise Refusal("no_dots", _("Enter at least one dot."), status=409)
    return [
        {co: row[number] for co, row in rows.items() if number < len(row)}
        for number in range(max(len(row) for row in rows.values()))
    ]


def _refuse_second_keying(
    round_: Round, service: Service, group: str, sheet: str, submission_key: uuid.UUID
) -> None:
    there = Response.objects.in_place(round_.place).filter(
        activity=round_.activity_id,
        channel=Channel.ROOM.value,
        batch=sheet,
        group=group,
        co_answers__service=service,
    )
    own = uuid.uuid5(submission_key, "dot 0")
    if there.exists() and not there.filter(submission_key=own).exists():
        raise Refusal(
            "already_keyed",
            _("A sheet of this name was already keyed in for this group and service."),
            status=409,
        )


def keep_codes(response: Response, service: Service, said: Mapping[str, str]) -> None:
    """Store answers that came with an envelope of their own."""
    CoAnswer.objects.bulk_create(
        CoAnswer(place_id=response.place_id, response=response, service=service, co=co, code=code)
        for co, code in said.items()
    )


@transaction.atomic
def seat_for_assisted(
    round_: Round, *, group: str, channel: Channel, on_behalf_of: OnBehalf | None, by: Actor
) -> Seat:
    """Begin for somebody who says their answers by telephone or in person."""
    refuse_unless_may_enter(round_, by)
    seat, _cookie = begun_seat(round_, group, channel, on_behalf_of)
    record_event("assist", round_, by=by.through(channel, on_behalf_of), place_id=round_.place_id)
    return seat


def begun_seat(
    round_: Round, group: str, channel: Channel, on_behalf_of: OnBehalf | None
) -> tuple[Seat, str]:
    """Return a seat on which somebody has begun, and the cookie that opens it."""
    seat, cookie, _words = take_seat(
        round_.place, activity_id=round_.activity_id, group=group, group_confirmed=True
    )
    actor = actor_of_seat(seat).through(channel, on_behalf_of)
    begin_answers(round_, submission_key=uuid.uuid4(), by=actor)
    return seat, cookie


def refuse_unless_may_enter(round_: Round, by: Actor) -> None:
    """Refuse whoever doesn't enter answers for others here."""
    if not can_enter_answers(by, round_):
        raise Refusal("not_allowed", _("Your role here doesn't enter answers for others."))


def _refuse_unless_open(round_: Round) -> None:
    if lock_round(round_).phase not in (Phase.OPEN, Phase.GRACE):
        raise Refusal("closed", _("This isn't open for answers now."), status=409)
