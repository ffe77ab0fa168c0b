"""When and where, in words: the same on pages, in letters and in calendars."""

from datetime import datetime

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.search.kinds import front_of

HELP_LABELS = {
    "help_languages": gettext_lazy("Other languages"),
    "help_bsl": gettext_lazy("British Sign Language"),
    "help_easy_read": gettext_lazy("Easy Read"),
    "help_audio": gettext_lazy("Audio"),
    "help_large_print": gettext_lazy("Large print"),
}


def when_told(gathering: Gathering) -> str:
    """Day and times where people meet, such as "Tuesday 24 November 2026, 10:00 to 16:00"."""
    start = gathering.starts_at.astimezone(gathering.zone)
    end = gathering.ends_at.astimezone(gathering.zone)
    if start.date() == end.date():
        return _("%(day)s, %(start)s to %(end)s") % {
            "day": _day(start),
            "start": date_format(start, "H:i"),
            "end": date_format(end, "H:i"),
        }
    return _("%(start)s to %(end)s") % {
        "start": f"{_day(start)}, {date_format(start, 'H:i')}",
        "end": f"{_day(end)}, {date_format(end, 'H:i')}",
    }


def _day(moment: datetime) -> str:
    return f"{date_format(moment, 'l')} {date_format(moment, 'j F Y')}"


def moment_told(moment: datetime, gathering: Gathering) -> str:
    """A moment, in the time of the place where people meet."""
    return date_format(moment.astimezone(gathering.zone), "l j F Y, H:i")


def where_told(gathering: Gathering) -> str:
    """The venue, or that it is online; the link itself is for those who booked."""
    return gathering.venue or _("online; the link comes with your booking")


def page_of(gathering: Gathering) -> str:
    """The path of the page that tells everybody about it."""
    return front_of("event", gathering.place.slug, gathering.slug)


def address_of(gathering: Gathering, page: str = "") -> str:
    """The whole address of its page, or of one below, for letters and calendars."""
    return f"{settings.BASE_URL}{page_of(gathering)}{page}"
