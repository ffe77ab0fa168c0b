"""Cards of enquiries, for the desk."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _

from alongside.foundation.enquiries.models import Enquiry
from alongside.foundation.places.models import Place


@dataclass(frozen=True, slots=True)
class Card:
    """What `ui "card"` shows of an enquiry."""

    title: str
    url: str
    text: str
    tag: Any
    facts: tuple[str, ...]


def cards_of(place: Place, enquiries: Iterable[Enquiry], today: date) -> list[Card]:
    """Return a card for each, with what is next to know of it."""
    return [
        Card(
            title=enquiry.name or _("Somebody without a name"),
            url=reverse("enquiries:answer", args=[place.slug, enquiry.public_id]),
            text=Truncator(enquiry.text).chars(200),
            tag=_("late") if enquiry.is_late(today) else None,
            facts=tuple(_facts(enquiry)),
        )
        for enquiry in enquiries
    ]


def _facts(enquiry: Enquiry) -> Iterable[str]:
    yield _("sent on %(day)s") % {"day": date_format(enquiry.sent_at, "DATE_FORMAT")}
    if enquiry.answered_on:
        yield _("answered on %(day)s") % {"day": date_format(enquiry.answered_on)}
        yield str(enquiry.get_answered_how_display())
        if enquiry.answered_by:
            yield str(enquiry.answered_by)
        return
    if enquiry.held_for:
        yield str(enquiry.get_held_for_display())
    else:
        yield _("promised by %(day)s") % {"day": date_format(enquiry.answer_by)}
    if not enquiry.can_be_answered:
        yield _("no address or number was left")
