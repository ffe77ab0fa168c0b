"""A tablet that is passed round a room: each person gets a seat of their own, then it is cleared."""

from typing import Any

from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.members.seats import renew_cookie, seat_of_cookies
from alongside.foundation.places.doors import at_the_front
from alongside.foundation.places.models import Place
from alongside.star.map_it.actions.room import seat_in_room
from alongside.star.map_it.forms.room import TabletForm
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.answering import find_round
from alongside.star.map_it.queries.wording import wording_of
from alongside.star.map_it.views.answer_cookies import keep_seat, let_go
from alongside.star.map_it.views.answer_desk import Page
from alongside.star.map_it.views.room import entering, room_page
from alongside.star.map_it.views.room_tablet_cookie import (
    end_tablet,
    make_tablet,
    tablet_group,
)


def on_tablet(view: Page) -> Page:
    """Let a device in that a facilitator made a tablet of this round; `view(request, round, group)`."""

    @never_cache
    @at_the_front
    def door(request: HttpRequest, place: Place, slug: str) -> HttpResponse:
        round_ = find_round(place, slug, request.actor)  # type: ignore[attr-defined]
        if round_ is None:
            raise Http404
        group = tablet_group(request, round_)
        if group is None:
            return redirect("answer:begin", place=place.slug, slug=round_.slug)
        return view(request, round_, group)

    return door


@require_http_methods(["GET", "HEAD", "POST"])
@entering
def tablet_start(request: HttpRequest, round_: Round) -> HttpResponse:
    """Make this device a tablet for one group; the facilitator is signed out of it."""
    form = TabletForm(request.POST or None, wording=wording_of(round_, round_.place))
    if form.is_valid():
        logout(request)
        reply = _to_tablet(round_)
        make_tablet(reply, round_, form.cleaned_data["group"])
        let_go(reply)
        return reply
    return room_page(request, "room/tablet_start", round_, {"form": form})


@require_safe
@on_tablet
def tablet(request: HttpRequest, round_: Round, group: str) -> HttpResponse:
    """Between two people: nothing of anybody is on the device."""
    wording = wording_of(round_, round_.place)
    context: dict[str, Any] = {"group_name": wording.group_name(group, plural=True)}
    return room_page(request, "room/tablet", round_, context)


@require_POST
@on_tablet
def tablet_begin(request: HttpRequest, round_: Round, group: str) -> HttpResponse:
    """Give the next person a seat of their own."""
    _forget(request, round_)
    reply = redirect("answer:next", place=round_.place.slug, slug=round_.slug)
    _seat, cookie = seat_in_room(round_, group=group)
    keep_seat(request, reply, cookie, until_closed=True)
    return reply


@require_POST
@on_tablet
def tablet_next(request: HttpRequest, round_: Round, group: str) -> HttpResponse:
    """Clear everything of the person before; pages in the history open nothing any more."""
    _forget(request, round_)
    reply = _to_tablet(round_)
    let_go(reply)
    return reply


@require_POST
@on_tablet
def tablet_end(request: HttpRequest, round_: Round, group: str) -> HttpResponse:
    """Make it an ordinary device again."""
    _forget(request, round_)
    reply = redirect("answer:begin", round_.place.slug, round_.slug)
    let_go(reply)
    end_tablet(reply)
    return reply


def _forget(request: HttpRequest, round_: Round) -> None:
    seat = seat_of_cookies(request.COOKIES)
    if seat is not None and seat.activity_id == round_.activity_id:
        renew_cookie(seat)


def _to_tablet(round_: Round) -> HttpResponse:
    return redirect("answer:tablet", place=round_.place.slug, slug=round_.slug)
