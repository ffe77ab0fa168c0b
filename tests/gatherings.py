"""Gatherings for tests, made by the actions that pages use."""

import uuid
from datetime import datetime, timedelta
from typing import Any

from django.utils import timezone

from alongside.foundation.consent.models import Activity, Participant
from alongside.foundation.gatherings.actions.after import add_material, give_feedback
from alongside.foundation.gatherings.actions.agenda import add_agenda_item
from alongside.foundation.gatherings.actions.booking import Booked, Wish, book, enter_booking
from alongside.foundation.gatherings.actions.gatherings import (
    Told,
    hold_gathering,
    prepare_gathering,
    publish_gathering,
)
from alongside.foundation.gatherings.mail import way_to
from alongside.foundation.gatherings.models import Booking, Gathering
from alongside.foundation.history.actor import ANONYMOUS, Actor
from alongside.foundation.members.actors import actor_of_seat
from alongside.foundation.places.models import Place
from alongside.foundation.rooms.actions import open_door
from alongside.foundation.rooms.models import Room
from alongside.learning.events.actions.floor import ask, enter_live
from alongside.learning.events.actions.live import move_poll, open_live, prepare_poll
from alongside.learning.events.actions.reading import move_question, read_first
from alongside.learning.events.models import FloorQuestion, Poll

HELP = dict.fromkeys(Activity.HELP_FIELDS, "request")


def told(*, title: str = "Plan it together", days: float = 30, **changed: Any) -> Told:
    """What an organiser says, of something in so many days."""
    starts: datetime = timezone.now().replace(microsecond=0) + timedelta(days=days)
    said: dict[str, Any] = {
        "title": title,
        "kind": "workshop",
        "what": "We plan home care together.\n\nFor everybody who uses it or works in it.",
        "starts_at": starts,
        "ends_at": starts + timedelta(hours=3),
        "capacity": 40,
        "venue": "Town hall, 1 High Street",
        "contact_name": "Cara Bell",
        "contact_phone": "01632 960 114",
    }
    return Told(**(said | changed))


def prepared(place: Place, *, by: Actor, **changed: Any) -> Gathering:
    """A draft."""
    return prepare_gathering(place, told(**changed), help_offered={**HELP, "note": ""}, by=by)


def announced(place: Place, *, by: Actor, **changed: Any) -> Gathering:
    """Something that people can book."""
    return publish_gathering(prepared(place, by=by, **changed), by=by)


def books(gathering: Gathering, name: str = "Gail", **said: Any) -> Booked:
    """Somebody without an account books."""
    email = said.pop("email", f"{name.lower().replace(' ', '.')}@example.org")
    wish = Wish(name=name, email=email, **said)
    return book(gathering, wish, submission_key=uuid.uuid4(), by=ANONYMOUS)


def begin_now(gathering: Gathering, *, hours_ago: float = 1) -> Gathering:
    """Let it have begun already, as the clock would."""
    length = gathering.ends_at - gathering.starts_at
    starts = timezone.now() - timedelta(hours=hours_ago)
    rows = Gathering.objects.in_place(gathering.place).filter(pk=gathering.pk)
    rows.update(starts_at=starts, ends_at=starts + length)
    return fresh(gathering)


def fresh(gathering: Gathering) -> Gathering:
    """The same, as it is in the database now."""
    found = Gathering.objects.in_place(gathering.place).select_related("activity", "place")
    return found.get(pk=gathering.pk)


def states(gathering: Gathering) -> list[tuple[int, str]]:
    """Every booking's number and state, in order."""
    rows = Booking.objects.in_place(gathering.place).filter(gathering=gathering)
    return list(rows.order_by("number").values_list("number", "state"))


def held_with(place: Place, names: list[str], *, by: Actor, **changed: Any) -> Gathering:
    """One that took place, with these who came."""
    gathering = announced(place, by=by, **changed)
    bookings = [books(gathering, name).booking for name in names]
    begin_now(gathering, hours_ago=5)
    rows = Booking.objects.in_place(place).filter(pk__in=[one.pk for one in bookings])
    rows.update(came_at=timezone.now() - timedelta(hours=4))
    return hold_gathering(fresh(gathering), by=by)


def furnish_gatherings(place: Place, told_here: str, *, by: Actor) -> dict[str, str]:
    """Something to see on every page of events; return what stands in addresses.

    What is announced is for everybody, in every place; who comes and what is prepared is not.
    """
    public = f"in {place.name}"
    coming = announced(place, by=by, title=f"Coming event {public}", capacity=2)
    starts = coming.starts_at
    add_agenda_item(coming, starts_at=starts, title="Welcome", speaker="Cara", room="1", by=by)
    for name in ("Gail", "Hugh", "Ida"):
        books(coming, f"{name} {told_here}", access=f"A ramp {told_here}", diet="vegan")
    wish = Wish(name=f"Jean {told_here}", phone="01632 960 777")
    enter_booking(coming, wish, channel="phone", submission_key=uuid.uuid4(), by=by)
    hold_live(coming, told_here, by=by)
    names = [f"Person {number} {told_here}" for number in range(6)]
    past = held_with(place, names, by=by, title=f"Past event {public}")
    add_material(past, title="Slides", link="https://example.org/slides", by=by)
    draft = prepared(place, by=by, title=f"Draft event {told_here}")
    announced(place, by=by, title=f"Members' event {told_here}", audience="members")
    letter = Booking.objects.in_place(place).filter(gathering=coming).earliest("pk")
    return {
        "coming": coming.slug,
        "past": past.slug,
        "draft-event": draft.slug,
        "letter": way_to(letter).rstrip("/").rsplit("/", 1)[1],
    }


def hold_live(gathering: Gathering, told_here: str, *, by: Actor) -> None:
    """An open room with a poll that is asked, one that waits, and a question; its holder is in."""
    room = open_door(open_live(gathering, by=by), by=by)
    polls = [poll_in(gathering, room, f"{name} {told_here}", by=by) for name in ("Now", "Later")]
    move_poll(gathering, polls[0], "open", by=by)
    enter_live(gathering, room, participant=None, through_door=False, cookie="", by=by)
    guest = guest_in(gathering, room)
    asked = [asks(room, guest, f"{name} {told_here}?") for name in ("Who pays", "Who reads")]
    move_question(gathering, asked[0], "show", by=by)


def hall_of(gathering: Gathering, *, by: Actor) -> Room:
    """Its room with an open door, where questions are shown at once."""
    room = open_door(open_live(gathering, by=by), by=by)
    read_first(gathering, room, reads_first=False, by=by)
    return room


def poll_in(
    gathering: Gathering,
    room: Room,
    question: str = "Where first?",
    choices: tuple[str, ...] = ("Home care", "Parks"),
    *,
    by: Actor,
) -> Poll:
    """A poll that waits to be opened."""
    key = uuid.uuid4()
    poll = prepare_poll(
        gathering, room, question=question, choices=choices, submission_key=key, by=by
    )
    poll.room, poll.place = room, room.place
    return poll


def guest_in(gathering: Gathering, room: Room) -> Participant:
    """Somebody without an account comes in through the door."""
    return enter_live(
        gathering,
        room,
        participant=None,
        through_door=True,
        cookie=uuid.uuid4().hex,
        by=ANONYMOUS,
    )


def asks(room: Room, participant: Participant, text: str = "Who pays?") -> FloorQuestion:
    """Somebody in the room asks a question."""
    question = ask(room, participant, text=text, submission_key=uuid.uuid4())
    question.room, question.place = room, room.place
    return question


def says_how(booking: Booking, worth: str = "yes", **said: str) -> None:
    """Somebody who came says how it was."""
    answers = {"took_part": "yes", "will_do": "", "better": ""} | said
    give_feedback(booking, worth=worth, submission_key=uuid.uuid4(), **answers)


def seat_actor(booking: Booking) -> Actor:
    """The guest who made a booking."""
    seat = booking.participant.seat
    assert seat is not None
    return actor_of_seat(seat)
