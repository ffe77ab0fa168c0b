"""An event that another place will hold: announced anew there, called off here.

Bookings don't go along. Whoever booked told one place their name and what they need, and nobody
else: they are written to, and book anew where it is held now.
"""

from django.db import transaction
from django.utils.translation import gettext as _

from alongside.foundation.gatherings.actions.agenda import add_agenda_item
from alongside.foundation.gatherings.actions.gatherings import (
    Told,
    cancel_gathering,
    held_gathering,
    prepare_gathering,
    publish_gathering,
)
from alongside.foundation.gatherings.models import AgendaItem, Gathering
from alongside.foundation.gatherings.wording import address_of
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.places.models import Place


@transaction.atomic
def hand_over_gathering(gathering: Gathering, *, to: Place, by: Actor) -> Gathering:
    """Let another place hold it, with the same agenda; everybody who booked is told where."""
    held = held_gathering(gathering, by)
    told = Told(**{name: getattr(held, name) for name in Told.__slots__})
    activity = held.activity
    offered = {name: getattr(activity, name) for name in activity.HELP_FIELDS}
    offered["note"] = activity.help_note
    there = prepare_gathering(to, told, help_offered=offered, by=by)
    for item in AgendaItem.objects.in_place(held.place).filter(gathering=held):
        parts = {name: getattr(item, name) for name in ("starts_at", "title", "speaker", "room")}
        add_agenda_item(there, **parts, by=by)
    there = publish_gathering(there, by=by)
    why = _("%(place)s holds it now. Please book anew: %(url)s") % {
        "place": to.name,
        "url": address_of(there),
    }
    cancel_gathering(held, why=why, by=by)
    record_event("hand_over_gathering", held, by=by, place_id=held.place_id)
    return there
