"""History can be added to, and nothing else."""

import pytest
from django.db import IntegrityError, transaction

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.models import Event
from tests.people import World


def test_an_event_cannot_be_changed(world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.update(verb="nothing happened")


def test_an_event_cannot_be_deleted(world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Event.objects.all().delete()


@pytest.mark.django_db(transaction=True)
def test_history_outside_a_transaction_is_refused() -> None:
    from tests.people import make_world

    world = make_world()
    with pytest.raises(RuntimeError):
        record_event("x", world.nation, by=system_actor(), place_id=None)


def test_an_event_holds_names_of_fields_and_no_values(world: World) -> None:
    from alongside.foundation.places.actions import edit_place

    edit_place(world.strathmuir, contact_name="Moira", by=world.cara.actor)
    event = Event.objects.in_place(world.strathmuir.pk).first()
    assert (event.verb, event.changed_fields) == ("edit_place", ["contact_name"])
    assert "Moira" not in str(vars(event))
