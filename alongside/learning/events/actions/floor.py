"""What those in the room do: come in, choose, ask, support; and what becomes of their questions.

No history is written of any of it but the last: an event would tie an account to what somebody
chose or asked (trust 40).
"""

import uuid

from django.db import IntegrityError, transaction
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.actions import join_activity
from alongside.foundation.consent.models import Participant
from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.gatherings.rules import can_attend_gathering
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.moves import next_state
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Group, Seat
from alongside.foundation.members.seats import LIFETIME, seat_of_cookie, take_seat
from alongside.foundation.rooms.actions import come_in, touch_room
from alongside.foundation.rooms.models import Room
from alongside.learning.events import rules
from alongside.learning.events.actions.live import NOT_ALLOWED
from alongside.learning.events.models import FloorQuestion, Poll, Support, Vote

AT_MOST_OPEN = 5


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
    if gathering.place_id in by.persons:
        return join_activity(activity, by=by, group=Group.RESIDENT, group_confirmed=False)
    refuse_unless(through_door, _("Come in with the code on the big screen."))
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
    _refuse_stranger(poll.room, participant)
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
    """Ask a question; the same form sent twice asks it once. The asker is held, to count to five."""
    _refuse_when_over(room)
    _refuse_stranger(room, participant)
    Participant.objects.in_place(room.place).select_for_update().get(pk=participant.pk)
    questions = FloorQuestion.objects.in_place(room.place)
    if (known := questions.filter(submission_key=submission_key).first()) is not None:
        return known
    mine = questions.filter(room=room, participant=participant, state__in=FloorQuestion.OPEN)
    if mine.count() >= AT_MOST_OPEN:
        raise Refusal(
            "enough_asked",
            _("%(count)s of your questions are still open. Wait until one of them is answered.")
            % {"count": AT_MOST_OPEN},
            status=409,
        )
    question = FloorQuestion.objects.create(
        place_id=room.place_id,
        room=room,
        participant=participant,
        text=text,
        submission_key=submission_key,
    )
    touch_room(room)
    return question


@transaction.atomic
def support(question: FloorQuestion, participant: Participant) -> None:
    """Support somebody else's question, once. One's own counts by itself."""
    _refuse_when_over(question.room)
    _refuse_stranger(question.room, participant)
    if question.participant_id == participant.pk:
        return
    _support, is_new = Support.objects.in_place(question.place).get_or_create(
        question=question, participant=participant, defaults={"place_id": question.place_id}
    )
    if is_new:
        touch_room(question.room)


def _refuse_when_over(room: Room) -> None:
    if room.stage == Room.Stage.ENDED:
        raise Refusal("ended", _("This room has ended."), status=409)


def _refuse_stranger(room: Room, participant: Participant) -> None:
    if participant.activity_id != room.activity_id:
        message = f"participant {participant.pk} takes part in another activity"
        raise ValueError(message)


@transaction.atomic
def move_question(
    gathering: Gathering, question: FloorQuestion, verb: str, *, why: str = "", by: Actor
) -> FloorQuestion:
    """Take a question up, note that it is answered, or set it aside with a reason to its author."""
    refuse_unless(rules.can_hold_live(by, gathering), NOT_ALLOWED)
    questions = FloorQuestion.objects.in_place(gathering.place)
    held: FloorQuestion = questions.select_for_update().get(pk=question.pk)
    following = next_state(rules.QUESTIONS, held.state, verb)
    if following is None:
        return held
    if verb == "set_aside" and not why:
        raise Refusal("no_reason", _("Say why: whoever asked reads it."), status=409)
    held.state, held.why_set_aside = following, why if verb == "set_aside" else ""
    held.save(update_fields=["state", "why_set_aside"])
    record_event(f"{verb}_question", held, by=by, place_id=held.place_id)
    touch_room(question.room, is_asked_anew=True)
    return held
