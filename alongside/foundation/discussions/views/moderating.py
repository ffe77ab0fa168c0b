"""The moderators' desk of a place: what waits, what was decided, and where comments are open."""

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from alongside.foundation.discussions.actions import make_move, move_many, open_comments
from alongside.foundation.discussions.forms import (
    ManyForm,
    OpeningForm,
    RemovalForm,
    VerdictForm,
)
from alongside.foundation.discussions.models import Comment
from alongside.foundation.discussions.panels import desk_rows, line_of
from alongside.foundation.discussions.queries import (
    comment_at,
    comments_among,
    openings_of,
    waiting_in,
)
from alongside.foundation.discussions.rules import MOVES, Who
from alongside.foundation.places.doors import in_workspace
from alongside.foundation.places.models import Place

PERMISSION = "comments.moderate"
MODERATORS = {key for key, move in MOVES.items() if move.who is Who.MODERATOR}


@require_safe
@in_workspace(PERMISSION)
def desk(request: HttpRequest, place: Place) -> HttpResponse:
    """What waits to be read; what looks like advertising; what was decided."""
    waiting, by = waiting_in(place), request.actor  # type: ignore[attr-defined]
    openings = openings_of(place)
    chosen = [key for key, is_open in openings.items() if is_open]
    context = {
        "to_read": desk_rows(list(waiting.to_read), by),
        "suspect": desk_rows(list(waiting.suspect), by),
        "decided": desk_rows(list(waiting.decided), by),
        "opening": OpeningForm(initial={"kinds": chosen}),
    }
    return render(request, "discussions/desk.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@in_workspace(PERMISSION)
def decide(request: HttpRequest, place: Place, comment: uuid.UUID, move: str) -> HttpResponse:
    """Show, hold, remove; or answer somebody who asked again."""
    found = comment_at(place, comment)
    if found is None or move not in MODERATORS:
        raise Http404
    asks = {"remove": RemovalForm, "restore": VerdictForm, "uphold": VerdictForm}.get(move)
    if asks is None:
        return (
            _moved(request, place, found, move, {}) if request.method == "POST" else _to_desk(place)
        )
    form = asks(request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _moved(request, place, found, move, form.cleaned_data)
    context = {"form": form, "line": line_of(found), "title": MOVES[move].words}
    return render(request, "discussions/decide.html", context, status=422 if form.is_bound else 200)


def _moved(
    request: HttpRequest, place: Place, comment: Comment, move: str, told: dict[str, str]
) -> HttpResponse:
    make_move(comment, move, **told, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Done."))
    return _to_desk(place)


@require_POST
@in_workspace(PERMISSION)
def many(request: HttpRequest, place: Place) -> HttpResponse:
    """Do the same with all that are ticked: a wave of advertising goes at one press."""
    ticked = request.POST.getlist("comments")
    listed = comments_among(place, [one for one in ticked if _is_number(one)])
    form = ManyForm(request.POST, listed=[str(one.public_id) for one in listed])
    if not form.is_valid():
        messages.error(request, _("Tick at least one comment."))
        return _to_desk(place)
    move = form.cleaned_data["move"]
    reason = Comment.Reason.ADVERTISING if move == "remove" else ""
    count = move_many(place, listed, move, reason=reason, by=request.actor)  # type: ignore[attr-defined]
    told = ngettext("%(n)s comment done.", "%(n)s comments done.", count) % {"n": count}
    messages.success(request, told)
    return _to_desk(place)


def _is_number(typed: str) -> bool:
    try:
        uuid.UUID(typed)
    except ValueError:
        return False
    return True


@require_POST
@in_workspace(PERMISSION)
def opening(request: HttpRequest, place: Place) -> HttpResponse:
    """Say below which pages people can write."""
    form = OpeningForm(request.POST)
    if not form.is_valid():
        raise Http404
    before = openings_of(place)
    for kind, is_open in before.items():
        now = kind in form.cleaned_data["kinds"]
        if now != is_open:
            open_comments(place, kind=kind, is_open=now, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("Saved."))
    return _to_desk(place)


def _to_desk(place: Place) -> HttpResponse:
    return redirect("comments:desk", place.slug)
