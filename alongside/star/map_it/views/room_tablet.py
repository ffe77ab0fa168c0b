"""A tablet that is passed round a room: each person gets a seat of their own, then it is cleared."""

from typing import Any

from django.contrib import messages
from django.contrib.auth import logout
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.members.seat_cookies import keep_seat, let_go
from alongside.foundation.members.seats import renew_cookie, seat_of_cookies
from alongside.foundation.places.doors import at_the_front
from alongside.foundation.places.models import Place
from alongside.star.map_it.actions.tablets import (
    close_tablet,
    finish_with_tablet,
    open_tablet,
    seat_at_tablet,
)
from alongside.star.map_it.forms.room import TabletForm
from alongside.star.map_it.models import Round, Tablet
from alongside.star.map_it.queries.answering import find_round
from alongside.star.map_it.queries.wording import wording_of
from alongside.star.map_it.views.answer_desk import Page
from alongside.star.map_it.views.room import entering, room_page
from alongside.star.map_it.views.room_tablet_cookie import (
    forget_code,
    keep_code,
    tablet_of,
)


def on_tablet(view: Page) -> Page:
    """Let a device in that a facilitator made a tablet of this round; `view(request, tablet)`."""

    @never_cache
    @at_the_front
    def door(request: HttpRequest, place: Place, slug: str) -> HttpResponse:
        round_ = find_round(place, slug, request.actor)  # type: ignore[attr-defined]
        if round_ is None:
            raise Http404
        tablet = tablet_of(request, round_)
        if tablet is None:
            return redirect("answer:begin", place=place.slug, slug=round_.slug)
        if not tablet.is_open:
            return _closed(request, round_)
        return view(request, tablet)

    return door


def _closed(request: HttpRequest, round_: Round) -> HttpResponse:
    """Say that it was closed meanwhile, or its hours are over; nothing of anybody stays on it."""
    _forget(request, round_)
    reply = room_page(request, "room/tablet_closed", round_, {}, status=410)
    let_go(reply)
    forget_code(reply)
    return reply


@require_http_methods(["GET", "HEAD", "POST"])
@entering
def tablet_start(request: HttpRequest, round_: Round) -> HttpResponse:
    """Make this device a tablet for one group; the facilitator is signed out of it."""
    form = TabletForm(request.POST or None, wording=wording_of(round_, round_.place))
    if form.is_valid():
        _tablet, code = open_tablet(round_, group=form.cleaned_data["group"], by=request.actor)  # type: ignore[attr-defined]
        logout(request)
        reply = _to_tablet(round_)
        keep_code(reply, code)
        let_go(reply)
        return reply
    return room_page(request, "room/tablet_start", round_, {"form": form})


@require_safe
@on_tablet
def tablet(request: HttpRequest, tablet: Tablet) -> HttpResponse:
    """Between two people: nothing of anybody is on the device."""
    round_ = tablet.round
    wording = wording_of(round_, round_.place)
    group_name = wording.group_name(tablet.group, plural=True)
    context: dict[str, Any] = {"group_name": group_name, "number": tablet.number}
    return room_page(request, "room/tablet", round_, context)


@require_POST
@on_tablet
def tablet_begin(request: HttpRequest, tablet: Tablet) -> HttpResponse:
    """Give the next person a seat of their own."""
    round_ = tablet.round
    _forget(request, round_)
    reply = redirect("answer:next", place=round_.place.slug, slug=round_.slug)
    _seat, cookie = seat_at_tablet(tablet)
    keep_seat(reply, cookie, until_closed=True)
    return reply


@require_POST
@on_tablet
def tablet_next(request: HttpRequest, tablet: Tablet) -> HttpResponse:
    """Clear everything of the person before; pages in the history open nothing any more."""
    _forget(request, tablet.round)
    reply = _to_tablet(tablet.round)
    let_go(reply)
    return reply


@require_POST
@on_tablet
def tablet_end(request: HttpRequest, tablet: Tablet) -> HttpResponse:
    """Make it an ordinary device again."""
    round_ = tablet.round
    _forget(request, round_)
    finish_with_tablet(tablet)
    reply = redirect("answer:begin", round_.place.slug, round_.slug)
    let_go(reply)
    forget_code(reply)
    return reply


@require_POST
@entering
def tablet_close(request: HttpRequest, round_: Round, *, number: int) -> HttpResponse:
    """Close a tablet from elsewhere: it was lost, or stays in another room."""
    found = Tablet.objects.visible_to(request.actor).filter(round=round_)  # type: ignore[attr-defined]
    tablet = get_object_or_404(found.select_related("round", "place"), number=number)
    close_tablet(tablet, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Tablet %(number)s is closed.") % {"number": tablet.number})
    return redirect("answer:room", place=round_.place.slug, slug=round_.slug)


def _forget(request: HttpRequest, round_: Round) -> None:
    seat = seat_of_cookies(request.COOKIES)
    if seat is not None and seat.activity_id == round_.activity_id:
        renew_cookie(seat)


def _to_tablet(round_: Round) -> HttpResponse:
    return redirect("answer:tablet", place=round_.place.slug, slug=round_.slug)
