"""The door of every page on which somebody rates: whose sheet is it?

A sheet is found by the page's own token, by the account, or by the guest's cookie, in this order.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from alongside.foundation.history.actor import Actor
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Seat
from alongside.foundation.members.seats import seat_of_cookies
from alongside.foundation.places.doors import at_the_front
from alongside.foundation.places.models import Place
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.page_token import (
    author_of_page,
    page_token,
    refused_as_forgery,
)
from alongside.foundation.responses.window import Phase
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.matrices import find_matrix, window_of
from alongside.star.focus_it.queries.rating import RatingSheet, response_of, sheet_of
from alongside.star.focus_it.rules.rating import can_rate_as_member

View = Callable[..., HttpResponse]


@dataclass
class Desk:
    """Where one person rates one matrix."""

    request: HttpRequest
    place: Place
    matrix: Matrix
    actor: Actor
    seat: Seat | None
    response: Response | None
    is_by_token: bool = False

    @cached_property
    def sheet(self) -> RatingSheet:
        return sheet_of(self.matrix, self.response)

    @property
    def room(self) -> Room:
        return self.matrix.room

    @property
    def mine(self) -> Response:
        """The sheet's envelope, on pages that are only shown to somebody who has one."""
        if self.response is None:
            raise Http404
        return self.response

    @property
    def is_asking(self) -> bool:
        """Whether ratings made now count."""
        is_in_time = window_of(self.room, timezone.now()).phase is Phase.OPEN
        return self.room.stage == Room.Stage.ASKING and is_in_time

    @property
    def may_begin(self) -> bool:
        return window_of(self.room, timezone.now()).phase is Phase.OPEN

    def url(self, name: str, **at: Any) -> str:
        base = {"place": self.place.slug, "slug": self.matrix.slug}
        return reverse(f"rate:{name}", kwargs={**base, **at})

    def page(self, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        """Show a page with what all of them need."""
        common = {
            "desk": self,
            "matrix": self.matrix,
            "room": self.room,
            "activity": self.matrix.activity,
            "page_token": page_token(self.response, self.seat) if self.response else "",
        }
        return render(
            self.request, f"focus_it/rate/{template}.html", {**common, **context}, status=status
        )


def rate_page(view: View) -> View:
    """Let everyone to a page of a matrix that is asked or was; `view(desk, ...)`."""

    @never_cache
    @csrf_exempt
    @at_the_front
    @wraps(view)
    def door(request: HttpRequest, place: Place, slug: str, **kwargs: Any) -> HttpResponse:
        matrix = find_matrix(place, slug)
        if matrix is None or matrix.room.stage == Room.Stage.PREPARING:
            raise Http404
        desk = open_desk(request, matrix)
        if not desk.is_by_token and (refused := refused_as_forgery(request)) is not None:
            return refused
        return view(desk, **kwargs)

    return door


def sheet_page(view: View) -> View:
    """Let those in who have a sheet here; others to where they begin."""

    @rate_page
    @wraps(view)
    def door(desk: Desk, **kwargs: Any) -> HttpResponse:
        if desk.response is None:
            return redirect(desk.url("begin"))
        return view(desk, **kwargs)

    return door


def open_desk(request: HttpRequest, matrix: Matrix) -> Desk:
    """Find whose sheet this is."""
    token = request.POST.get("page", "") if request.method == "POST" else ""
    author = author_of_page(request, token, matrix.activity)
    if author is not None:
        place = matrix.place
        return Desk(request, place, matrix, author.actor, author.seat, author.response, True)  # noqa: FBT003 - by token
    seat = None
    actor: Actor = request.actor  # type: ignore[attr-defined]
    if not can_rate_as_member(actor, matrix):
        seat = seat_of_cookies(request.COOKIES)
        if seat is not None and seat.activity_id != matrix.activity_id:
            seat = None
        actor = actor_of_seat(seat) if seat else actor
    return Desk(request, matrix.place, matrix, actor, seat, response_of(matrix, actor))
