"""Pages of those who answer: begin, one page after the other, check, send, come back, take back."""

import uuid
from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.engines.questions.kinds import NOT_ANSWERED
from alongside.foundation.accounts.network import network_of
from alongside.foundation.consent.helping import help_told
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.groups import group_name
from alongside.foundation.members.models import Group, Seat
from alongside.foundation.members.queries import groups_of
from alongside.foundation.members.seat_cookies import keep_seat, let_go
from alongside.foundation.members.seats import renew_cookie
from alongside.foundation.members.three_words import come_back_page, three_words_page
from alongside.foundation.places.vocabulary import words_of
from alongside.foundation.questionnaires.actions import answering as actions
from alongside.foundation.questionnaires.forms.answering import PageForm, TurnForm
from alongside.foundation.questionnaires.panels.sheet import heading_of, said_on, turn_words
from alongside.foundation.questionnaires.queries.answering import payload_of
from alongside.foundation.questionnaires.queries.finding import contents_of, newest_version
from alongside.foundation.questionnaires.views.answer_desk import Desk, answer_page, sheet_page
from alongside.foundation.responses.beginning import key_of_page, seat_of_double_click
from alongside.foundation.responses.payload import digest_of
from alongside.foundation.responses.window import Phase

READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])


@READ_AND_WRITE
@answer_page
def begin(desk: Desk) -> HttpResponse:
    """Say what this is, who sees it and who decides; begin, or go on."""
    if desk.response is not None:
        return redirect(_go_on_url(desk))
    if desk.phase is not Phase.OPEN:
        return desk.page("closed", {}, status=409 if desk.request.method == "POST" else 200)
    groups = groups_of(desk.place, desk.actor) if desk.is_member else []
    if desk.request.method == "POST":
        return _begun_as_member(desk, groups) if desk.is_member else _begun_as_guest(desk)
    contents = contents_of(newest_version(desk.questionnaire))
    words = words_of(desk.place)
    context = {
        "submission_key": uuid.uuid4(),
        "question_count": sum(one.kind not in NOT_ANSWERED for one in contents.questions()),
        "groups": [(group, group_name(words, group)) for group in groups],
        "help_offered": help_told(desk.questionnaire.activity),
    }
    return desk.page("begin", context)


def _begun_as_member(desk: Desk, groups: list[str]) -> HttpResponse:
    wanted = desk.request.POST.get("group") or (groups[0] if len(groups) == 1 else "")
    if groups and wanted not in groups:
        messages.error(desk.request, _("Choose first in which role you answer."))
        return redirect(desk.url("begin"))
    # Of somebody without a group nobody has said that they are a resident either.
    actions.begin_answers(
        desk.questionnaire,
        submission_key=key_of_page(desk.request),
        language=get_language() or "",
        group=wanted or Group.RESIDENT,
        is_confirmed=None if wanted else False,
        by=desk.actor,
    )
    return redirect(desk.next_url)


def _begun_as_guest(desk: Desk) -> HttpResponse:
    key = key_of_page(desk.request)
    if desk.seat is not None:  # whoever took their answers back begins anew in the same seat
        actions.begin_answers(
            desk.questionnaire, submission_key=key, language=get_language() or "", by=desk.actor
        )
        return redirect(desk.next_url)
    seat = seat_of_double_click(desk.questionnaire.activity, key)
    try:
        cookie = renew_cookie(seat) if seat else _cookie_of_new_seat(desk, key)
    except Refusal as refusal:
        if refusal.code != "too_many_here":
            raise
        return desk.page("crowded", {}, status=refusal.status)
    reply = redirect(desk.next_url)
    keep_seat(reply, cookie)
    return reply


def _cookie_of_new_seat(desk: Desk, key: uuid.UUID) -> str:
    language, network = get_language() or "", network_of(desk.request)
    begin_anew = partial(
        actions.begin_as_guest, desk.questionnaire, language=language, network=network
    )
    try:
        return begin_anew(submission_key=key)[1]
    except Refusal as refusal:
        if refusal.code != "key_taken":
            raise
        # The other of two presses was faster; or the page was used, and its answers were sent.
        seat = seat_of_double_click(desk.questionnaire.activity, key)
        return renew_cookie(seat) if seat else begin_anew(submission_key=uuid.uuid4())[1]


def _go_on_url(desk: Desk) -> str:
    return desk.url("receipt") if desk.mine.is_sent else desk.url_of(desk.mine.first_open)


@require_safe
@sheet_page
def go_on(desk: Desk) -> HttpResponse:
    """Lead to the first page that still waits for an answer."""
    return redirect(_go_on_url(desk))


@READ_AND_WRITE
@sheet_page
def page(desk: Desk, key: str) -> HttpResponse:
    """One page of questions."""
    sheet = desk.mine
    shown = sheet.page(key)
    if shown is None or shown.again:
        return redirect(_go_on_url(desk))  # an old link perhaps
    data = desk.request.POST if desk.request.method == "POST" else None
    form = PageForm(data, sheet=sheet, page=shown)
    if data is not None and form.is_valid():
        return _onward(
            desk, key, partial(actions.keep_page, told=form.told, declined=form.declined)
        )
    context = {
        "form": form,
        "where": heading_of(shown),
        "number": sheet.pages.index(shown) + 1,
        "count": len(sheet.pages),
        "back_url": _back_url(desk, key),
    }
    return desk.page("page", context, status=422 if form.is_bound else 200)


@READ_AND_WRITE
@sheet_page
def turn(desk: Desk, key: str) -> HttpResponse:
    """Whether a group of questions is asked once more, for another of them."""
    shown = desk.mine.page(key)
    if shown is None or shown.again is None:
        return redirect(_go_on_url(desk))  # an old link perhaps
    form = TurnForm(desk.request.POST if desk.request.method == "POST" else None)
    if form.is_valid():
        once_more = form.cleaned_data["again"] == "yes"
        return _onward(desk, key, partial(actions.keep_turn, once_more=once_more))
    form.fields["again"].label = title = turn_words(shown)
    context = {"form": form, "title": title, "back_url": _back_url(desk, key)}
    return desk.page("turn", context, status=422 if form.is_bound else 200)


def _onward(desk: Desk, key: str, keep: Callable[..., Any]) -> HttpResponse:
    """Keep what was said, and lead to what comes next as things stand now."""
    was_sent = desk.mine.is_sent
    sheet = keep(desk.questionnaire, desk.mine.response, key=key, by=desk.actor)
    is_a_turn = sheet.page(key) is None
    if was_sent and not sheet.missing and not is_a_turn:
        return redirect(desk.url("receipt"))
    following = sheet.after(key) or sheet.first_open
    if is_a_turn:  # the question whether it comes once more has become that turn
        following = next((one for one in sheet.pages if one.key.startswith(f"{key}/")), following)
    return redirect(desk.url_of(following))


def _back_url(desk: Desk, key: str) -> str:
    if desk.mine.is_sent:
        return desk.url("receipt")
    before = desk.mine.before(key)
    return desk.url_of(before) if before else ""


@require_POST
@sheet_page
def drop(desk: Desk, key: str) -> HttpResponse:
    """Take one turn of a repeated group out again."""
    actions.drop_turn(desk.questionnaire, desk.mine.response, key=key, by=desk.actor)
    messages.success(desk.request, _("Taken out."))
    return redirect(desk.url("receipt" if desk.mine.is_sent else "check"))


@READ_AND_WRITE
@sheet_page
def check(desk: Desk) -> HttpResponse:
    """Everything that was said, before it is sent."""
    sheet = desk.mine
    if sheet.is_sent:
        return redirect(desk.url("receipt"))
    seen = digest_of(payload_of(sheet.answers))
    status = 200
    if desk.request.method == "POST":
        try:
            return _sent(desk)
        except Refusal as refusal:
            if refusal.code not in {"changed_elsewhere", "nothing_answered", "missing"}:
                raise
            messages.error(desk.request, str(refusal))
            status = refusal.status
    context = {
        "said": said_on(sheet, desk.change_at),
        "seen": seen,
        "back_url": desk.url_of(sheet.pages[-1]),
    }
    return desk.page("check", context, status=status)


def _sent(desk: Desk) -> HttpResponse:
    actions.send_answers(
        desk.questionnaire,
        desk.mine.response,
        submission_key=desk.mine.response.submission_key,
        seen=desk.request.POST.get("seen", ""),
        by=desk.actor,
    )
    return redirect(desk.url("receipt"))


@require_safe
@answer_page
def receipt(desk: Desk) -> HttpResponse:
    """What was sent, and what happens next; each answer can be changed while there is time."""
    if desk.response is None or not desk.mine.is_sent:
        return redirect(desk.url("begin"))
    return desk.page(
        "receipt",
        {
            "said": said_on(desk.mine, desk.change_at if desk.can_write else None),
            "more": [(turn_words(one), desk.url_of(one)) for one in desk.mine.pages if one.again],
        },
    )


@READ_AND_WRITE
@sheet_page
def withdraw(desk: Desk) -> HttpResponse:
    """Take the answers back: they are deleted."""
    if desk.request.method == "POST":
        actions.withdraw_answers(desk.questionnaire, desk.mine.response, by=desk.actor)
        messages.success(desk.request, _("Your answers were deleted. They count no longer."))
        return redirect(desk.url("begin"))
    back = desk.url("receipt") if desk.mine.is_sent else desk.url("check")
    return desk.page("withdraw", {"back_url": back})


@READ_AND_WRITE
@sheet_page
def leave(desk: Desk) -> HttpResponse:
    """Stop for now: show three words that bring a guest back, once."""
    return three_words_page(desk, "leave")


@READ_AND_WRITE
@answer_page
def come_back(desk: Desk) -> HttpResponse:
    """Bring somebody back with their three words, on any device, until it is over."""
    return come_back_page(desk, partial(_welcome_back, desk))


def _welcome_back(desk: Desk, seat: Seat) -> HttpResponse:
    if seat.activity_id != desk.questionnaire.activity_id:
        raise Refusal("other_questionnaire", _("These three words belong to something else."))
    reply = redirect(desk.next_url)
    keep_seat(reply, renew_cookie(seat))
    return reply


@require_POST
@answer_page
def clear(desk: Desk) -> HttpResponse:
    """Clear a shared device: nothing of this person stays on it, nor opens from its history."""
    if desk.seat is not None:
        renew_cookie(desk.seat)
    messages.success(desk.request, _("This device is clear. Nobody can see your answers from it."))
    reply = redirect(desk.url("begin"))
    let_go(reply)
    return reply
