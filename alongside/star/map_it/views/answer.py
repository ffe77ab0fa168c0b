"""Where people begin to answer: what this is, who sees it, in which hat; and how they come back."""

import uuid
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from alongside.foundation.accounts.network import network_of
from alongside.foundation.consent.helping import help_told
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Group
from alongside.foundation.members.seat_cookies import (
    keep_seat,
    let_go,
)
from alongside.foundation.members.seats import (
    renew_cookie,
)
from alongside.foundation.members.three_words import come_back_page, three_words_page
from alongside.foundation.responses.beginning import key_of_page
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.window import Phase
from alongside.star.map_it.actions.answers import begin_answers, begin_as_guest
from alongside.star.map_it.actions.choosing import choose_services
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.answer_path import first_open
from alongside.star.map_it.queries.answering import Hat, hats_of, services_of
from alongside.star.map_it.rules.answering import can_answer_as_member
from alongside.star.map_it.views.answer_desk import Desk, answer_page, sheet_page
from alongside.star.map_it.views.answer_session import wear_hat

MANY_SERVICES = 6


@require_http_methods(["GET", "HEAD", "POST"])
@answer_page
def begin(desk: Desk) -> HttpResponse:
    """Say what this is, how long it takes and who sees it; begin, or go on."""
    is_member = desk.seat is None and can_answer_as_member(desk.actor, desk.round)
    hats = hats_of(desk.round, desk.actor) if is_member else []
    if desk.request.method == "POST":
        return _begin(desk, hats)
    if desk.phase is not Phase.OPEN and desk.sheet is None:
        return desk.page("closed", {})
    services = services_of(desk.round)
    is_long = bool(hats) or (desk.seat is not None and desk.seat.group != Group.RESIDENT)
    context = {
        "hats": [_hat_line(desk, hat) for hat in hats],
        "services": services,
        "service_names": services if len(services) <= MANY_SERVICES else (),
        "submission_key": uuid.uuid4(),
        "is_long": is_long,
        "is_on_record": desk.round.mode == Round.Mode.ON_RECORD,
        "go_on_url": _go_on_url(desk) if desk.sheet and len(hats) < 2 else "",
        "help_offered": help_told(desk.round.activity),
    }
    return desk.page("begin", context)


def _hat_line(desk: Desk, hat: Hat) -> dict[str, Any]:
    return {
        "group": hat.group,
        "name": desk.wording.group_name(hat.group),
        "is_begun": hat.response is not None,
        "is_sent": hat.response is not None and hat.response.state == Response.State.SUBMITTED,
    }


def _go_on_url(desk: Desk) -> str:
    if desk.mine.is_sent:
        return desk.url("receipt")
    return desk.url_of(first_open(desk.path))


def _begin(desk: Desk, hats: list[Hat]) -> HttpResponse:
    key = key_of_page(desk.request)
    if hats:
        return _begin_as_member(desk, hats, key)
    if desk.sheet is not None:
        return redirect(_go_on_url(desk))
    if desk.seat is not None:
        begin_answers(desk.round, submission_key=key, by=desk.actor)
        return redirect(desk.url("next"))
    return _begin_as_guest(desk, key)


def _begin_as_member(desk: Desk, hats: list[Hat], key: uuid.UUID) -> HttpResponse:
    wanted = desk.request.POST.get("hat") or (hats[0].group if len(hats) == 1 else "")
    hat = next((hat for hat in hats if hat.group == wanted), None)
    if hat is None:
        messages.error(desk.request, _("Choose first in which role you answer."))
        return redirect(desk.url("begin"))
    # A page that was used for one hat may still be open when the next one is begun.
    key = uuid.uuid4() if hat.response is None and _is_used(desk, key) else key
    response = begin_answers(desk.round, submission_key=key, by=desk.actor, group=hat.group)
    wear_hat(desk.request, desk.round, hat.group)
    own = [s for s in services_of(desk.round) if s.pk in hat.services]
    if hat.response is None and own:
        choose_services(desk.round, response, services=own, by=desk.actor)
    return redirect(desk.url("next"))


def _is_used(desk: Desk, key: uuid.UUID) -> bool:
    keys = Response.objects.unscoped(reason="a key is unique everywhere")
    return keys.filter(submission_key=key).exists()


def _begin_as_guest(desk: Desk, key: uuid.UUID) -> HttpResponse:
    seat = _seat_of_double_click(desk, key)
    if seat is not None:
        cookie = renew_cookie(seat)
    else:
        if desk.phase is not Phase.OPEN:
            return desk.page("closed", {}, status=409)
        if _is_used(desk, key):
            key = uuid.uuid4()
        try:
            cookie = _cookie_of_new_seat(desk, key)
        except Refusal as refusal:
            if refusal.code != "too_many_here":
                raise
            return desk.page("crowded", {}, status=refusal.status)
    reply = redirect(desk.url("next"))
    keep_seat(reply, cookie)
    return reply


def _cookie_of_new_seat(desk: Desk, key: uuid.UUID) -> str:
    try:
        network = network_of(desk.request)
        return begin_as_guest(desk.round, submission_key=key, network=network)[1]
    except Refusal as refusal:
        # The other of two presses was faster, by so little that neither saw the other.
        seat = _seat_of_double_click(desk, key) if refusal.code == "key_taken" else None
        if seat is None:
            raise
        return renew_cookie(seat)


def _seat_of_double_click(desk: Desk, key: uuid.UUID) -> Any:
    """Return the seat that the first of two quick presses made, as long as nothing was said."""
    begun = Response.objects.in_place(desk.place).filter(
        activity=desk.round.activity_id,
        submission_key=key,
        state=Response.State.DRAFT,
        draft={},
        resident_kind="",
        co_answers=None,
        participant__seat__isnull=False,
    )
    response = begun.select_related("participant__seat").first()
    return response.participant.seat if response else None


@require_http_methods(["GET", "HEAD"])
@sheet_page
def go_on(desk: Desk) -> HttpResponse:
    """Lead to the first page that still waits for an answer."""
    return redirect(_go_on_url(desk))


@require_http_methods(["GET", "HEAD", "POST"])
@answer_page
def come_back(desk: Desk) -> HttpResponse:
    """Bring somebody back with their three words, on any device, until the round is over."""
    return come_back_page(desk, partial(_welcome_back, desk))


def _welcome_back(desk: Desk, seat: Any) -> HttpResponse:
    slugs = Round.objects.in_place(desk.place).filter(activity=seat.activity_id)
    slug = slugs.values_list("slug", flat=True).first() or desk.round.slug
    reply = redirect("answer:next", place=desk.place.slug, slug=slug)
    keep_seat(reply, renew_cookie(seat))
    return reply


@require_http_methods(["GET", "HEAD", "POST"])
@sheet_page
def leave(desk: Desk) -> HttpResponse:
    """Stop for now: show three words that bring a guest back, once."""
    return three_words_page(desk, "leave")


@require_http_methods(["POST"])
@answer_page
def clear(desk: Desk) -> HttpResponse:
    """Clear a shared device: nothing of this person stays on it, nor opens from its history."""
    if desk.seat is not None:
        renew_cookie(desk.seat)
    messages.success(desk.request, _("This device is clear. Nobody can see your answers from it."))
    reply = redirect(desk.url("begin"))
    let_go(reply)
    return reply
