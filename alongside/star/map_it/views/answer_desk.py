"""The door of every page on which somebody answers: whose sheet is it, and is there still time?

A sheet is found by the page's own signed token, by the account, or by the guest's cookie. The
token stands in each form (trust 14): what was typed is kept even when the session or the cookie
has gone meanwhile, and a page always writes to the sheet that it showed.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.contrib import messages
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from alongside.foundation.history.actor import Actor
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Seat
from alongside.foundation.members.seat_cookies import keep_seat
from alongside.foundation.members.seats import renew_cookie, seat_of_cookies
from alongside.foundation.places.doors import at_the_front
from alongside.foundation.places.models import Place, Service
from alongside.foundation.responses.page_token import (
    author_of_page,
    page_token,
    refused_as_forgery,
)
from alongside.foundation.responses.window import Phase
from alongside.star.map_it.models import Round
from alongside.star.map_it.queries.answer_path import Stop, path_of
from alongside.star.map_it.queries.answering import (
    Sheet,
    find_round,
    response_of,
    sheet_of,
    window_of,
)
from alongside.star.map_it.queries.wording import Wording, wording_of
from alongside.star.map_it.rules.answering import can_answer_as_member
from alongside.star.map_it.views.answer_session import helped_seat, worn_hat


@dataclass
class Desk:
    """Where one person answers one round."""

    request: HttpRequest
    place: Place
    round: Round
    actor: Actor
    seat: Seat | None
    sheet: Sheet | None
    is_by_token: bool = False
    is_helping: bool = False

    @cached_property
    def wording(self) -> Wording:
        return wording_of(self.round, self.place)

    @cached_property
    def phase(self) -> Phase:
        return window_of(self.round, timezone.now()).phase

    @property
    def mine(self) -> Sheet:
        """The sheet, on pages that are only shown to somebody who has one."""
        if self.sheet is None:
            raise Http404
        return self.sheet

    @property
    def path(self) -> list[Stop]:
        return path_of(self.mine, self.wording.cos)

    def url(self, name: str, **at: str) -> str:
        base = {"place": self.place.slug, "slug": self.round.slug}
        return reverse(f"answer:{name}", kwargs={**base, **at})

    @property
    def can_write(self) -> bool:
        """Whether anything on the sheet may be changed now; a draft may still be sent in grace."""
        is_draft = self.sheet is not None and not self.sheet.is_sent
        return self.phase is Phase.OPEN or (self.phase is Phase.GRACE and is_draft)

    @property
    def grace_until(self) -> datetime:
        return self.round.closes_at + timedelta(hours=self.round.grace_hours)

    @property
    def next_url(self) -> str:
        return self.url("next")

    @property
    def check_url(self) -> str:
        return self.url("check")

    @property
    def receipt_url(self) -> str:
        return self.url("receipt")

    def url_of(self, stop: Stop) -> str:
        return self.url(stop.name, **stop.at)

    def service(self, slug: str) -> Service:
        """Return a service of this round by its address."""
        found = next((s for s in self.mine.services if s.slug == slug), None)
        if found is None:
            raise Http404
        return found

    def page(self, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        """Show a page with what all of them need."""
        common = {
            "desk": self,
            "round": self.round,
            "activity": self.round.activity,
            "sheet": self.sheet,
            "wording": self.wording,
            "page_token": page_token(self.sheet.response, self.seat) if self.sheet else "",
        }
        return render(
            self.request, f"map_it/answer/{template}.html", {**common, **context}, status=status
        )


Page = Callable[..., HttpResponse]


def answer_page(view: Page) -> Page:
    """Let everyone to a page of a round that they may know of; `view(desk, ...)`."""

    @never_cache
    @csrf_exempt
    @at_the_front
    @wraps(view)
    def door(request: HttpRequest, place: Place, slug: str, **kwargs: Any) -> HttpResponse:
        desk = _open_desk(request, place, slug)
        if not desk.is_by_token and (refused := refused_as_forgery(request)) is not None:
            return refused
        return _with_what_was_lost(desk, view(desk, **kwargs))

    return door


def sheet_page(view: Page) -> Page:
    """Let those in who have a sheet here, while there is time; others to where they begin."""

    @answer_page
    @wraps(view)
    def door(desk: Desk, **kwargs: Any) -> HttpResponse:
        if desk.sheet is None:
            return redirect(desk.url("begin"))
        if not desk.can_write:
            return desk.page("closed", {}, status=409 if desk.request.method == "POST" else 200)
        return view(desk, **kwargs)

    return door


def _open_desk(request: HttpRequest, place: Place, slug: str) -> Desk:
    round_ = find_round(place, slug, request.actor)  # type: ignore[attr-defined]
    if round_ is None:
        raise Http404
    if (by_token := _desk_by_token(request, round_)) is not None:
        return by_token
    seat = helped_seat(request, round_)
    is_helping = seat is not None
    if seat is None and not can_answer_as_member(request.actor, round_):  # type: ignore[attr-defined]
        seat = seat_of_cookies(request.COOKIES)
        if seat is not None and seat.activity_id != round_.activity_id:
            seat = None
    actor = actor_of_seat(seat) if seat else request.actor  # type: ignore[attr-defined]
    response = response_of(round_, actor, group=None if seat else worn_hat(request, round_))
    sheet = sheet_of(round_, response) if response else None
    return Desk(request, place, round_, actor, seat, sheet, is_helping=is_helping)


def _desk_by_token(request: HttpRequest, round_: Round) -> Desk | None:
    token = request.POST.get("page", "") if request.method == "POST" else ""
    author = author_of_page(request, token, round_.activity)
    if author is None:
        return None
    sheet = sheet_of(round_, author.response)
    desk = Desk(request, round_.place, round_, author.actor, author.seat, sheet, is_by_token=True)
    helped = helped_seat(request, round_)
    desk.is_helping = helped is not None and helped == author.seat
    return desk


def _with_what_was_lost(desk: Desk, response: HttpResponse) -> HttpResponse:
    """After a save by a page whose session or cookie had gone: bring its author back in."""
    if not (desk.is_by_token and isinstance(response, HttpResponseRedirect)) or desk.is_helping:
        return response
    request = desk.request
    if desk.seat is not None:
        if seat_of_cookies(request.COOKIES) is None:
            keep_seat(response, renew_cookie(desk.seat))
        return response
    if not request.user.is_authenticated:
        messages.info(request, _("Your answer is kept. Sign in to go on."))
        return redirect_to_login(response.url)
    return response
