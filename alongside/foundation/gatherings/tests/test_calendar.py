"""Calendar files, read back by a reader written from RFC 5545."""

import re
from datetime import UTC, datetime

from alongside.foundation.gatherings.actions.gatherings import cancel_gathering
from alongside.foundation.gatherings.actions.standing import cancel_booking
from alongside.foundation.gatherings.calendar import (
    appointment_of,
    appointment_of_booking,
    calendar_text,
)
from alongside.foundation.gatherings.models import Booking, Gathering
from tests.gatherings import announced, books, fresh
from tests.people import World

HOSTILE = "Tea, cake; \\ and\r\nBEGIN:VEVENT\nUID:evil " + "é😀" * 60


def read(text: str) -> dict[str, str]:
    """The last value of each property; every line's length is checked on the way."""
    assert text.endswith("\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    unfolded = re.sub("\r\n[ \t]", "", text)
    found = {}
    for line in unfolded.splitlines():
        name, _colon, value = line.partition(":")
        found[name] = re.sub(r"\\(.)", lambda m: "\n" if m[1] in "nN" else m[1], value)
    return found


def of_event(gathering: Gathering) -> dict[str, str]:
    return read(calendar_text([appointment_of(gathering)], name="Events"))


def of_booking(booking: Booking) -> dict[str, str]:
    found = Booking.objects.in_place(booking.place).select_related("gathering__place")
    return read(calendar_text([appointment_of_booking(found.get(pk=booking.pk))], name="Mine"))


def test_hostile_texts_come_back_as_they_were_and_add_no_line(world: World) -> None:
    gathering = announced(world.strathmuir, by=world.cara.actor, what=HOSTILE, title="A, b; c\\")
    told = of_event(gathering)
    assert told["DESCRIPTION"] == HOSTILE.replace("\r\n", "\n")
    assert told["SUMMARY"] == "A, b; c\\"
    assert "evil" not in told["UID"]


def test_moments_are_in_utc_whatever_the_zone(world: World) -> None:
    start = datetime(2031, 7, 1, 9, 0, tzinfo=UTC)
    gathering = announced(
        world.strathmuir, by=world.cara.actor, starts_at=start, ends_at=start.replace(hour=12)
    )
    told = of_event(gathering)
    assert (told["DTSTART"], told["DTEND"]) == ("20310701T090000Z", "20310701T120000Z")


def test_a_booking_keeps_its_uid_and_its_sequence_only_rises(world: World) -> None:
    by = world.cara.actor
    gathering = announced(
        world.strathmuir, by=by, capacity=1, venue="", join_link="https://meet.example.org/x"
    )
    gail, hugh = books(gathering, "Gail").booking, books(gathering, "Hugh").booking
    first, waits = of_booking(gail), of_booking(hugh)
    assert first["STATUS"] == "CONFIRMED"
    assert first["LOCATION"] == "https://meet.example.org/x"
    assert waits["STATUS"] == "TENTATIVE"
    assert "meet.example.org" not in str(waits)
    cancel_booking(gail)
    cancelled, offered = of_booking(gail), of_booking(hugh)
    assert cancelled["UID"] == first["UID"] != offered["UID"]
    assert cancelled["STATUS"] == "CANCELLED"
    assert int(cancelled["SEQUENCE"]) > int(first["SEQUENCE"])
    cancel_gathering(fresh(gathering), why="Snow", by=by)
    assert of_booking(hugh)["STATUS"] == "CANCELLED"
    assert int(of_booking(hugh)["SEQUENCE"]) > int(offered["SEQUENCE"])
