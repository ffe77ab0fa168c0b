"""Hold an event's room: open it, prepare polls, ask and reveal them one at a time, end it."""

import uuid
from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.disclosure.actions import fingerprint, freeze_release
from alongside.foundation.disclosure.models import Release
from alongside.foundation.disclosure.together import ENGINES
from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.moves import moved_meanwhile, next_state
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.rooms.actions import end_room, move_room, prepare_room, touch_room
from alongside.foundation.rooms.models import Room
from alongside.learning.events import rules
from alongside.learning.events.models import Floor, Poll
from alongside.learning.events.queries.counting import KIND, answers_of, poll_figures
from alongside.learning.events.queries.live import room_of

NOT_ALLOWED = _("Your role here doesn't hold the room of an event.")
State = Poll.State


@transaction.atomic
def open_live(gathering: Gathering, *, by: Actor) -> Room:
    """Give an announced event its room, once; its door is opened by itself."""
    refuse_unless(rules.can_hold_live(by, gathering), NOT_ALLOWED)
    held = Gathering.objects.in_place(gathering.place).locked(gathering)
    if (known := room_of(gathering)) is not None:
        return known
    if held.state != Gathering.State.PUBLISHED or rules.is_over(held, timezone.now()):
        raise Refusal("not_on", _("Only an event that is announced has a live part."), status=409)
    gathering.activity.place = gathering.place
    room = prepare_room(gathering.activity, by=by)
    room.place = gathering.place
    Floor.objects.create(
        place_id=room.place_id, room=room, reads_first=rules.reads_first_by_default(gathering)
    )
    return move_room(room, "begin", turn=room.turn, by=by)[0]


@transaction.atomic
def prepare_poll(
    gathering: Gathering,
    room: Room,
    *,
    question: str,
    choices: Sequence[str],
    submission_key: uuid.UUID,
    by: Actor,
) -> Poll:
    """Write down a question for later; the same form sent twice makes one."""
    refuse_unless(rules.can_hold_live(by, gathering), NOT_ALLOWED)
    polls = Poll.objects.in_place(room.place)
    poll, is_new = polls.get_or_create(
        submission_key=submission_key,
        defaults={
            "place_id": room.place_id,
            "room": room,
            "question": question,
            "choices": list(choices),
        },
    )
    if is_new:
        record_event("prepare_poll", poll, by=by, place_id=poll.place_id)
    return poll


@transaction.atomic
def remove_poll(gathering: Gathering, poll: Poll, *, by: Actor) -> None:
    """Take away a poll that nobody was asked yet."""
    refuse_unless(rules.can_hold_live(by, gathering), NOT_ALLOWED)
    held = _locked(poll)
    if held.state != State.PREPARED:
        raise moved_meanwhile()
    record_event("remove_poll", held, by=by, place_id=held.place_id)
    held.delete()


@transaction.atomic
def move_poll(gathering: Gathering, poll: Poll, verb: str, *, by: Actor) -> Poll:
    """Open, reveal or close a poll. A second press of the same button does nothing more.

    The room is held, so that one poll is open at a time; the poll is held, so that no vote comes
    in while it is counted.
    """
    refuse_unless(rules.can_hold_live(by, gathering), NOT_ALLOWED)
    room = Room.objects.in_place(gathering.place).locked(poll.room)
    held = _locked(poll)
    following = next_state(rules.POLLS, held.state, verb)
    if following is None:
        return held
    if verb == "open":
        _make_way(room, by=by)
    if verb == "reveal":
        held.release = _freeze(gathering, held, by=by)
    held.state = following
    held.save(update_fields=["state", "release"])
    record_event(f"{verb}_poll", held, by=by, place_id=held.place_id)
    touch_room(room, is_asked_anew=True)
    return held


def _locked(poll: Poll) -> Poll:
    held: Poll = Poll.objects.in_place(poll.place).select_for_update().get(pk=poll.pk)
    return held


def _make_way(room: Room, *, by: Actor) -> None:
    """Nothing is asked beside another poll; one that was revealed is closed for the next."""
    if room.stage == Room.Stage.ENDED:
        raise Refusal("ended", _("This room has ended."), status=409)
    for before in Poll.objects.in_place(room.place).filter(room=room, state__in=Poll.ON_SCREEN):
        if before.state == State.OPEN:
            raise Refusal(
                "another_is_open", _("Reveal the poll that is open before the next."), status=409
            )
        before.state = State.CLOSED
        before.save(update_fields=["state"])
        record_event("close_poll", before, by=by, place_id=before.place_id)


def _freeze(gathering: Gathering, poll: Poll, *, by: Actor) -> Release:
    answers = answers_of(poll)
    counted = [poll.pk, sorted((one.pk, one.choice) for one in answers)]
    gathering.activity.place = gathering.place
    return freeze_release(
        gathering.activity,
        kind=KIND,
        bundle=poll_figures(poll, answers),
        inputs_hash=fingerprint(counted),
        engine_versions=ENGINES,
        answers_as_of=timezone.now(),
        by=by,
    )


def end_rooms_of_the_past(*, by: Actor) -> int:
    """End the room of every event that is over or called off; sweeps state, at any time."""
    found = Gathering.objects.unscoped(reason="a sweep over all places")
    held = found.filter(activity__room__isnull=False)
    living = held.exclude(activity__room__stage=Room.Stage.ENDED)
    ended, now = 0, timezone.now()
    for gathering in living.select_related("place", "activity__room"):
        if rules.is_over(gathering, now):
            room: Room = gathering.activity.room
            room.place = gathering.place
            ended += end_room(room, by=by)
    return ended
