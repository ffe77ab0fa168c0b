"""Pages of those who rate: begin, one item a page, and where one waits for the others."""

import uuid
from collections.abc import Sequence
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.groups import group_name
from alongside.foundation.members.models import Group
from alongside.foundation.members.queries import groups_of
from alongside.foundation.members.seat_cookies import keep_seat, let_go
from alongside.foundation.members.seats import renew_cookie
from alongside.foundation.places.vocabulary import words_of
from alongside.foundation.responses.beginning import key_of_page, seat_of_double_click
from alongside.foundation.rooms.passes import came_through_door
from alongside.star.focus_it.actions.joining import join_as_guest, join_as_member
from alongside.star.focus_it.actions.ratings import Kept, rate
from alongside.star.focus_it.forms.rating import BeginForm, RatingForm, initial_of
from alongside.star.focus_it.panels import listed_by_field, matrix_parts
from alongside.star.focus_it.queries.picture import matrix_picture
from alongside.star.focus_it.queries.rating import Line, list_key, said_words
from alongside.star.focus_it.queries.results import kept_key, results_of
from alongside.star.focus_it.queries.telling import too_few_words, who_rated
from alongside.star.focus_it.rules.rating import can_rate_as_guest, can_rate_as_member
from alongside.star.focus_it.views.rate_desk import Desk, rate_page, sheet_page

READ_AND_WRITE = require_http_methods(["GET", "HEAD", "POST"])

_SAY_AGAIN = {
    Kept.CHANGED: gettext_lazy(
        "The words of this one were changed while you rated it. Look again, then save."
    ),
    Kept.CONFLICT: gettext_lazy(
        "This page was already sent with other answers. Look again, then save."
    ),
    Kept.REFUSED: gettext_lazy("This page was out of date. Look again, then save."),
}


@READ_AND_WRITE
@rate_page
def begin(desk: Desk) -> HttpResponse:
    """Say what this is, who sees it and who decides; begin, or go on."""
    if desk.response is not None:
        return redirect(_next_url(desk))
    if not desk.may_begin:
        return desk.page("closed", {}, status=409 if desk.request.method == "POST" else 200)
    is_member = can_rate_as_member(desk.actor, desk.matrix)
    through_door = came_through_door(desk.request, desk.room)
    if not is_member and not can_rate_as_guest(desk.matrix, came_through_door=through_door):
        return desk.page("door", {})
    held = groups_of(desk.place, desk.actor) if is_member else []
    form = _begin_form(desk, held or Group.values, is_known=bool(held), is_member=is_member)
    if form.is_valid():
        return _begun(desk, form.cleaned_data["group"], is_member, through_door)
    context = {
        "form": form,
        "is_member": is_member,
        "submission_key": uuid.uuid4(),
        "item_count": len(desk.sheet.lines),
    }
    return desk.page("begin", context, status=422 if form.is_bound else 200)


def _begin_form(desk: Desk, groups: Sequence[str], *, is_known: bool, is_member: bool) -> BeginForm:
    words = words_of(desk.place)
    names = {group: group_name(words, group).capitalize() for group in groups}
    more = _("Counted with everybody, but in no group's line: your group isn't confirmed here.")
    # Nobody has said of a member without a group that they are a resident either.
    unknown = [] if is_known else [g for g in groups if is_member or g != Group.RESIDENT]
    data = desk.request.POST if desk.request.method == "POST" else None
    return BeginForm(
        data,
        names=names,
        hints=dict.fromkeys(unknown, more),
        initial={"group": groups[0]} if len(groups) == 1 else None,
    )


def _begun(desk: Desk, group: str, is_member: bool, through_door: bool) -> HttpResponse:  # noqa: FBT001 - only from here
    key = key_of_page(desk.request)
    address = desk.url("items") if desk.request.POST.get("all") else desk.url("next")
    if is_member:
        join_as_member(
            desk.matrix, group=group, through_door=through_door, submission_key=key, by=desk.actor
        )
        return redirect(address)
    cookie = _cookie_of_double_click(desk, key)
    if cookie is None:
        cookie = _cookie_of_new_seat(desk, group, key, through_door=through_door)
    reply = redirect(address)
    keep_seat(reply, cookie)
    return reply


def _cookie_of_new_seat(desk: Desk, group: str, key: uuid.UUID, *, through_door: bool) -> str:
    try:
        return join_as_guest(
            desk.matrix, group=group, through_door=through_door, submission_key=key
        )[1]
    except Refusal as refusal:
        # The other of two presses was faster, by so little that neither saw the other.
        cookie = _cookie_of_double_click(desk, key) if refusal.code == "key_taken" else None
        if cookie is None:
            raise
        return cookie


def _cookie_of_double_click(desk: Desk, key: uuid.UUID) -> str | None:
    """Return a way to the seat that the first of two quick presses made, while nothing was said."""
    seat = seat_of_double_click(desk.matrix.activity, key)
    return renew_cookie(seat) if seat else None


def _next_url(desk: Desk) -> str:
    following = desk.sheet.first_open if desk.is_asking else None
    if following is None:
        return desk.url("done")
    return desk.url("item", number=following.item.number)


@require_http_methods(["GET", "HEAD"])
@sheet_page
def go_on(desk: Desk) -> HttpResponse:
    """Lead to the first item that still waits."""
    return redirect(_next_url(desk))


@READ_AND_WRITE
@sheet_page
def item(desk: Desk, number: int) -> HttpResponse:
    """One item on a page, with every question about it."""
    line = desk.sheet.of_number(number)
    if line is None:
        raise Http404
    data = desk.request.POST if desk.request.method == "POST" else None
    form = _rating_form(desk, line, data)
    status = 200 if data is None else 422
    if data is not None and form.is_valid():
        kept = _keep(desk, line, form)
        if kept is not None:
            return kept
        form, status = _rating_form(desk, line, data, is_fresh=True), 409
    context = {"line": line, "form": form, "sheet": desk.sheet, "back_url": desk.url("done")}
    return desk.page("item", context, status=status)


def _rating_form(desk: Desk, line: Line, data: Any, *, is_fresh: bool = False) -> RatingForm:
    """The form of an item. Fresh: what was chosen stays, under the item's words as they are now."""
    now = {
        "submission_key": uuid.uuid4(),
        "version": line.item.version,
        "turn": desk.room.turn,
    }
    if data is not None:
        data = {**data.dict(), **now} if is_fresh else data
    said = initial_of(line.scores, desk.sheet.criteria, is_rated=line.is_rated)
    return RatingForm(
        data,
        criteria=desk.sheet.criteria,
        initial={**now, **said},
        prefix=None,
        auto_id=f"item-{line.item.number}-%s",
    )


def _keep(desk: Desk, line: Line, form: RatingForm) -> HttpResponse | None:
    """Keep a rating and lead on; nothing when the page has to be looked at again."""
    entry = form.entry(line.item.pk)
    became = rate(desk.matrix, desk.mine, [entry], by=desk.actor)[entry.submission_key]
    if became in {Kept.CHANGED, Kept.CONFLICT, Kept.REFUSED}:
        messages.warning(desk.request, _SAY_AGAIN[became])
        return None
    if became is Kept.WITHDRAWN:
        messages.info(desk.request, _("This was taken off the list meanwhile."))
    elif became is Kept.LATE:
        messages.warning(
            desk.request,
            _("This came after the reveal. It is kept, and stays outside the blind count."),
        )
    following = desk.sheet.after(line)
    if following is None or not desk.is_asking:
        return redirect(desk.url("done"))
    return redirect(desk.url("item", number=following.item.number))


@require_http_methods(["GET", "HEAD"])
@sheet_page
def items(desk: Desk) -> HttpResponse:
    """Every item on one page, for phones with scripts: they show one at a time and send by themselves."""
    form = RatingForm(
        criteria=desk.sheet.criteria, initial={"turn": desk.room.turn}, auto_id="rate-%s"
    )
    context = {"form": form, "sheet": desk.sheet, "key": list_key(desk.matrix, desk.sheet)}
    return desk.page("items", context)


@require_http_methods(["GET", "HEAD"])
@sheet_page
def done(desk: Desk) -> HttpResponse:
    """Everything that was rated, to look at and change; and what happens next."""
    criteria = desk.sheet.criteria
    lines = [
        (
            line,
            said_words(line.scores, criteria) if line.is_rated else [],
            said_words(line.late, criteria) if line.late is not None else [],
        )
        for line in desk.sheet.lines
    ]
    return desk.page("done", {"sheet": desk.sheet, "lines": lines})


@require_http_methods(["GET", "HEAD"])
@sheet_page
def result(desk: Desk) -> HttpResponse:
    """What was revealed, for those who rated it: the picture, and the table that says the same."""
    results = results_of(desk.matrix)
    if results is None:
        return redirect(desk.url("done"))
    words = words_of(desk.place)
    picture = matrix_picture(desk.matrix, results.items, results.criteria, words)
    context = {
        "too_few": too_few_words() if results.is_too_few else "",
        "who": who_rated(results.bundle),
        "key": kept_key(results, words, picture),
        "fields": partial(listed_by_field, results, words),
        "back_url": desk.url("done"),
        **matrix_parts(results, picture, words),
    }
    return desk.page("result", context)


@require_http_methods(["POST"])
@rate_page
def clear(desk: Desk) -> HttpResponse:
    """Clear a shared device: nothing of this person stays on it, nor opens from its history."""
    if desk.seat is not None:
        renew_cookie(desk.seat)
    messages.success(desk.request, _("This device is clear. Nobody can see your ratings from it."))
    reply = redirect(desk.url("begin"))
    let_go(reply)
    return reply
