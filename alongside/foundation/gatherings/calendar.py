"""Calendar files that every calendar program reads.

Source: RFC 5545 (iCalendar): lines of at most 75 octets, folded; texts escaped; moments in UTC, so
that no zone needs to be described; one UID for one thing for ever, and a SEQUENCE that rises with
each change, by which programs know that it is the same appointment at another time.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from django.conf import settings

from alongside.foundation.gatherings.models import Booking, Gathering
from alongside.foundation.gatherings.wording import address_of, where_told

LONGEST_LINE = 75
PRODUCT = "-//Alongside//Events//EN"


@dataclass(frozen=True, slots=True)
class Appointment:
    """One entry of a calendar."""

    uid: str
    sequence: int
    changed_at: datetime
    starts_at: datetime
    ends_at: datetime
    title: str
    where: str
    text: str
    url: str
    status: str  # CONFIRMED, TENTATIVE or CANCELLED


def appointment_of(gathering: Gathering) -> Appointment:
    """A gathering as everybody may put it into a calendar."""
    off = gathering.state == Gathering.State.CANCELLED
    return Appointment(
        uid=_uid("event", str(gathering.public_id)),
        sequence=gathering.sequence,
        changed_at=gathering.changed_at,
        starts_at=gathering.starts_at,
        ends_at=gathering.ends_at,
        title=gathering.title,
        where=where_told(gathering),
        text=gathering.what,
        url=address_of(gathering),
        status="CANCELLED" if off else "CONFIRMED",
    )


def appointment_of_booking(booking: Booking) -> Appointment:
    """The same for somebody who booked: with the link to join, and as firm as the booking is."""
    gathering = booking.gathering
    state, off = booking.state, gathering.state == Gathering.State.CANCELLED
    has_place = state in (Booking.State.BOOKED, Booking.State.WALK_IN)
    gone = off or state in (Booking.State.CANCELLED, Booking.State.LAPSED)
    parts = (gathering.join_link if has_place else "", gathering.what)
    return Appointment(
        uid=_uid("booking", str(booking.public_id)),
        # Either may change the entry, and neither ever falls: so their sum rises with both.
        sequence=gathering.sequence + booking.sequence,
        changed_at=gathering.changed_at,
        starts_at=gathering.starts_at,
        ends_at=gathering.ends_at,
        title=gathering.title,
        where=gathering.venue or (gathering.join_link if has_place else where_told(gathering)),
        text="\n\n".join(filter(None, parts)),
        url=address_of(gathering, "booking/"),
        status="CANCELLED" if gone else "CONFIRMED" if has_place else "TENTATIVE",
    )


def _uid(kind: str, key: str) -> str:
    return f"{kind}-{key}@{urlsplit(settings.BASE_URL).hostname or 'alongside'}"


def calendar_text(appointments: Iterable[Appointment], *, name: str) -> str:
    """Return the file: lines end with CR and LF, none is longer than 75 octets."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODUCT}",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
    ]
    for appointment in appointments:
        lines += _lines(appointment)
    lines.append("END:VCALENDAR")
    return "".join(f"{folded}\r\n" for line in lines for folded in fold(line))


def _lines(one: Appointment) -> list[str]:
    return [
        "BEGIN:VEVENT",
        f"UID:{one.uid}",
        f"SEQUENCE:{one.sequence}",
        f"DTSTAMP:{_moment(one.changed_at)}",
        f"LAST-MODIFIED:{_moment(one.changed_at)}",
        f"DTSTART:{_moment(one.starts_at)}",
        f"DTEND:{_moment(one.ends_at)}",
        f"SUMMARY:{escaped(one.title)}",
        f"LOCATION:{escaped(one.where)}",
        f"DESCRIPTION:{escaped(one.text)}",
        f"URL:{one.url}",
        f"STATUS:{one.status}",
        "TRANSP:OPAQUE",
        "END:VEVENT",
    ]


def _moment(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def escaped(text: str) -> str:
    r"""A text as a value: backslash, semicolon, comma and line ends are written out.

    >>> escaped("Tea, cake; and\r\na \\ chat")
    'Tea\\, cake\\; and\\na \\\\ chat'
    """
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    plain = plain.replace("\r\n", "\n").replace("\r", "\n").replace("\n", "\\n")
    if plain.isprintable():
        return plain
    return "".join(sign for sign in plain if sign == "\t" or sign.isprintable())


def fold(line: str) -> Iterator[str]:
    """Break a line after at most 75 octets, never inside a letter; what follows begins with a blank."""
    if len(line) * 4 <= LONGEST_LINE or len(line.encode()) <= LONGEST_LINE:
        yield line
        return
    part, size = "", 0
    for sign in line:
        width = len(sign.encode())
        if size + width > LONGEST_LINE:
            yield part
            part, size = " ", 1
        part += sign
        size += width
    yield part
