"""Letters to those who booked. Nothing a guest typed stands in them (trust 51)."""

from django.conf import settings
from django.core import signing
from django.core.mail import EmailMessage
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from alongside.foundation.gatherings.calendar import appointment_of_booking, calendar_text
from alongside.foundation.gatherings.models import Booking, Gathering, Notification
from alongside.foundation.gatherings.wording import moment_told, when_told, where_told
from alongside.foundation.members.mail import one_line

What = Notification.What
SALT = "gatherings.letter"
# Reminders and questions are for those who still have a place; the rest is told in any case.
WITH_A_PLACE = (What.WEEK, What.DAY)


def letter_about(told: Notification) -> EmailMessage | None:
    """Return the letter; nothing where it has become untrue meanwhile."""
    booking = told.booking
    gathering = booking.gathering
    if _is_outdated(told.what, booking):
        return None
    subject = _("%(what)s: %(title)s") % {
        "what": told.get_what_display(),
        "title": one_line(gathering.title),
    }
    body = render_to_string("gatherings/mail/letter.txt", _context(told, booking, gathering))
    letter = EmailMessage(subject, body, to=[booking.contact.email])
    if told.what not in (What.LAPSED, What.FEEDBACK):
        text = calendar_text([appointment_of_booking(booking)], name=gathering.title)
        letter.attach("event.ics", text, "text/calendar")
    return letter


def _is_outdated(what: str, booking: Booking) -> bool:
    states = Booking.State
    gathering_is_on = booking.gathering.state == Gathering.State.PUBLISHED
    if what in WITH_A_PLACE:
        return booking.state != states.BOOKED or not gathering_is_on
    if what == What.OFFERED:
        return booking.state != states.OFFERED or not gathering_is_on
    if what in (What.BOOKED, What.WAITING):
        return booking.state in (states.CANCELLED, states.LAPSED)
    return what == What.FEEDBACK and booking.came_at is None


def _context(told: Notification, booking: Booking, gathering: Gathering) -> dict[str, object]:
    until = booking.offered_until
    has_place = booking.state in (Booking.State.BOOKED, Booking.State.WALK_IN)
    return {
        "what": told.what,
        "gathering": gathering,
        "place": gathering.place,
        "when": when_told(gathering),
        "where": where_told(gathering),
        "join_link": gathering.join_link if has_place else "",
        "until": moment_told(until, gathering) if until else "",
        "url": way_to(booking),
    }


def way_to(booking: Booking) -> str:
    """The address in a letter that leads whoever holds it to their booking."""
    return f"{settings.BASE_URL}/help/booking/{signing.dumps(booking.pk, salt=SALT)}/"


def booking_behind(token: str) -> Booking | None:
    """Return the booking that a letter's address leads to; nothing for one that isn't ours."""
    try:
        number = signing.loads(token, salt=SALT)
    except signing.BadSignature:
        return None
    bookings = Booking.objects.unscoped(reason="the signed token says which")
    return bookings.filter(pk=number).select_related("gathering__place").first()
