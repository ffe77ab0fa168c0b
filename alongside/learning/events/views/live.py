"""The phone page of those in the room: the poll, their questions, and those of others."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from alongside.foundation.accounts.codes import new_token
from alongside.foundation.consent.models import Participant
from alongside.foundation.gatherings.models import Booking, Gathering
from alongside.foundation.gatherings.queries.bookings import ahead_of
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.doors import actor_of
from alongside.foundation.rooms.models import Room
from alongside.foundation.rooms.passes import came_through_door
from alongside.learning.events.actions import floor
from alongside.learning.events.device import keep_live_seat, participant_on
from alongside.learning.events.doors import at_event
from alongside.learning.events.forms.live import AskForm, VoteForm
from alongside.learning.events.models import FloorQuestion, Poll
from alongside.learning.events.queries import live as reads
from alongside.learning.events.queries.floor import (
    AT_MOST,
    ON_PHONE,
    floor_of,
    is_read_first,
    own_questions,
    part_of,
    question_in,
)
from alongside.learning.events.queries.seats import booking_without_place
from alongside.learning.events.rules import can_hold_live

TOKEN_LENGTH = len(new_token())


@dataclass
class Chair:
    """Where somebody is: in the room, before its door with a pass, or outside."""

    request: HttpRequest
    gathering: Gathering
    room: Room
    by: Actor
    participant: Participant | None
    through_door: bool

    @property
    def is_member(self) -> bool:
        return self.gathering.place_id in self.by.persons

    @property
    def may_enter(self) -> bool:
        if self.participant is None:
            return self.through_door or can_hold_live(self.by, self.gathering)
        return self.through_door or self.without_place is None

    @cached_property
    def without_place(self) -> Booking | None:
        """The booking that doesn't lead in, of somebody who waits for a place or has none now."""
        if self.participant is None or self.through_door:
            return None
        return booking_without_place(self.room, self.participant)

    @cached_property
    def is_in(self) -> bool:
        """Whoever came through the present door presses once, to be counted."""
        if self.participant is None or self.without_place is not None:
            return False
        return (
            not self.through_door
            or self.room.stage == Room.Stage.ENDED
            or reads.has_arrived(self.room, self.participant)
        )

    @cached_property
    def poll(self) -> Poll | None:
        return reads.poll_on_screen(self.room)

    @property
    def seated(self) -> Participant:
        """The participant, on what only somebody in the room comes to."""
        if self.participant is None:
            raise Http404
        return self.participant

    @property
    def is_whole(self) -> bool:
        """Whether the whole list of questions was asked for."""
        return self.request.GET.get("all") == "yes"

    @property
    def address(self) -> str:
        return self.request.path + ("?all=yes" if self.is_whole else "")


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@at_event
def live(request: HttpRequest, gathering: Gathering) -> HttpResponse:
    """Come in; then answer what is asked, ask, and support what others ask."""
    room = reads.room_of(gathering)
    if room is None:
        raise Http404
    through_door = came_through_door(request, room)
    participant = participant_on(request, gathering)
    chair = Chair(request, gathering, room, actor_of(request), participant, through_door)
    if not chair.is_in:
        return _at_the_door(chair)
    if request.method == "POST":
        pressed = request.POST.get("do", "")
        deed = next(
            (DEEDS[name] for name in DEEDS if name == pressed or name in request.POST), None
        )
        if deed is not None:
            return deed(chair)
    return _page(chair)


def _at_the_door(chair: Chair) -> HttpResponse:
    """One press to come in, where people read first who sees what; else the five digits."""
    request = chair.request
    if request.POST.get("do") == "enter" and chair.may_enter:
        token = request.POST.get("key", "")
        if not (len(token) == TOKEN_LENGTH and token.isalnum()):
            token = new_token()
        floor.enter_live(
            chair.gathering,
            chair.room,
            participant=chair.participant,
            through_door=chair.through_door,
            cookie=token,
            by=chair.by,
        )
        reply = redirect(chair.address)
        if chair.participant is None and not chair.is_member:
            keep_live_seat(reply, request, chair.gathering, token)
        return reply
    context = {
        "gathering": chair.gathering,
        "room": chair.room,
        "key": new_token(),
        "reads_first": is_read_first(chair.room),
        "waiting": _told_who_waits(chair.without_place),
    }
    template = "enter" if chair.may_enter and chair.room.stage != Room.Stage.ENDED else "door"
    return render(request, f"events/live/{template}.html", context)


def _told_who_waits(booking: Booking | None) -> dict[str, object]:
    """What somebody without a place is told."""
    if booking is None:
        return {}
    is_waiting = booking.state == Booking.State.WAITING
    contact = getattr(booking, "contact", None)
    return {
        "state": booking.state,
        "ahead": ahead_of(booking) if is_waiting else 0,
        "has_email": bool(contact and contact.email),
    }


def _page(
    chair: Chair, *, vote_form: VoteForm | None = None, ask_form: AskForm | None = None
) -> HttpResponse:
    room, poll, mine = chair.room, chair.poll, chair.seated
    chosen = reads.choice_of(poll, mine) if poll else None
    is_open = poll is not None and poll.state == Poll.State.OPEN
    if poll is not None and is_open and vote_form is None:
        vote_form = VoteForm(None, poll=poll, chosen=chosen)
    questions = floor_of(room, mine, at_most=AT_MOST)
    context = {
        "gathering": chair.gathering,
        "room": room,
        "is_over": room.stage == Room.Stage.ENDED,
        "poll": poll,
        "is_open": is_open,
        "chosen": poll.choices[chosen - 1] if poll and chosen else "",
        "vote_form": vote_form,
        "told": reads.told_of(poll),
        "questions": part_of(questions, ON_PHONE, is_whole=chair.is_whole),
        "own": own_questions(room, mine),
        "ask_form": ask_form or AskForm(reads_first=is_read_first(room)),
    }
    is_wrong = any(form is not None and form.is_bound for form in (vote_form, ask_form))
    context["has_errors"] = is_wrong
    return render(chair.request, "events/live/room.html", context, status=422 if is_wrong else 200)


def _vote(chair: Chair) -> HttpResponse:
    poll = reads.poll_in(chair.room, chair.request.POST.get("poll", ""))
    if poll is None:
        raise Http404
    form = VoteForm(chair.request.POST, poll=poll)
    if form.is_valid():
        try:
            floor.vote(poll, chair.seated, choice=form.cleaned_data["choice"])
        except Refusal as refusal:
            messages.error(chair.request, refusal.words)
        return redirect(chair.address)
    return _page(chair, vote_form=form) if poll == chair.poll else redirect(chair.address)


def _ask(chair: Chair) -> HttpResponse:
    form = AskForm(chair.request.POST, reads_first=is_read_first(chair.room))
    if form.is_valid():
        try:
            asked = floor.ask(chair.room, chair.seated, **form.cleaned_data)
        except Refusal as refusal:
            form.add_error("text", str(refusal.words))
        else:
            messages.success(chair.request, _told_who_asked(asked))
            return redirect(chair.address)
    return _page(chair, ask_form=form)


def _told_who_asked(question: FloorQuestion) -> str:
    if question.state == FloorQuestion.State.UNREAD:
        return _("Your question is sent. The organisers read it first.")
    return _("Your question is on the list.")


def _support(chair: Chair) -> HttpResponse:
    """Support a question or take it back: the button says which, so that two presses are one."""
    said = chair.request.POST
    takes_back = "take_back" in said
    try:
        question = question_in(
            chair.room, UUID(said.get("take_back" if takes_back else "support", ""))
        )
    except ValueError:
        question = None
    if question is None:
        raise Http404
    try:
        (floor.take_support_back if takes_back else floor.support)(question, chair.seated)
    except Refusal as refusal:
        messages.error(chair.request, refusal.words)
        return redirect(chair.address)
    return redirect(f"{chair.address}#question-{question.public_id}")


DEEDS: dict[str, Callable[[Chair], HttpResponse]] = {
    "vote": _vote,
    "ask": _ask,
    "support": _support,
    "take_back": _support,
}
