"""Pages of rooms: what phones ask every few seconds, and the facilitator's hand on the door."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from alongside.foundation.places.doors import in_workspace, open_to_everyone
from alongside.foundation.places.models import Place
from alongside.foundation.rooms import actions
from alongside.foundation.rooms.forms import HeadsForm
from alongside.foundation.rooms.models import Room
from alongside.foundation.rooms.queries import live_state
from alongside.foundation.rooms.replies import if_changed


@require_safe
@open_to_everyone
def live(request: HttpRequest, room: UUID) -> HttpResponse:
    """Where a room stands, for the phones in it. It holds no figure, and looks at no cookie."""
    state = live_state(room)
    if state is None:
        raise Http404
    told = {
        "stage": state.stage,
        "turn": state.turn,
        "version": state.version,
        "asked": state.asked,
        "wait": state.wait,
    }
    reply = if_changed(request, state.etag, told)
    reply["Cache-Control"] = "no-cache"
    return reply


def holding(view: Callable[..., None]) -> Callable[..., HttpResponse]:
    """Let in whoever holds rooms here; afterwards back to the page they came from."""

    @require_POST
    @in_workspace("room.hold")
    @wraps(view)
    def door(request: HttpRequest, place: Place, room: UUID) -> HttpResponse:
        rooms = Room.objects.visible_to(request.actor).filter(place=place)  # type: ignore[attr-defined]
        found = rooms.filter(public_id=room).select_related("place").first()
        if found is None:
            raise Http404
        view(request, found)
        back = request.POST.get("next", "")
        if not url_has_allowed_host_and_scheme(back, allowed_hosts={request.get_host()}):
            back = f"/{place.slug}/workspace/"
        return redirect(back)

    return door


@holding
def open_door(request: HttpRequest, room: Room) -> None:
    """Open the door under a new code."""
    actions.open_door(room, by=request.actor)  # type: ignore[attr-defined]


@holding
def close_door(request: HttpRequest, room: Room) -> None:
    """Close the door; who is in stays in."""
    actions.close_door(room, by=request.actor)  # type: ignore[attr-defined]
    messages.success(request, _("The door is closed. Whoever is in can go on."))


@holding
def count_heads(request: HttpRequest, room: Room) -> None:
    """Note how many people are here."""
    form = HeadsForm(request.POST)
    if form.is_valid():
        actions.count_heads(room, heads=form.cleaned_data["heads"], by=request.actor)  # type: ignore[attr-defined]
    else:
        messages.error(request, _("Enter the heads in the room as a number, such as 41."))
