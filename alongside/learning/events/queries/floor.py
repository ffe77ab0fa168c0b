"""Reads of questions from the floor: on the list by support, waiting to be read, gone through."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Case, Count, Exists, OuterRef, QuerySet, When

from alongside.foundation.consent.models import Participant
from alongside.foundation.rooms.models import Room
from alongside.learning.events.models import Floor, FloorQuestion, Support

ON_PHONE, ON_DESK = 12, 8  # drawing a question with its buttons is what costs; the rest on demand
AT_MOST, ON_SCREEN, BESIDE_A_POLL = 100, 5, 3
State = FloorQuestion.State


@dataclass(frozen=True, slots=True)
class Part:
    """The first questions of a list, and how many there are."""

    shown: list[FloorQuestion]
    count: int

    @property
    def more(self) -> int:
        """How many are not shown."""
        return self.count - len(self.shown)


def part_of(questions: list[FloorQuestion], at_most: int, *, is_whole: bool) -> Part:
    """Return the first of a list, or all of it for who asked for that."""
    return Part(questions if is_whole else questions[:at_most], len(questions))


def is_read_first(room: Room) -> bool:
    """Whether new questions wait until the organisers have read them; so it is unless chosen."""
    floor: Floor | None = getattr(room, "floor", None)
    return floor is None or floor.reads_first


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
    return list(mine.order_by("-pk")[:AT_MOST])


def question_in(room: Room, public_id: UUID) -> FloorQuestion | None:
    """Return one question of a room."""
    questions = FloorQuestion.objects.in_place(room.place).filter(room=room)
    question = questions.filter(public_id=public_id).first()
    if question is not None:
        question.room, question.place = room, room.place
    return question


@dataclass(frozen=True, slots=True)
class Beside:
    """What is not on the list: not read yet, and answered or set aside."""

    unread: list[FloorQuestion]
    gone_through: list[FloorQuestion]


def beside_the_list(room: Room) -> Beside:
    """Return what is to be read, in the order in which it was asked; then the rest. One query."""
    questions = FloorQuestion.objects.in_place(room.place).filter(room=room)
    unread_first = Case(When(state=State.UNREAD, then=0), default=1)
    others = questions.exclude(state__in=FloorQuestion.OPEN).order_by(unread_first, "pk")[
        : 2 * AT_MOST
    ]
    found = list(others)
    return Beside(
        [one for one in found if one.state == State.UNREAD],
        [one for one in found if one.state != State.UNREAD],
    )
