"""The door of every page on which somebody answers: whose sheet is it, and is there still time?

A sheet is found by the page's own token, by the account, or by the guest's cookie, in this order
(trust 14).
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import cached_property
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from alongside.engines.questions.pages import Page
from alongside.foundation.history.actor import Actor
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Seat
from alongside.foundation.members.seat_cookies import keep_seat
from alongside.foundation.members.seats import renew_cookie, seat_of_cookies
from alongside.foundation.places.doors import actor_of, at_the_front
from alongside.foundation.places.models import Place
from alongside.foundation.questionnaires.models import Questionnaire
from alongside.foundation.questionnaires.queries.answering import Sheet, response_of, sheet_of
from alongside.foundation.questionnaires.queries.finding import find_questionnaire, window_of
from alongside.foundation.questionnaires.rules import can_answer_as_member
from alongside.foundation.responses.models import Response
from alongside.foundation.responses.page_token import (
    author_of_page,
    page_token,
    refused_as_forgery,
)
from alongside.foundation.responses.window import Phase

View = Callable[..., HttpResponse]


@dataclass
class Desk:
    """Where one person answers one questionnaire."""

    request: HttpRequest
    place: Place
    questionnaire: Questionnaire
    actor: Actor
    seat: Seat | None
    response: Response | None
    is_by_token: bool = False

    @cached_property
    def sheet(self) -> Sheet | None:
        return sheet_of(self.response) if self.response else None

    @property
    def mine(self) -> Sheet:
        """The sheet, on pages that are only shown to somebody who has one."""
        if self.sheet is None:
            raise Http404
        return self.sheet

    @cached_property
    def phase(self) -> Phase:
        return window_of(self.questionnaire, timezone.now()).phase

    @property
    def is_member(self) -> bool:
        return self.seat is None and can_answer_as_member(self.actor, self.questionnaire)

    @property
    def can_write(self) -> bool:
        """Whether anything on the sheet may be changed now; a draft may still be sent in grace."""
        is_draft = self.sheet is not None and not self.sheet.is_sent
        return self.phase is Phase.OPEN or (self.phase is Phase.GRACE and is_draft)

    @property
    def grace_until(self) -> datetime | None:
        closes = self.questionnaire.closes_at
        return closes + timedelta(hours=self.questionnaire.grace_hours) if closes else None

    @property
    def next_url(self) -> str:
        return self.url("next")

    def url(self, name: str, **at: Any) -> str:
        base = {"place": self.place.slug, "slug": self.questionnaire.slug}
        return reverse(f"ask:{name}", kwargs={**base, **at})

    def url_of(self, page: Page | None) -> str:
        """The address of a page of the sheet, or of its end."""
        if page is None:
            return self.url("check")
        return self.url("turn" if page.again else "page", key=page.key)

    def change_at(self, key: str) -> str:
        """The address at which the answers of a page can be changed."""
        return self.url("page", key=key)

    def page(self, template: str, context: dict[str, Any], *, status: int = 200) -> HttpResponse:
        """Show a page with what all of them need."""
        common = {
            "desk": self,
            "questionnaire": self.questionnaire,
            "activity": self.questionnaire.activity,
            "sheet": self.sheet,
            "page_token": page_token(self.response, self.seat) if self.response else "",
        }
        template = f"questionnaires/answer/{template}.html"
        return render(self.request, template, {**common, **context}, status=status)


def answer_page(view: View) -> View:
    """Let everyone to a page of a questionnaire that is open or was; `view(desk, ...)`."""

    @never_cache
    @csrf_exempt
    @at_the_front
    @wraps(view)
    def door(request: HttpRequest, place: Place, slug: str, **kwargs: Any) -> HttpResponse:
        questionnaire = find_questionnaire(place, slug)
        if questionnaire is None or questionnaire.state == Questionnaire.State.PREPARING:
            raise Http404
        desk = _open_desk(request, questionnaire)
        if not desk.is_by_token and (refused := refused_as_forgery(request)) is not None:
            return refused
        return _with_lost_cookie(desk, view(desk, **kwargs))

    return door


def sheet_page(view: View) -> View:
    """Let those in who have a sheet here, while there is time; others to where they begin."""

    @answer_page
    @wraps(view)
    def door(desk: Desk, **kwargs: Any) -> HttpResponse:
        if desk.response is None:
            return redirect(desk.url("begin"))
        if not desk.can_write:
            return desk.page("closed", {}, status=409 if desk.request.method == "POST" else 200)
        return view(desk, **kwargs)

    return door


def _open_desk(request: HttpRequest, questionnaire: Questionnaire) -> Desk:
    place = questionnaire.place
    token = request.POST.get("page", "") if request.method == "POST" else ""
    author = author_of_page(request, token, questionnaire.activity)
    if author is not None:
        response = response_of(questionnaire, author.actor)
        return Desk(
            request, place, questionnaire, author.actor, author.seat, response, is_by_token=True
        )
    seat, actor = None, actor_of(request)
    if not can_answer_as_member(actor, questionnaire):
        seat = seat_of_cookies(request.COOKIES)
        if seat is not None and seat.activity_id != questionnaire.activity_id:
            seat = None
        actor = actor_of_seat(seat) if seat else actor
    response = response_of(questionnaire, actor)
    return Desk(request, place, questionnaire, actor, seat, response)


def _with_lost_cookie(desk: Desk, reply: HttpResponse) -> HttpResponse:
    """After a save by a page whose cookie had gone: bring its author back in."""
    is_lost = desk.is_by_token and desk.seat and seat_of_cookies(desk.request.COOKIES) is None
    if is_lost and desk.seat and isinstance(reply, HttpResponseRedirect):
        keep_seat(reply, renew_cookie(desk.seat))
    return reply
