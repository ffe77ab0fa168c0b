"""Reads of an event's live part: its room, the poll that is asked, questions by support."""

from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from alongside.foundation.consent.models import Participant
from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.rooms.models import Arrival, Room
from alongside.foundation.rooms.queries import joined_count
from alongside.learning.events.models import FloorQuestion, Poll, Support, Vote

A_SECOND = 1
ON_PHONE, ON_SCREEN, ON_DESK = 30, 5, 100


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
    room = Room.objects.in_place(gathering.place).filter(activity=gathering.activity_id).first()
    if room is not None:
        room.place, room.activity = gathering.place, gathering.activity
    return room


def polls_of(room: Room) -> list[Poll]:
    """Return a room's polls in their order, for whoever holds it."""
    polls = Poll.objects.in_place(room.place).filter(room=room).select_related("release")
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


def floor_of(
    room: Room, participant: Participant | None = None, *, at_most: int
) -> list[FloorQuestion]:
    """Return the open questions: what is being answered, then the most supported. One query.

    For a participant each says whether it is their own (`is_mine`) or has their support.
    """
    found = _open(room).annotate(support_count=Count("supports"))
    if participant is not None:
        theirs = Support.objects.in_place(room.place).filter(
            question=OuterRef("pk"), participant=participant
        )
        found = found.annotate(is_supported=Exists(theirs))
    shown = found.order_by("state", "-support_count", "pk")[:at_most]  # "answering" < "asked"
    questions: list[FloorQuestion] = list(shown)
    for one in questions:
        one.is_mine = participant is not None and one.participant_id == participant.pk  # type: ignore[attr-defined]
    return questions


def _open(room: Room) -> QuerySet[FloorQuestion]:
    questions = FloorQuestion.objects.in_place(room.place).filter(room=room)
    return questions.filter(state__in=FloorQuestion.OPEN)


def own_questions(room: Room, participant: Participant) -> list[FloorQuestion]:
    """Return what somebody asked, the latest first, with what became of it."""
    mine = FloorQuestion.objects.in_place(room.place).filter(room=room, participant=participant)
    return list(mine.order_by("-pk")[:ON_PHONE])


def question_in(room: Room, public_id: UUID) -> FloorQuestion | None:
    """Return one question of a room."""
    questions = FloorQuestion.objects.in_place(room.place).filter(room=room)
    question = questions.filter(public_id=public_id).first()
    if question is not None:
        question.room, question.place = room, room.place
    return question


@dataclass(frozen=True, slots=True)
class ScreenState:
    """What the big screen asks for each second: people are counted, and never a choice."""

    version: int
    shown: int  # the poll that stands on it
    joined: int
    answered: int | None  # nothing when no poll is open

    @property
    def etag(self) -> str:
        return f'"{self.version}.{self.shown}.{self.joined}.{self.answered}"'

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


def screen_state(room: Room) -> ScreenState:
    """Return the state as it is now. Two queries beside the room's own."""
    polls = Poll.objects.in_place(room.place).filter(room=room, state__in=Poll.ON_SCREEN)
    counted = polls.annotate(vote_count=Count("votes"))
    poll = counted.first()
    is_open = poll is not None and poll.state == Poll.State.OPEN
    answered = poll.vote_count if poll and is_open else None
    return ScreenState(room.version, poll.pk if poll else 0, joined_count(room), answered)
