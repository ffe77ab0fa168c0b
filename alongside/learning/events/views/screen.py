"""The big screen of an event: how to come in, what is asked, what was revealed, top questions."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.rooms.panels import door_panel
from alongside.foundation.rooms.replies import if_changed
from alongside.learning.events.doors import at_desk
from alongside.learning.events.queries import live as reads
from alongside.learning.events.queries.floor import BESIDE_A_POLL, ON_SCREEN, floor_of


@never_cache
@require_safe
@at_desk
def screen(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """The page for the wall. It renews itself, with scripts or without."""
    room = reads.room_of(gathering)
    if room is None:
        raise Http404
    poll = reads.poll_on_screen(room)
    context = {
        "gathering": gathering,
        "room": room,
        "state": reads.screen_state(room),
        "door": door_panel(room),
        "poll": poll,
        "told": reads.told_of(poll),
        "questions": floor_of(room, at_most=BESIDE_A_POLL if poll else ON_SCREEN),
    }
    return render(request, "events/live/screen.html", context)


@require_safe
@at_desk
def state(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """Where the room stands and how many have answered, for the screen; no figure is in it."""
    room = reads.room_of(gathering)
    if room is None:
        raise Http404
    now = reads.screen_state(room)
    return if_changed(request, now.etag, now.as_json())
