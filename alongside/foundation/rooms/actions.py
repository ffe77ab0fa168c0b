"""Writes to rooms: prepare, open and close the door, let in, ask, reveal, ask again, end."""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.db.models import F
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.models import Activity, Participant
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.rooms import rules
from alongside.foundation.rooms.codes import door_code, door_link, hash_of_code, hash_of_link
from alongside.foundation.rooms.models import Arrival, Room

NOT_ALLOWED = _("Only a facilitator or the programme lead can do this.")
# A door that nobody closes is closed the same evening.
OPEN_FOR = timedelta(hours=6)
TRIES = 50


@transaction.atomic
def prepare_room(activity: Activity, *, by: Actor, answers_until: datetime | None = None) -> Room:
    """Give an activity its room. Nobody can come in yet, and nothing is asked."""
    refuse_unless(rules.can_hold_rooms(by, activity.place), NOT_ALLOWED)
    room = Room.objects.create(
        place_id=activity.place_id, activity=activity, answers_until=answers_until
    )
    record_event("prepare_room", room, by=by, place_id=room.place_id)
    return room


@transaction.atomic
def open_door(room: Room, *, by: Actor) -> Room:
    """Open the door under a new code; an open one stays as it is, code and all."""
    room = Room.objects.in_place(room.place).locked(room)
    refuse_unless(rules.can_hold_room(by, room), NOT_ALLOWED)
    if room.stage == Room.Stage.ENDED:
        raise Refusal("ended", _("This room has ended."), status=409)
    now = timezone.now()
    if room.door_is_open(now):
        return room
    room.door_opened_at, room.door_closes_at = now, now + OPEN_FOR
    _give_new_code(room)
    record_event("open_door", room, by=by, place_id=room.place_id)
    return room


def _give_new_code(room: Room) -> None:
    """Two doors of the country never have one code at a time; the database sees to it."""
    for _try in range(TRIES):
        room.door_number += 1
        room.code_hash = hash_of_code(door_code(room))
        room.link_hash = hash_of_link(door_link(room))
        room.version += 1
        try:
            with transaction.atomic():
                room.save()
        except IntegrityError:
            continue
        return
    raise Refusal("no_code_free", _("No code is free just now. Try again."), status=409)


@transaction.atomic
def close_door(room: Room, *, by: Actor) -> Room:
    """Close the door: code and QR code open nothing any more; who is in stays in."""
    room = Room.objects.in_place(room.place).locked(room)
    refuse_unless(rules.can_hold_room(by, room), NOT_ALLOWED)
    if room.code_hash:
        _shut(room)
        record_event("close_door", room, by=by, place_id=room.place_id)
    return room


def _shut(room: Room) -> None:
    room.code_hash, room.link_hash = "", ""
    room.door_closes_at = min(room.door_closes_at or timezone.now(), timezone.now())
    room.version += 1
    room.save(update_fields=["code_hash", "link_hash", "door_closes_at", "version"])


@transaction.atomic
def count_heads(room: Room, *, heads: int | None, by: Actor) -> Room:
    """Note how many people are in the room, phone or no phone."""
    room = Room.objects.in_place(room.place).locked(room)
    refuse_unless(rules.can_hold_room(by, room), NOT_ALLOWED)
    if room.heads != heads:
        room.heads = heads
        room.version += 1
        room.save(update_fields=["heads", "version"])
        record_event("count_heads", room, by=by, place_id=room.place_id, fields={"heads"})
    return room


@transaction.atomic
def come_in(room: Room, participant: Participant) -> None:
    """Count somebody who came in through the present door, once.

    No history is written: an event would tie an account to its answers (trust 40).
    """
    if participant.activity_id != room.activity_id:
        message = f"participant {participant.pk} takes part in another activity"
        raise ValueError(message)
    Arrival.objects.in_place(room.place).get_or_create(
        room=room,
        door_number=room.door_number,
        participant=participant,
        defaults={"place_id": room.place_id},
    )


@transaction.atomic
def move_room(room: Room, verb: str, *, turn: int, by: Actor) -> tuple[Room, bool]:
    """Move a room on; return it, and whether it was moved by this call.

    `turn` is the one that the facilitator had before them. When another facilitator, or a second
    click, did the same in the meantime, nothing more happens; when something else was done, the
    call is refused.
    """
    room = Room.objects.in_place(room.place).locked(room)
    refuse_unless(rules.can_hold_room(by, room), NOT_ALLOWED)
    if rules.is_done(room, verb, turn):
        return room, False
    following = rules.stage_after(room.stage, verb)
    if following is None or room.turn != turn:
        raise Refusal(
            "moved_meanwhile",
            _("This can't be done now: the room is at “%(stage)s”.")
            % {"stage": room.get_stage_display()},
            status=409,
            next_step=_("Go back and look at where the room stands."),
        )
    room.stage, room.stage_since = following, timezone.now()
    room.turn += verb == "ask_again"
    room.version += 1
    room.save(update_fields=["stage", "stage_since", "turn", "version"])
    if room.stage == Room.Stage.ENDED:
        _shut(room)
    record_event(f"{verb}_room", room, by=by, place_id=room.place_id)
    return room, True


@transaction.atomic
def end_room(room: Room, *, by: Actor) -> bool:
    """End a room wherever it stands, because what it was for is over; whether this call did."""
    room = Room.objects.in_place(room.place).locked(room)
    refuse_unless(by.may("room.hold", room.place_id), NOT_ALLOWED)
    if room.stage == Room.Stage.ENDED:
        return False
    room.stage, room.stage_since = Room.Stage.ENDED, timezone.now()
    room.save(update_fields=["stage", "stage_since"])
    _shut(room)
    record_event("end_room", room, by=by, place_id=room.place_id)
    return True


@transaction.atomic
def touch_room(room: Room, *, is_asked_anew: bool = False) -> None:
    """Let the big screen know that something it shows has changed.

    Phones look anew only when what is asked has: other words, one more, one less.
    """
    rooms = Room.objects.in_place(room.place).filter(pk=room.pk)
    rooms.update(version=F("version") + 1, asked=F("asked") + int(is_asked_anew))


def close_doors_left_open(*, by: Actor) -> int:
    """Close every door whose time is over; sweeps state, so it can run at any time."""
    over = Room.objects.unscoped(reason="a sweep over all places").exclude(code_hash="")
    closed = 0
    for room in over.filter(door_closes_at__lte=Now()).select_related("place"):
        with transaction.atomic():
            held = Room.objects.in_place(room.place).locked(room)
            if held.code_hash and not held.door_is_open(timezone.now()):
                _shut(held)
                record_event("close_door", held, by=by, place_id=held.place_id)
                closed += 1
    return closed
