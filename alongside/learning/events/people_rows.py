"""The rows of the list of who comes. Written here and not in a template: there may be hundreds."""

from collections.abc import Iterable
from typing import Any

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from alongside.foundation.gatherings.models import Booking


def rows_of_people(
    bookings: Iterable[Booking], *, can_tick: bool, can_cancel: bool
) -> list[list[Any]]:
    """Name, how to reach them, what they need, pictures, and a button with a box to print."""
    words = {
        "came": _("Is here"),
        "away": _("Undo"),
        "cancel": _("Cancel"),
        "yes": _("yes"),
        "no": _("no"),
        "kept": _("place kept, not confirmed"),
    }
    return [_row(one, words, can_tick=can_tick, can_cancel=can_cancel) for one in bookings]


def _row(booking: Booking, words: dict[str, str], *, can_tick: bool, can_cancel: bool) -> list[Any]:
    contact, needs = getattr(booking, "contact", None), getattr(booking, "needs", None)
    name = contact.name if contact else _("a former participant")
    is_kept = booking.state == Booking.State.OFFERED
    return [
        f"{name} ({words['kept']})" if is_kept else name,
        _lines(contact.phone, contact.email) if contact else "",
        _lines(needs.access, needs.diet) if needs else "",
        words["yes"] if booking.photos_agreed else words["no"],
        _buttons(booking, name, words, can_tick=can_tick, can_cancel=can_cancel),
    ]


def _lines(*texts: str) -> SafeString:
    """One below the other; each may break anywhere, as addresses must on a phone."""
    told = "<br>".join(escape(text) for text in texts if text)
    return mark_safe(f'<span class="event-reach">{told}</span>')  # noqa: S308 - escaped just now


def _buttons(
    booking: Booking, name: str, words: dict[str, str], *, can_tick: bool, can_cancel: bool
) -> SafeString:
    box = '<span class="event-box" aria-hidden="true"></span>'
    if booking.came_at is not None:
        return mark_safe("✓ " + _button("away", booking, name, words))  # noqa: S308 - as below
    if can_tick and booking.state != Booking.State.WAITING:
        return mark_safe(_button("came", booking, name, words) + box)  # noqa: S308
    if can_cancel:
        return mark_safe(_button("cancel", booking, name, words) + box)  # noqa: S308
    return mark_safe(box)  # noqa: S308 - our own words, and a name that is escaped


def _button(verb: str, booking: Booking, name: str, words: dict[str, str]) -> str:
    return (
        f'<button class="event-plain event-noprint" type="submit" name="do" '
        f'value="{verb}:{booking.public_id}">{escape(words[verb])}'
        f'<span class="govuk-visually-hidden"> {escape(name)}</span></button>'
    )
