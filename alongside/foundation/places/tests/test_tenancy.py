"""Tenant scope: refused unless narrowed, and the database's own guard."""

import pytest
from django.db import IntegrityError, connection, transaction

from alongside.foundation.history.triggers import declared_triggers, present_triggers
from alongside.foundation.members.models import Membership
from alongside.foundation.places.models import Service
from alongside.foundation.places.tenancy import ScopeError
from tests.people import World


@pytest.mark.parametrize(
    "read",
    [
        lambda: list(Service.objects.all()),
        lambda: Service.objects.count(),
        lambda: Service.objects.filter(name="x").exists(),
        lambda: Service.objects.first(),
        lambda: Service.objects.get(pk=1),
        lambda: Service.objects.update(name="x"),
        lambda: Service.objects.all().delete(),
        lambda: list(Service.objects.all().iterator()),
        lambda: list(Service.objects.values_list("name")),
    ],
)
def test_reading_without_scope_is_refused(world: World, read) -> None:
    with pytest.raises(ScopeError):
        read()


def test_an_actor_sees_only_rows_of_its_own_places(world: World) -> None:
    names = set(Service.objects.visible_to(world.cara.actor).values_list("name", flat=True))
    assert names == {"Home care", "Parks and play"}


def test_rows_reached_through_a_parent_are_in_scope(world: World) -> None:
    assert [m.role for m in world.ann.person.memberships.all()] == ["contributor"]


def test_a_union_is_scoped_only_if_each_part_is(world: World) -> None:
    narrowed = Service.objects.in_place(world.strathmuir)
    with pytest.raises(ScopeError):
        list(narrowed.union(Service.objects.all()))


def test_parent_and_child_in_two_places_are_refused_by_the_database(world: World) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(
            place=world.strathmuir, person=world.eve.person, role="viewer", group=""
        )


def test_moving_a_child_to_another_place_is_refused_by_the_database(world: World) -> None:
    membership = world.ann.person.memberships.get()
    membership.place = world.glenbeg
    with pytest.raises(IntegrityError), transaction.atomic():
        membership.save()


def test_every_declared_trigger_is_present(db: None) -> None:
    declared = {trigger.name for trigger in declared_triggers()}
    assert len(declared) > 40
    assert declared == present_triggers(connection)
