"""What everybody reads: the list, an event's page, and calendar files of both."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from alongside.foundation.files.downloads import as_download
from alongside.foundation.gatherings.calendar import appointment_of, calendar_text
from alongside.foundation.gatherings.models import Gathering, Material
from alongside.foundation.gatherings.queries.bookings import booking_of, numbers_of
from alongside.foundation.gatherings.queries.lists import announced, places_that_announce
from alongside.foundation.history.actor import ANONYMOUS
from alongside.foundation.places.doors import actor_of, open_to_everyone
from alongside.foundation.rooms.models import Room
from alongside.foundation.rooms.passes import came_through_door
from alongside.learning.events.device import held_on, participant_on
from alongside.learning.events.doors import at_event
from alongside.learning.events.forms.filtering import EventFilterForm
from alongside.learning.events.panels import (
    agenda_of,
    came_told,
    card_of,
    facts_of,
    help_of,
)
from alongside.learning.events.queries.live import room_of
from alongside.learning.events.queries.seats import booking_without_place

A_PAGE = 12
IN_FEED = 100  # the next ones; programs ask again


@require_safe
@open_to_everyone
def events(request: HttpRequest) -> HttpResponse:
    """Find events by who invites, what it is, and whether it is over."""
    by = actor_of(request)
    form = EventFilterForm(request.GET, places=places_that_announce(by))
    chosen = form.chosen()
    is_past = chosen["time"] == "past"
    found = announced(by, place=chosen["place"], kind=chosen["kind"], is_past=is_past)
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "filters": {key: value for key, value in chosen.items() if value},
        "spoken": form.spoken(),
        "is_past": is_past,
        "page": page,
        "cards": [card_of(gathering) for gathering in page],
    }
    return render(request, "events/events.html", context)


@require_safe
@open_to_everyone
def feed(request: HttpRequest) -> HttpResponse:
    """What is coming and open to everybody, to subscribe to in a calendar; filtered as the list is."""
    form = EventFilterForm(request.GET, places=places_that_announce(ANONYMOUS))
    chosen = form.chosen()
    found = announced(ANONYMOUS, place=chosen["place"], kind=chosen["kind"])[:IN_FEED]
    text = calendar_text((appointment_of(one) for one in found), name=_("Events"))
    response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
    response["Cache-Control"] = "public, max-age=900"
    return response


@require_safe
@at_event
def event(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """One event: what it is, its agenda, help with taking part; afterwards what came of it."""
    by = actor_of(request)
    is_over = gathering.ends_at < timezone.now()
    materials = Material.objects.in_place(gathering.place).filter(gathering=gathering)
    context = {
        "gathering": gathering,
        "facts": facts_of(gathering),
        "agenda": agenda_of(gathering),
        "help_rows": help_of(gathering),
        "materials": list(materials),
        "booking": booking_of(gathering, by=by, held=held_on(request)),
        "is_over": is_over,
        "is_live": _is_in_live_room(request, gathering),
        "came": came_told(numbers_of(gathering).came) if is_over else "",
        "can_book": gathering.state == Gathering.State.PUBLISHED
        and gathering.starts_at > timezone.now(),
    }
    return render(request, "events/event.html", context)


def _is_in_live_room(request: HttpRequest, gathering: Gathering) -> bool:
    """Whether there is a room that hasn't ended, and this device belongs in it."""
    room = room_of(gathering)
    if room is None or room.stage == Room.Stage.ENDED:
        return False
    if came_through_door(request, room):
        return True
    participant = participant_on(request, gathering)
    return participant is not None and booking_without_place(room, participant) is None


@require_safe
@at_event
def event_file(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """The event for a calendar."""
    text = calendar_text([appointment_of(gathering)], name=gathering.title)
    return as_download(text.encode(), name=f"{gathering.slug}.ics")
