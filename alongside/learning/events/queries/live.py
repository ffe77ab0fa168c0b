"""Reads of an event's live part: its room, the poll that is asked, what the big screen asks for."""

from dataclasses import asdict, dataclass
from typing import Any

from django.db.models import Case, Count, When
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.consent.models import Participant
from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.rooms.models import Arrival, Room
from alongside.foundation.rooms.queries import joined_count
from alongside.learning.events.models import FloorQuestion, Poll, Vote

A_SECOND = 1
AT_THE_DESK = (
    When(state__in=Poll.ON_SCREEN, then=0),
    When(state=Poll.State.PREPARED, then=1),
)


@dataclass(frozen=True, slots=True)
class Line:
    """One choice of a poll that was revealed, and how many chose it."""

    text: str
    count: int
    percent: int


@dataclass(frozen=True, slots=True)
class Told:
    """What was frozen of a poll; without lines where it would say what single people chose."""

    answered: int | None
    lines: tuple[Line, ...]


def room_of(gathering: Gathering) -> Room | None:
    """Return the room of an event, if it has one. One query."""
    rooms = Room.objects.in_place(gathering.place).select_related("floor")
    room = rooms.filter(activity=gathering.activity_id).first()
    if room is not None:
        room.place, room.activity = gathering.place, gathering.activity
    return room


def polls_of(room: Room) -> list[Poll]:
    """Return a room's polls for whoever holds it: what stands on the screen, what comes, the rest."""
    polls = Poll.objects.in_place(room.place).filter(room=room).select_related("release")
    polls = polls.order_by(Case(*AT_THE_DESK, default=2), "pk")
    return [_in_room(one, room) for one in polls]


def poll_on_screen(room: Room) -> Poll | None:
    """Return the poll that is open, or the one that was revealed last."""
    polls = Poll.objects.in_place(room.place).filter(room=room, state__in=Poll.ON_SCREEN)
    poll = polls.select_related("release").first()
    return _in_room(poll, room) if poll else None


def poll_in(room: Room, number: str) -> Poll | None:
    """Return one of a room's polls by what a button says."""
    if not number.isdecimal() or len(number) > 18:
        return None
    poll = Poll.objects.in_place(room.place).filter(room=room, pk=int(number)).first()
    return _in_room(poll, room) if poll else None


def _in_room(poll: Poll, room: Room) -> Poll:
    poll.room, poll.place = room, room.place
    return poll


def told_of(poll: Poll | None) -> Told | None:
    """Return what may be told of a poll, from its release; nothing before it is revealed."""
    if poll is None or poll.release is None:
        return None
    answered, counts = poll.release.bundle["answered"], poll.release.bundle["counts"]
    if not counts:
        return Told(answered, ())
    whole = max(1, sum(counts))
    pairs = zip(poll.choices, counts, strict=True)
    return Told(answered, tuple(Line(t, n, round(100 * n / whole)) for t, n in pairs))


def choice_of(poll: Poll, participant: Participant) -> int | None:
    """Return what somebody chose in a poll."""
    mine = Vote.objects.in_place(poll.place).filter(poll=poll, participant=participant)
    return mine.values_list("choice", flat=True).first()


def has_arrived(room: Room, participant: Participant) -> bool:
    """Whether somebody is counted among those who came through the present door."""
    arrivals = Arrival.objects.in_place(room.place).filter(room=room, participant=participant)
    return arrivals.filter(door_number=room.door_number).exists()


@dataclass(frozen=True, slots=True)
class ScreenState:
    """What the big screen asks for each second: people are counted, and never a choice."""

    version: int
    shown: int  # the poll that stands on it
    joined: int
    answered: int | None  # nothing when no poll is open
    questions: int  # so many were ever asked: the desk sees by it that there is one more

    @property
    def etag(self) -> str:
        return f'"{self.version}.{self.shown}.{self.joined}.{self.answered}.{self.questions}"'

    @property
    def said(self) -> str:
        """How many are here and have answered, in words."""
        here = ngettext("%(n)s has joined", "%(n)s have joined", self.joined) % {"n": self.joined}
        if self.answered is None:
            return here
        answered = ngettext("%(n)s has answered", "%(n)s have answered", self.answered)
        return _("%(here)s, %(answered)s") % {
            "here": here,
            "answered": answered % {"n": self.answered},
        }

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "said": self.said, "wait": A_SECOND}


def screen_state(room: Room, *, joined: int | None = None) -> ScreenState:
    """Return the state as it is now. Three queries; two where `joined` is known already."""
    polls = Poll.objects.in_place(room.place).filter(room=room, state__in=Poll.ON_SCREEN)
    counted = polls.annotate(vote_count=Count("votes"))
    poll = counted.first()
    is_open = poll is not None and poll.state == Poll.State.OPEN
    answered = poll.vote_count if poll and is_open else None
    asked = FloorQuestion.objects.in_place(room.place).filter(room=room).count()
    here = joined_count(room) if joined is None else joined
    return ScreenState(room.version, poll.pk if poll else 0, here, answered, asked)
