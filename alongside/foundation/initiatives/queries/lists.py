"""Lists of initiatives, with their stage."""

from alongside.foundation.initiatives.models import Initiative, InitiativeQuerySet, Stage
from alongside.foundation.places.models import EVERYWHERE, Place
from alongside.foundation.places.slugs import free_slug_among

# Addresses within the list that are not initiatives.
RESERVED_SLUGS = frozenset({"new"})


def initiatives_with_stage(place: Place) -> InitiativeQuerySet:
    """Return a place's initiatives with `stage` and `stops_on`, service and wards fetched along."""
    initiatives: InitiativeQuerySet = Initiative.objects.in_place(place).with_stage()
    placed = initiatives.select_related("service").prefetch_related("wards")
    return placed.order_by("title", "pk")


def free_slug(place: Place, title: str) -> str:
    """Return a slug that no initiative of the place has."""
    rows = Initiative.objects.in_place(place)
    return free_slug_among(rows, title, otherwise="activity", reserved=RESERVED_SLUGS)


def initiatives_matching(
    place: Place, *, stage: str = "", co: str = "", service: str = "", ward: str = ""
) -> InitiativeQuerySet:
    """Return a place's initiatives, filtered, with their stage."""
    found = initiatives_with_stage(place)
    if stage:
        found = found.at(Stage(stage))
    if co:
        found = found.filter(co=co)
    if service:
        found = found.filter(service__slug=service)
    if ward == EVERYWHERE:
        found = found.everywhere()
    elif ward:
        found = found.filter(wards__slug=ward)
    return found
