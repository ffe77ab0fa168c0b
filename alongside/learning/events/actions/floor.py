"""What those in the room do: come in, choose, ask, support and take it back.

No history is written of it: an event would tie an account to what somebody chose or asked
(trust 40).
"""

import uuid

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.actions import join_activity
from alongside.foundation.consent.models import Participant
from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.gatherings.rules import can_attend_gathering
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Group, Seat
from alongside.foundation.members.seats import LIFETIME, seat_of_cookie, take_seat
from alongside.foundation.rooms.actions import come_in, touch_room
from alongside.foundation.rooms.models import Room
from alongside.learning.events import rules
from alongside.learning.events.models import FloorQuestion, Poll, Support, Vote
from alongside.learning.events.queries.floor import is_read_first
from alongside.learning.events.queries.seats import booking_without_place

AT_MOST_OPEN = 5
State = FloorQuestion.State


@transaction.atomic
def enter_live(
    gathering: Gathering,
    room: Room,
    *,
    participant: Participant | None,
    through_door: bool,
    cookie: str,
    by: Actor,
) -> Participant:
    """Let somebody in: who has taken part before as the same, members as themselves, guests anew.

    A guest's seat opens with `cookie`, which the form carried: sent twice, it finds the same seat.
    """
    _refuse_when_over(room)
    if participant is not None and not through_door:
        _refuse_outsider(room, participant)
    if participant is None:
        if not can_attend_gathering(by, gathering):
            raise Refusal("members_only", _("This is for members. Sign in, or ring us."))
        participant = _joined(gathering, cookie, through_door, by=by)
    if through_door:
        come_in(room, participant)
    return participant


def _joined(
    gathering: Gathering,
    cookie: str,
    through_door: bool,  # noqa: FBT001 - only from here
    *,
    by: Actor,
) -> Participant:
    activity = gathering.activity
    activity.place = gathering.place
    refuse_unless(
        through_door or rules.can_hold_live(by, gathering),
        _("Come in with the code on the big screen."),
    )
    if gathering.place_id in by.persons:
        return join_activity(activity, by=by, group=Group.RESIDENT, group_confirmed=False)
    return join_activity(activity, by=actor_of_seat(_seat(gathering, cookie)))


def _seat(gathering: Gathering, cookie: str) -> Seat:
    if (known := _own_seat(gathering, cookie)) is not None:
        return known
    try:
        with transaction.atomic():
            seat, _cookie, _words = take_seat(
                gathering.place,
                activity_id=gathering.activity_id,
                group=Group.RESIDENT,
                group_confirmed=False,
                until=gathering.ends_at + LIFETIME,
                cookie=cookie,
            )
    except IntegrityError:  # the other of two presses was faster
        faster = _own_seat(gathering, cookie)
        if faster is None:
            raise
        return faster
    return seat


def _own_seat(gathering: Gathering, cookie: str) -> Seat | None:
    seat = seat_of_cookie(cookie)
    return seat if seat and seat.activity_id == gathering.activity_id else None


@transaction.atomic
def vote(poll: Poll, participant: Participant, *, choice: int) -> None:
    """Choose, or choose something else; counted once. The poll is held against its reveal."""
    held = Poll.objects.in_place(poll.place).select_for_update().get(pk=poll.pk)
    if held.state != Poll.State.OPEN:
        raise Refusal(
            "revealed",
            _("This poll was revealed meanwhile. Your choice came too late to be counted."),
            status=409,
        )
    _refuse_when_over(poll.room)
    _refuse_outsider(poll.room, participant)
    if not 1 <= choice <= len(held.choices):
        message = f"poll {held.pk} has no choice {choice}"
        raise ValueError(message)
    Vote.objects.in_place(held.place).update_or_create(
        poll=held,
        participant=participant,
        defaults={"choice": choice},
        create_defaults={"choice": choice, "place_id": held.place_id},
    )


@transaction.atomic
def ask(
    room: Room, participant: Participant, *, text: str, submission_key: uuid.UUID
) -> FloorQuestion:
    """Ask a question; the same form sent twice asks it once. The asker is held, to count to five.

    Where the organisers read first it waits for them, and the big screen learns nothing of it.
    """
    room = Room.objects.in_place(room.place).select_related("floor", "place").get(pk=room.pk)
    _refuse_when_over(room)
    _refuse_outsider(room, participant)
    Participant.objects.in_place(room.place).select_for_update().get(pk=participant.pk)
    questions = FloorQuestion.objects.in_place(room.place)
    if (known := questions.filter(submission_key=submission_key).first()) is not None:
        return known
    mine = questions.filter(room=room, participant=participant)
    mine = mine.exclude(state__in=FloorQuestion.GONE_THROUGH)
    if mine.count() >= AT_MOST_OPEN:
        raise Refusal(
            "enough_asked",
            _("%(count)s of your questions are still open. Wait until one of them is answered.")
            % {"count": AT_MOST_OPEN},
            status=409,
        )
    waits = is_read_first(room)
    question: FloorQuestion = questions.create(
        place_id=room.place_id,
        room=room,
        participant=participant,
        text=text,
        submission_key=submission_key,
        state=State.UNREAD if waits else State.ASKED,
    )
    if not waits:
        touch_room(room)
    return question


@transaction.atomic
def support(question: FloorQuestion, participant: Participant) -> None:
    """Support somebody else's question, once. One's own counts by itself."""
    _refuse_unless_open(question, participant)
    if question.participant_id == participant.pk:
        return
    _support, is_new = Support.objects.in_place(question.place).get_or_create(
        question=question, participant=participant, defaults={"place_id": question.place_id}
    )
    if is_new:
        touch_room(question.room)


@transaction.atomic
def take_support_back(question: FloorQuestion, participant: Participant) -> None:
    """Take one's support back; a second press finds nothing more to take."""
    _refuse_unless_open(question, participant)
    mine = Support.objects.in_place(question.place).filter(
        question=question, participant=participant
    )
    if mine.delete()[0]:
        touch_room(question.room)


def _refuse_unless_open(question: FloorQuestion, participant: Participant) -> None:
    _refuse_when_over(question.room)
    _refuse_outsider(question.room, participant)
    if question.state not in FloorQuestion.OPEN:
        raise Refusal("gone_through", _("This question is no longer on the list."), status=409)


def _refuse_when_over(room: Room) -> None:
    if room.stage == Room.Stage.ENDED:
        raise Refusal("ended", _("This room has ended."), status=409)


def _refuse_outsider(room: Room, participant: Participant) -> None:
    if participant.activity_id != room.activity_id:
        message = f"participant {participant.pk} takes part in another activity"
        raise ValueError(message)
    if booking_without_place(room, participant) is not None:
        raise Refusal(
            "no_place",
            _("You have no place at this event yet. In the hall, come in with the five digits."),
            status=409,
        )
