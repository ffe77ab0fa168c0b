"""Book a place, or a place on the waiting list; confirm an offer; cancel.

The gathering's row is locked from the first look at its free places to the end, so that the last
place goes once and numbers follow the order in which people came.
"""

import hashlib
import json
import uuid
from dataclasses import asdict, dataclass

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.actions import join_activity
from alongside.foundation.consent.models import Participant
from alongside.foundation.gatherings import rules
from alongside.foundation.gatherings.actions.telling import note
from alongside.foundation.gatherings.actions.words import NOT_ALLOWED
from alongside.foundation.gatherings.models import (
    Booking,
    BookingContact,
    Gathering,
    Needs,
    Notification,
)
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.history.moves import moved_meanwhile
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.members.models import Group
from alongside.foundation.members.seats import LIFETIME, renew_words, take_seat

State = Booking.State


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody says who books."""

    name: str
    email: str = ""
    phone: str = ""
    access: str = ""
    diet: str = ""
    photos_agreed: bool = False

    @property
    def digest(self) -> str:
        """By which the same wish, sent again, is known."""
        return hashlib.sha256(json.dumps(asdict(self), sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Booked:
    """A booking; for a guest also the seat's cookie and three words, shown only now."""

    booking: Booking
    cookie: str = ""
    words: str = ""


@transaction.atomic
def book(gathering: Gathering, wish: Wish, *, submission_key: uuid.UUID, by: Actor) -> Booked:
    """Book for oneself: a place while there is one, else the next number on the waiting list.

    No history is written: an event would tie an account to its participant (trust 40).
    """
    known = _sent_before(gathering, wish, submission_key)
    if known is not None:
        return known
    if not rules.can_attend_gathering(by, gathering):
        raise Refusal("members_only", _("This is for members. Sign in, or ring us."))
    participant, cookie, words = _participant(gathering, by)
    held = _open_gathering(gathering)
    if standing := _standing_of(held, participant):
        return Booked(standing)
    booking = _keep(held, participant, wish, submission_key, Booking.Channel.WEB)
    return Booked(booking, cookie, words)


@transaction.atomic
def enter_booking(
    gathering: Gathering,
    wish: Wish,
    *,
    channel: str,
    submission_key: uuid.UUID,
    by: Actor,
) -> Booked:
    """Book for somebody who rang, wrote, or stands at the door."""
    refuse_unless(rules.can_run_gathering(by, gathering), NOT_ALLOWED)
    known = _sent_before(gathering, wish, submission_key)
    if known is not None:
        return known
    participant, cookie, words = _guest(gathering)
    if channel == Booking.Channel.DOOR:
        held = Gathering.objects.in_place(gathering.place).locked(gathering)
        if held.state not in (Gathering.State.PUBLISHED, Gathering.State.HELD):
            raise moved_meanwhile()
    else:
        held = _open_gathering(gathering)
    booking = _keep(held, participant, wish, submission_key, channel)
    record_event("enter_booking", booking, by=by, place_id=booking.place_id)
    return Booked(booking, cookie, words)


def _sent_before(gathering: Gathering, wish: Wish, key: uuid.UUID) -> Booked | None:
    """The booking that this form made already: a second click, or a reply that got lost.

    Whoever holds the form's key made the booking, so they may have words for it again.
    """
    known = (
        Booking.objects.in_place(gathering.place)
        .filter(submission_key=key)
        .select_related("participant__seat")
        .first()
    )
    if known is None:
        return None
    if known.payload_hash != wish.digest or known.gathering_id != gathering.pk:
        raise Refusal(
            "sent_already",
            _("This form was sent already, with other words in it. The first ones count."),
            status=409,
            next_step=_("Open your booking, and cancel or ring to change it."),
        )
    known.gathering = gathering
    seat = known.participant.seat
    return Booked(known, "", renew_words(seat) if seat else "")


def _open_gathering(gathering: Gathering) -> Gathering:
    """The gathering, locked; refused once nobody can book any more, by the database's clock."""
    held: Gathering = Gathering.objects.in_place(gathering.place).locked(gathering)
    if held.state == Gathering.State.CANCELLED:
        raise Refusal("cancelled", _("This doesn't take place. Nobody can book."), status=409)
    if held.state != Gathering.State.PUBLISHED or held.starts_at <= held.now:  # type: ignore[attr-defined] # annotated
        raise Refusal("closed", _("Booking has closed. Ring us if you want to come."), status=409)
    refuse_unless(held.place.is_writable, _("Nothing can be booked here any more."))
    return held


def _participant(gathering: Gathering, by: Actor) -> tuple[Participant, str, str]:
    """Members book as themselves; everybody else gets a seat for it."""
    activity = gathering.activity
    activity.place = gathering.place
    if by.kind is ActorKind.PERSON and gathering.place_id in by.persons:
        person = by.persons[gathering.place_id]
        hats = Participant.objects.in_place(gathering.place).filter(
            activity=activity, person=person
        )
        known = hats.first()
        return (
            known or join_activity(activity, by=by, group=Group.RESIDENT, group_confirmed=False),
            "",
            "",
        )
    return _guest(gathering)


def _guest(gathering: Gathering) -> tuple[Participant, str, str]:
    activity = gathering.activity
    activity.place = gathering.place
    seat, cookie, words = take_seat(
        gathering.place,
        activity_id=activity.pk,
        group=Group.RESIDENT,
        group_confirmed=False,
        until=gathering.ends_at + LIFETIME,
    )
    return join_activity(activity, by=actor_of_seat(seat)), cookie, words


def _standing_of(gathering: Gathering, participant: Participant) -> Booking | None:
    bookings = Booking.objects.in_place(gathering.place).filter(gathering=gathering)
    return bookings.filter(participant=participant, state__in=Booking.STANDS).first()


def _keep(
    gathering: Gathering, participant: Participant, wish: Wish, key: uuid.UUID, channel: str
) -> Booking:
    """Write the booking with the next number; it has a place if one is free."""
    at_door = channel == Booking.Channel.DOOR
    is_free = gathering.free_count > 0
    state = State.WALK_IN if at_door else State.BOOKED if is_free else State.WAITING
    gathering.last_number += 1
    gathering.taken_count += state == State.BOOKED
    gathering.save(update_fields=["last_number", "taken_count"])
    place_id = gathering.place_id
    booking = Booking.objects.create(
        place_id=place_id,
        gathering=gathering,
        participant=participant,
        submission_key=key,
        payload_hash=wish.digest,
        number=gathering.last_number,
        state=state,
        channel=channel,
        photos_agreed=wish.photos_agreed,
        came_at=timezone.now() if at_door else None,
    )
    BookingContact.objects.create(
        place_id=place_id, booking=booking, name=wish.name, email=wish.email, phone=wish.phone
    )
    if wish.access or wish.diet:
        Needs.objects.create(place_id=place_id, booking=booking, access=wish.access, diet=wish.diet)
    if not at_door:
        note([booking], Notification.What(state))
    return booking
