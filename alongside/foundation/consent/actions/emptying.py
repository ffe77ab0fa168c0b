"""Empty a place that has left: nothing of it stays but its name and its addresses (trust 22).

Everybody in it is erased first, one by one, so that accounts are closed, tombstones are set, and
what they said in other places stands as by a former participant. Then its rows go, whichever room
they lie in: all tables that belong to places, but those that the data map keeps as long as the
installation runs.
"""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, models, transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.consent.actions.erasing import (
    close_account_of_nobody,
    erase_person,
    erase_seat,
)
from alongside.foundation.consent.data_map import data_map
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import refuse_unless
from alongside.foundation.members.models import Person, Seat
from alongside.foundation.places.models import FormerSlug, Place, PlaceArea
from alongside.foundation.places.rules import can_empty
from alongside.foundation.places.tenancy import TenantModel

OUTLIVES = "installation"


@transaction.atomic
def empty_place(place: Place, *, by: Actor) -> int:
    """Erase its people, delete its rows, and note the day. Returns how many rows went.

    A table that still points at one of them ends the transaction with an error, and nothing went.
    """
    refuse_unless(can_empty(by, place), _("Only a place that has left is emptied."))
    _erase_people(place, by)
    PlaceArea.objects.filter(place=place).delete()
    FormerSlug.objects.filter(place=place).delete()
    count = sum(_delete_rows(model, place) for model in tables_of_places())
    place.contact_name = place.contact_phone = place.contact_hours = ""
    place.map_row = place.map_column = None
    place.emptied_on = timezone.localdate()
    place.save()
    record_event("empty_place", place, by=by, place_id=place.pk, fields={"emptied_on"})
    return count


def _erase_people(place: Place, by: Actor) -> None:
    for person in Person.objects.in_place(place).select_related("user"):
        user = person.user
        erase_person(person, by=by)
        if user is not None:
            close_account_of_nobody(user, by=by)
    for seat in Seat.objects.in_place(place):
        erase_seat(seat, by=by)


def tables_of_places() -> Iterator[type[TenantModel]]:
    """Return every table whose rows go when their place does."""
    rules = data_map()
    for model in apps.get_models():
        if issubclass(model, TenantModel):
            fields = rules[model._meta.label].fields
            if not all(field.kept == OUTLIVES for field in fields):
                yield model


def _delete_rows(model: type[TenantModel], place: Place) -> int:
    """Delete one table's rows in a statement; keys are compared when the transaction ends."""
    rows: Any = models.QuerySet(model).filter(place=place)
    for joined in model._meta.many_to_many:
        through: Any = joined.remote_field.through
        if through._meta.auto_created:
            links: Any = models.QuerySet(through).filter(**{f"{joined.m2m_field_name()}__in": rows})
            links._raw_delete(connection.alias)  # noqa: SLF001 - a collector would load every row
    count: int = rows._raw_delete(connection.alias)  # noqa: SLF001
    return count
