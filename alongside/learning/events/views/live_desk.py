"""The organiser's hand on an event's room: its door, its polls, its questions."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.places.doors import actor_of
from alongside.foundation.rooms.forms import HeadsForm
from alongside.foundation.rooms.models import Room
from alongside.foundation.rooms.panels import door_panel
from alongside.learning.events import rules
from alongside.learning.events.actions.live import (
    move_poll,
    open_live,
    prepare_poll,
    remove_poll,
)
from alongside.learning.events.actions.reading import move_question, read_first
from alongside.learning.events.doors import at_desk
from alongside.learning.events.forms.live import PollForm, SetAsideForm
from alongside.learning.events.models import Poll
from alongside.learning.events.queries import floor
from alongside.learning.events.queries import live as reads


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@at_desk
def live(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """Open the room; then the door, the polls, and the questions by support."""
    room = reads.room_of(gathering)
    if request.method == "POST":
        deed = DEEDS.get(request.POST.get("do", ""))
        if deed is _begin or (deed is not None and room is not None):
            return deed(request, gathering, room)
    return _page(request, gathering, room, PollForm())


def _page(
    request: HttpRequest, gathering: Gathering, room: Room | None, form: PollForm
) -> HttpResponse:
    context: dict[str, Any] = {"gathering": gathering, "room": room, "poll_form": form}
    context["has_errors"] = form.is_bound
    if room is None:
        is_over = rules.is_over(gathering, timezone.now())
        context["may_begin"] = gathering.state == Gathering.State.PUBLISHED and not is_over
    else:
        door, beside = door_panel(room), floor.beside_the_list(room)
        polls, is_whole = reads.polls_of(room), request.GET.get("all") == "yes"
        listed = floor.floor_of(room, at_most=floor.AT_MOST)
        context |= {
            "door": door,
            "heads_form": HeadsForm(),
            "state": reads.screen_state(room, joined=door.joined),
            "polls": [(poll, reads.told_of(poll)) for poll in polls],
            "is_preparing": form.is_bound or not polls,
            "reads_first": floor.is_read_first(room),
            "unread": floor.part_of(beside.unread, floor.ON_DESK, is_whole=is_whole),
            "questions": floor.part_of(listed, floor.ON_DESK, is_whole=is_whole),
            "gone_through": floor.part_of(beside.gone_through, 0, is_whole=is_whole),
        }
    status = 422 if form.is_bound else 200
    return render(request, "events/live/desk.html", context, status=status)


def _back(gathering: Gathering, part: str = "") -> HttpResponse:
    reply = redirect("event_desk:live", gathering.place.slug, gathering.slug)
    reply["Location"] += part
    return reply


def _to_questions(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    whole = "?all=yes" if request.GET.get("all") == "yes" else ""
    return _back(gathering, f"{whole}#questions")


def _begin(request: HttpRequest, gathering: Gathering, _room: Room | None) -> HttpResponse:
    open_live(gathering, by=actor_of(request))
    return _back(gathering)


def _prepare(request: HttpRequest, gathering: Gathering, room: Room) -> HttpResponse:
    form = PollForm(request.POST)
    if not form.is_valid():
        return _page(request, gathering, room, form)
    prepare_poll(gathering, room, **form.cleaned_data, by=actor_of(request))
    return _back(gathering, "#polls")


def _move_poll(request: HttpRequest, gathering: Gathering, room: Room) -> HttpResponse:
    poll: Poll | None = reads.poll_in(room, request.POST.get("poll", ""))
    if poll is None:
        raise Http404
    verb = request.POST.get("verb", "")
    if verb == "remove":
        remove_poll(gathering, poll, by=actor_of(request))
    else:
        move_poll(gathering, poll, verb, by=actor_of(request))
    if request.POST.get("next") == "screen":
        return redirect("event_desk:screen", gathering.place.slug, gathering.slug)
    return _back(gathering, "#polls")


def _move_question(request: HttpRequest, gathering: Gathering, room: Room) -> HttpResponse:
    verb = next((one for _state, one in rules.QUESTIONS if one in request.POST), "")
    try:
        question = floor.question_in(room, UUID(request.POST.get(verb, "")))
    except ValueError:
        question = None
    if question is None:
        raise Http404
    form = SetAsideForm(request.POST)
    if verb == "set_aside" and not form.is_valid():
        messages.error(request, _("Say why, in up to 200 characters: whoever asked reads it."))
        return _to_questions(request, gathering)
    why = form.cleaned_data["why"] if verb == "set_aside" else ""
    move_question(gathering, question, verb, why=why, by=actor_of(request))
    return _to_questions(request, gathering)


def _read_first(request: HttpRequest, gathering: Gathering, room: Room) -> HttpResponse:
    reads_first = request.POST.get("reads_first") == "yes"
    read_first(gathering, room, reads_first=reads_first, by=actor_of(request))
    return _to_questions(request, gathering)


DEEDS: dict[str, Callable[..., HttpResponse]] = {
    "begin": _begin,
    "prepare": _prepare,
    "poll": _move_poll,
    "question": _move_question,
    "read_first": _read_first,
}
