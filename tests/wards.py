"""Wards for tests: two in Strathmuir, one in Glenbeg."""

from alongside.foundation.places.actions import ToldWard, add_wards
from alongside.foundation.places.models import Ward
from alongside.foundation.places.queries import wards_of
from tests.people import World


def hill_and_moor(world: World) -> list[Ward]:
    """List them, and return those of Strathmuir."""
    add_wards(world.strathmuir, [ToldWard("Hill"), ToldWard("Moor")], by=world.cara.actor)
    add_wards(world.glenbeg, [ToldWard("Canary")], by=world.eve.actor)
    wards = wards_of(world.strathmuir)
    for ward in wards:
        ward.place = world.strathmuir
    return wards
