"""Events of the example: one that took place, one that is full, and the nation's conference."""

import uuid
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time, timedelta
from itertools import cycle
from typing import Any
from zoneinfo import ZoneInfo

from django.utils import timezone

from alongside.foundation.accounts.models import User
from alongside.foundation.consent.models import Participant
from alongside.foundation.gatherings.actions.after import (
    add_material,
    release_feedback,
    tell_what_came,
)
from alongside.foundation.gatherings.actions.agenda import add_agenda_item
from alongside.foundation.gatherings.actions.booking import Wish, book
from alongside.foundation.gatherings.actions.gatherings import (
    Told,
    prepare_gathering,
    publish_gathering,
)
from alongside.foundation.gatherings.models import (
    Booking,
    BookingContact,
    Feedback,
    Gathering,
    Needs,
)
from alongside.foundation.history.actor import Actor
from alongside.foundation.members.actors import actor_of_user
from alongside.foundation.members.models import Group, Person
from alongside.foundation.places.models import Place
from alongside.site.demo.live import hold_live

NAMES = (
    "Aileen", "Bruce", "Catriona", "Duncan", "Effie", "Fergus", "Greer", "Hamish", "Iona", "Jock",
    "Kirsty", "Lachlan", "Mhairi", "Neil", "Oonagh", "Peigi",
)  # fmt: skip
FAMILIES = ("Aird", "Bain", "Calder", "Dunbar", "Eadie", "Fyfe", "Gow")
NEEDS = (("a place for my wheelchair", ""), ("", "vegan"), ("my daughter comes along", "no nuts"))
TOMORROW = timedelta(days=1)


def hold_events(
    places: Mapping[str, Place], organisers: Mapping[str, Actor], told: Mapping[str, Any]
) -> None:
    """Prepare and announce each event, with those who booked; what is past has taken place."""
    for one in told["events"]:
        held = _hold(places[one["place"]], one, by=organisers[one["place"]])
        if one.get("came"):
            _say_how_it_was(held, told["feedback"], by=organisers[one["place"]])


def _hold(place: Place, told: Mapping[str, Any], *, by: Actor) -> Gathering:
    """An event of the past is announced as one of tomorrow and then put where it belongs."""
    day = weekday_near(timezone.localdate() + timedelta(days=told["days"]))
    starts = datetime.combine(day, time(told["hour"]), tzinfo=ZoneInfo(place.timezone))
    is_past = told["days"] < 0
    shift = timezone.now() + TOMORROW - starts if is_past else timedelta(0)
    ends = starts + timedelta(hours=told["hours"])
    said = Told(
        title=told["title"],
        kind=told["kind"],
        what=told["what"].strip(),
        starts_at=starts + shift,
        ends_at=ends + shift,
        capacity=told["capacity"],
        venue=told["venue"],
        contact_name=place.contact_name or "Fay Brodie",
        contact_phone=place.contact_phone or "01632 960 100",
        help_by_on=day - timedelta(days=10),
    )
    offered = {**told["help"], "note": told["help_note"]}
    gathering = prepare_gathering(place, said, help_offered=offered, by=by)
    publish_gathering(gathering, by=by)
    for item in told["agenda"]:
        clock = time.fromisoformat(item["at"])
        at = datetime.combine(day, clock, tzinfo=ZoneInfo(place.timezone))
        parts = {name: item[name] for name in ("title", "speaker", "room")}
        add_agenda_item(gathering, starts_at=at, **parts, by=by)
    _book(gathering, told)
    if "live" in told:
        hold_live(gathering, told["live"], by=by)
    _afterwards(gathering, told, starts, ends, by=by)
    return gathering


def weekday_near(day: date) -> date:
    """The day itself, or the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _book(gathering: Gathering, told: Mapping[str, Any]) -> None:
    """Members who can sign in; then invented people, in any standing. All their rows at once."""
    members = told.get("members", ())
    _book_members(gathering, members)
    states = [Booking.State.BOOKED] * told.get("booked", 0)
    states += [Booking.State.WAITING] * told.get("waiting", 0)
    states += [Booking.State.WALK_IN] * told.get("walked_in", 0)
    place, came = gathering.place, told.get("came", 0)
    participants = Participant.objects.bulk_create(
        Participant(place=place, activity=gathering.activity, group=Group.RESIDENT)
        for _state in states
    )
    bookings = Booking.objects.bulk_create(
        Booking(
            place=place,
            gathering=gathering,
            participant=participant,
            submission_key=uuid.uuid4(),
            payload_hash="-",
            number=number,
            state=state,
            channel="door" if state == Booking.State.WALK_IN else "web",
            photos_agreed=number % 3 != 0,
            came_at=timezone.now() if number <= came or state == Booking.State.WALK_IN else None,
        )
        for number, (state, participant) in enumerate(
            zip(states, participants, strict=True), start=len(members) + 1
        )
    )
    BookingContact.objects.bulk_create(
        BookingContact(place=place, booking=booking, name=_name(n), email=f"guest{n}@example.org")
        for n, booking in enumerate(bookings)
    )
    Needs.objects.bulk_create(
        Needs(place=place, booking=booking, access=access, diet=diet)
        for booking, (access, diet) in zip(bookings[1::4], cycle(NEEDS), strict=False)
    )
    rows = Gathering.objects.in_place(place).filter(pk=gathering.pk)
    taken = len(members) + told.get("booked", 0)
    rows.update(taken_count=taken, last_number=len(members) + len(states))


def _book_members(gathering: Gathering, emails: Iterable[str]) -> None:
    for email in emails:
        user = User.objects.get(email=email)
        wish = Wish(Person.objects.in_place(gathering.place).get(user=user).name, email)
        book(gathering, wish, submission_key=uuid.uuid4(), by=actor_of_user(user))


def _name(number: int) -> str:
    return f"{NAMES[number % len(NAMES)]} {FAMILIES[number % len(FAMILIES)]}"


def _afterwards(
    gathering: Gathering, told: Mapping[str, Any], starts: datetime, ends: datetime, *, by: Actor
) -> None:
    """What is past has taken place, with what came of it."""
    if told["days"] >= 0:
        return
    rows = Gathering.objects.in_place(gathering.place).filter(pk=gathering.pk)
    rows.update(starts_at=starts, ends_at=ends, state=Gathering.State.HELD)
    held = rows.select_related("activity", "place").get()
    tell_what_came(held, what_came=told["what_came"].strip(), by=by)
    for material in told.get("materials", ()):
        add_material(held, **material, by=by)


def _say_how_it_was(gathering: Gathering, told: Mapping[str, Any], *, by: Actor) -> None:
    """What those who came said, and the figures that were frozen two weeks later."""
    bookings = Booking.objects.in_place(gathering.place).filter(gathering=gathering)
    came = list(bookings.filter(came_at__isnull=False).order_by("number"))
    worth, took_part = (
        [answer for answer, count in told[name].items() for _one in range(count)]
        for name in ("worth", "took_part")
    )
    words = {
        name: [*told[name], *[""] * (len(worth) - len(told[name]))]
        for name in ("will_do", "better")
    }
    Feedback.objects.bulk_create(
        Feedback(
            place=gathering.place,
            gathering=gathering,
            booking=booking,
            submission_key=uuid.uuid4(),
            worth=worth[n],
            took_part=took_part[n],
            will_do=words["will_do"][n],
            better=words["better"][n],
        )
        for n, booking in enumerate(came[: len(worth)])
    )
    release_feedback(gathering, by=by)
