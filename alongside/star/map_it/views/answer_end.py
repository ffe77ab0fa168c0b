"""The end of a sheet: check it, send it, keep a receipt, change or withdraw it."""

import uuid
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.seat_cookies import (
    forget_words,
    hand_over_words,
    let_go,
    words_handed_over,
)
from alongside.foundation.members.seats import renew_words
from alongside.foundation.responses.payload import Payload
from alongside.foundation.responses.window import Phase
from alongside.star.map_it.actions.answers import send_answers, withdraw_answers
from alongside.star.map_it.queries.answer_case import case_to_learn_from
from alongside.star.map_it.queries.answer_path import stop_before
from alongside.star.map_it.queries.answer_summary import Line, Summary, summary_of
from alongside.star.map_it.queries.answering import payload_of
from alongside.star.map_it.queries.vouching import code_to_confirm
from alongside.star.map_it.views.answer_desk import Desk, answer_page, sheet_page
from alongside.star.map_it.views.answer_record import record_choice
from alongside.star.map_it.views.answer_session import help_seat
from alongside.star.map_it.views.room_tablet_cookie import is_on_tablet

SEEN_SALT = "answer.seen"


@require_http_methods(["GET", "HEAD", "POST"])
@sheet_page
def check(desk: Desk) -> HttpResponse:
    """Everything that was said, to check; one press sends it."""
    if desk.request.method == "POST":
        return _send(desk)
    if desk.mine.is_sent:
        return redirect(desk.url("receipt"))
    return _check_page(desk)


def _check_page(desk: Desk, *, status: int = 200, **context: Any) -> HttpResponse:
    payload = payload_of(desk.mine)
    summary = _summary(desk, payload)
    before = stop_before(desk.path, "check", {})
    more = {
        "summary": _rows(desk, summary),
        "seen": signing.dumps(payload, salt=SEEN_SALT, compress=True),
        "back_url": desk.url_of(before) if before else desk.url("begin"),
        "missing_count": len(desk.mine.missing(desk.wording.cos)),
    }
    return desk.page("check", {**more, **context}, status=status)


def _send(desk: Desk) -> HttpResponse:
    posted = desk.request.POST
    try:
        seen: Payload = signing.loads(posted.get("seen", ""), salt=SEEN_SALT)
        key = uuid.UUID(posted.get("submission_key", ""))
    except (signing.BadSignature, ValueError):
        return redirect(desk.url("check"))
    try:
        receipt = send_answers(
            desk.round, desk.mine.response, submission_key=key, seen=seen, by=desk.actor
        )
    except Refusal as refusal:
        return _refused(desk, seen, refusal)
    reply = redirect(desk.url("receipt"))
    if desk.seat is not None and not receipt.is_repeat:
        hand_over_words(reply, renew_words(desk.seat))
    return reply


def _refused(desk: Desk, seen: Payload, refusal: Refusal) -> HttpResponse:
    if refusal.code == "nothing_answered":
        return _check_page(desk, status=409, nothing_answered=refusal.words, has_errors=True)
    if refusal.code != "submission_conflict":
        raise refusal
    kept, shown = _summary(desk, payload_of(desk.mine)), _summary(desk, seen)
    return desk.page("conflict", {"differences": _differences(kept, shown)}, status=409)


def _summary(desk: Desk, payload: Payload) -> Summary:
    named = {*payload["answers"], *payload["ways"]}
    services = tuple(s for s in desk.mine.services if s.slug in named or s in desk.mine.chosen)
    return summary_of(payload, services, desk.wording, is_short=desk.mine.is_short)


def _differences(kept: Summary, shown: Summary) -> list[list[str]]:
    """Return what differs: the question, what is kept here, and what the page showed."""
    before, after = _flat(shown), _flat(kept)
    return [
        [key, after.get(key, _("no answer yet")), before.get(key, _("no answer yet"))]
        for key in dict.fromkeys([*after, *before])
        if after.get(key) != before.get(key)
    ]


def _flat(summary: Summary) -> dict[str, str]:
    lines = {f"{p.service.name}: {line.key}": line.value for p in summary.parts for line in p.lines}
    lines[summary.word.key] = summary.word.value
    if summary.kind:
        lines[summary.kind.key] = summary.kind.value
    return lines


def _rows(desk: Desk, summary: Summary) -> dict[str, Any]:
    """Return the summary as rows to show, each with its way to change it."""

    def row(line: Line) -> dict[str, Any]:
        action = {
            "text": _("Answer") if line.is_missing else _("Change"),
            "url": desk.url(line.page, **line.at) + "?from=check",
            "hidden": line.key,
        }
        return {"key": line.key, "value": line.value, "actions": [action]}

    about_you = [row(summary.kind)] if summary.kind else []
    return {
        "parts": [
            {"name": part.service.name, "rows": [row(line) for line in part.lines]}
            for part in summary.parts
        ],
        "more": [*about_you, row(summary.word)],
    }


@require_http_methods(["GET", "HEAD"])
@answer_page
def receipt(desk: Desk) -> HttpResponse:
    """It counted: how to come back, how to change it, what happens next."""
    if desk.sheet is None:
        return redirect(desk.url("begin"))
    if not desk.sheet.is_sent:
        return redirect(desk.url("next") if desk.phase is not Phase.CLOSED else desk.url("begin"))
    context = {
        "summary": _rows(desk, _summary(desk, payload_of(desk.sheet))),
        "words_to_keep": words_handed_over(desk.request),
        "can_change": desk.phase is Phase.OPEN,
        "record_choice": record_choice(desk),
        "code_to_confirm": _code_to_confirm(desk),
        "case": None if desk.sheet.is_short else case_to_learn_from(desk.place, desk.sheet),
        "is_on_tablet": is_on_tablet(desk.request, desk.round),
        "group_name": desk.wording.group_name(desk.sheet.response.group, plural=True),
    }
    reply = desk.page("receipt", context)
    forget_words(reply)
    return reply


def _code_to_confirm(desk: Desk) -> str:
    response = desk.mine.response
    waits = desk.seat is not None and not response.group_confirmed
    return code_to_confirm(response.participant) if waits and desk.phase is Phase.OPEN else ""


@require_http_methods(["GET", "HEAD", "POST"])
@sheet_page
def withdraw(desk: Desk) -> HttpResponse:
    """Take one's answers back, after being asked once whether that is meant."""
    if desk.request.method != "POST":
        back = desk.url("receipt") if desk.mine.is_sent else desk.url("check")
        return desk.page("withdraw", {"back_url": back})
    withdraw_answers(desk.round, desk.mine.response, by=desk.actor)
    messages.success(desk.request, _("Your answers are withdrawn and deleted."))
    reply = redirect(desk.url("begin"))
    if desk.is_helping:
        help_seat(desk.request, desk.round, None)
    elif desk.seat is not None:
        let_go(reply)
    return reply
