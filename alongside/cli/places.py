"""Find the place that was typed."""

from typing import TYPE_CHECKING

from alongside.cli.refused import CommandRefused

if TYPE_CHECKING:
    from alongside.foundation.places.models import Place


def place_named(slug: str) -> "Place":
    """Return the place with this name in addresses; the operator may know of every one."""
    from alongside.foundation.places.models import Place

    place = Place.objects.filter(slug=slug).first()
    if place is None:
        raise CommandRefused(f"There is no place {slug!r}.")
    return place
