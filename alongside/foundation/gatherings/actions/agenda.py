"""Put the parts of a day on the agenda, and take them off."""

from datetime import datetime

from django.db import transaction

from alongside.foundation.gatherings.actions.gatherings import held_gathering
from alongside.foundation.gatherings.models import AgendaItem, Gathering
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor


@transaction.atomic
def add_agenda_item(
    gathering: Gathering, *, starts_at: datetime, title: str, speaker: str, room: str, by: Actor
) -> AgendaItem:
    """Put one part of the day on the agenda; the same sent twice stands there once."""
    gathering = held_gathering(gathering, by)
    item, is_new = AgendaItem.objects.in_place(gathering.place).get_or_create(
        gathering=gathering,
        starts_at=starts_at,
        title=title,
        room=room,
        defaults={"place": gathering.place, "speaker": speaker},
    )
    if is_new:
        record_event("add_agenda_item", item, by=by, place_id=gathering.place_id)
    return item


@transaction.atomic
def remove_agenda_item(gathering: Gathering, *, number: int, by: Actor) -> None:
    """Take a part off the agenda."""
    gathering = held_gathering(gathering, by)
    item = AgendaItem.objects.in_place(gathering.place).filter(gathering=gathering, pk=number)
    for one in item:
        record_event("remove_agenda_item", one, by=by, place_id=gathering.place_id)
        one.delete()
