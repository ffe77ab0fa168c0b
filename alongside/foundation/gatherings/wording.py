"""When and where, in words: the same on pages, in letters and in calendars."""

from datetime import date, datetime
from functools import lru_cache

from django.conf import settings
from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from alongside.foundation.gatherings.models import Gathering
from alongside.foundation.search.kinds import front_of


def when_told(gathering: Gathering) -> str:
    """Day and times where people meet, such as "Tuesday 24 November 2026, 10:00 to 16:00"."""
    start = gathering.starts_at.astimezone(gathering.zone)
    end = gathering.ends_at.astimezone(gathering.zone)
    if start.date() == end.date():
        told = {"day": day_told(start), "start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
        return _("%(day)s, %(start)s to %(end)s") % told
    first, last = (f"{day_told(at)}, {at:%H:%M}" for at in (start, end))
    return _("%(start)s to %(end)s") % {"start": first, "end": last}


def day_told(moment: datetime) -> str:
    """The day of a moment that is in the time of the place already."""
    return _day_in(moment.date(), get_language() or "")


@lru_cache(maxsize=2048)
def _day_in(day: date, _language: str) -> str:
    """Lists name the same days again and again, and a day takes Django long to write."""
    return f"{date_format(day, 'l')} {date_format(day, 'j F Y')}"


def moment_told(moment: datetime, gathering: Gathering) -> str:
    """A moment, in the time of the place where people meet."""
    local = moment.astimezone(gathering.zone)
    return f"{day_told(local)}, {local:%H:%M}"


def where_told(gathering: Gathering) -> str:
    """The venue, or that it is online; the link itself is for those who booked."""
    return gathering.venue or _("online; the link comes with your booking")


def page_of(gathering: Gathering) -> str:
    """The path of the page that tells everybody about it."""
    return front_of("event", gathering.place.slug, gathering.slug)


def address_of(gathering: Gathering, page: str = "") -> str:
    """The whole address of its page, or of one below, for letters and calendars."""
    return f"{settings.BASE_URL}{page_of(gathering)}{page}"
