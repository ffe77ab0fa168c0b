"""One initiative: where it happens, and what others do in the same way."""

from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from alongside.foundation.initiatives.models import Initiative, InitiativeWard, Stage
from alongside.foundation.places.models import Place, Ward
from alongside.foundation.practices.queries import Fit, practices_that_fit, service_areas_of
from alongside.foundation.prepared.reads import Given, prepared

MOST_ALIKE = 6


@prepared
def _initiative_at() -> QuerySet[Initiative]:
    initiatives = Initiative.objects.in_place(Given("place")).filter(slug=Given("slug"))
    return initiatives.select_related("service")[:1]


def initiative_at(place: Place, slug: str) -> Initiative | None:
    """Return the initiative at an address."""
    return _initiative_at.first(place=place.pk, slug=slug)


@prepared
def _wards_listed() -> QuerySet[Ward]:
    named = InitiativeWard.objects.in_place(Given("place")).filter(initiative=Given("initiative"))
    here = Exists(named.filter(ward=OuterRef("pk")))
    return Ward.objects.in_place(Given("place")).annotate(is_here=here)


def where_it_happens(initiative: Initiative) -> list[Ward] | None:
    """Return the wards; none where it happens everywhere, nothing where no wards are listed."""
    listed: list[Any] = _wards_listed(place=initiative.place_id, initiative=initiative.pk)
    return [ward for ward in listed if ward.is_here] if listed else None


def cases_that_fit(initiative: Initiative, *, limit: int = MOST_ALIKE) -> list[Fit]:
    """Return the practices chosen for an initiative, then others that fit it."""
    chosen = [
        Fit(practice, chosen=True) for practice in initiative.practices.select_related("place")
    ]
    known = {fit.practice.pk for fit in chosen}
    fitting = practices_that_fit(
        initiative.place,
        co=initiative.co,
        approach=initiative.approach,
        service_areas=service_areas_of(initiative.service) if initiative.service else (),
    )
    return [*chosen, *(fit for fit in fitting if fit.practice.pk not in known)][:limit]


@prepared
def _tried_alike() -> QuerySet[Initiative]:
    alike = Initiative.objects.in_place(Given("place")).filter(approach=Given("approach"))
    tried = alike.exclude(pk=Given("this")).at(Stage.EXISTING, Stage.TRYING, Stage.STOPPED)
    placed = tried.select_related("service").prefetch_related("wards")
    return placed.order_by("title", "pk")[:MOST_ALIKE]


def tried_here(initiative: Initiative) -> list[Initiative]:
    """Return other initiatives here that work in the same way and went beyond an idea."""
    place_id, approach = initiative.place_id, initiative.approach
    return _tried_alike(place=place_id, approach=approach, this=initiative.pk) if approach else []
