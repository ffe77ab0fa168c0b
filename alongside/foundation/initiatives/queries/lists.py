"""Lists of initiatives, with their stage."""

from django.utils.text import slugify

from alongside.foundation.initiatives.models import Initiative, InitiativeQuerySet, Stage
from alongside.foundation.places.models import EVERYWHERE, Place
from alongside.foundation.places.slugs import first_free

# Addresses within the list that are not initiatives.
RESERVED_SLUGS = frozenset({"new"})


def initiatives_with_stage(place: Place) -> InitiativeQuerySet:
    """Return a place's initiatives with `stage` and `stops_on`, service and wards fetched along."""
    initiatives: InitiativeQuerySet = Initiative.objects.in_place(place).with_stage()
    placed = initiatives.select_related("service").prefetch_related("wards")
    return placed.order_by("title", "pk")


def free_slug(place: Place, title: str) -> str:
    """Return a slug that no initiative of the place has."""
    base = slugify(title)[:70].strip("-") or "activity"
    alike = Initiative.objects.in_place(place).filter(slug__startswith=base)
    taken = set(alike.values_list("slug", flat=True)) | RESERVED_SLUGS
    return first_free(base, taken)


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
