"""Reads of the index of practice: search, and the cases that fit what is not happening yet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.models import Place, Service
from alongside.foundation.places.reference import starter_services
from alongside.foundation.practices.models import Practice, PracticeQuerySet

ANY_SERVICE = "All services"  # how the index files what suits every service
_WORDS = 6  # of a search that are looked at


@dataclass(frozen=True, slots=True)
class Gap:
    """Something that is not happening: a Co, the way of working, the service areas it lies in."""

    co: str
    approach: str = ""
    service_areas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Fit:
    """A practice and why it stands here."""

    practice: Practice
    same_approach: bool = False
    same_area: bool = False
    same_co: bool = False
    chosen: bool = False

    @property
    def why(self) -> Any:
        """Say in a few words why this case is shown."""
        if self.chosen:
            return _("chosen for this activity")
        if self.same_approach and self.same_area:
            return _("the same way of working, in a service like this")
        if self.same_approach:
            return _("the same way of working")
        if self.same_area:
            return _("a service like this")
        return _("done together in the same way, elsewhere")


def practices_for_gaps(place: Place, gaps: Iterable[Gap]) -> dict[Gap, list[Fit]]:
    """Return for each gap the practices that fit, best first; one query for all gaps.

    A practice fits with the same approach or the same Co. The order is: same approach, then same
    service area, then same Co, then what shows change, then the title.
    """
    asked = list(dict.fromkeys(gaps))
    wanted = Q(co__in={gap.co for gap in asked}) | Q(
        approach__in={gap.approach for gap in asked if gap.approach}
    )
    practices = (
        list(Practice.objects.for_partnership(place).filter(wanted).select_related("place"))
        if asked
        else []
    )
    practices.sort(key=lambda practice: (not practice.shows_change, practice.title))
    return {gap: _fitting(gap, practices) for gap in asked}


def practices_that_fit(
    place: Place, *, co: str, approach: str = "", service_areas: Sequence[str] = ()
) -> list[Fit]:
    """Return the practices that fit one gap; see `practices_for_gaps`."""
    gap = Gap(co, approach, tuple(service_areas))
    return practices_for_gaps(place, [gap])[gap]


def _fitting(gap: Gap, practices: Iterable[Practice]) -> list[Fit]:
    """The practices that fit; those that fit alike stay in the order they come in."""
    fits = [
        Fit(
            practice,
            same_approach=bool(gap.approach) and practice.approach == gap.approach,
            same_area=practice.service_area in gap.service_areas,
            same_co=practice.co == gap.co,
        )
        for practice in practices
        if practice.co == gap.co or (gap.approach and practice.approach == gap.approach)
    ]
    return sorted(fits, key=lambda fit: (not fit.same_approach, not fit.same_area, not fit.same_co))


def service_areas_of(service: Service) -> tuple[str, ...]:
    """Return the words under which the index files services of this kind."""
    areas = {starter.key: starter.areas for starter in starter_services()}
    return areas.get(service.starter_key, ())


def practices_matching(
    place: Place, *, co: str = "", service_area: str = "", words: str = ""
) -> PracticeQuerySet:
    """Return the index of a place, filtered; every word must occur somewhere."""
    found: PracticeQuerySet = Practice.objects.for_partnership(place).select_related("place")
    if co:
        found = found.filter(co=co)
    if service_area:
        found = found.filter(service_area=service_area)
    for word in words.split()[:_WORDS]:
        found = found.filter(
            Q(title__icontains=word)
            | Q(what_happens__icontains=word)
            | Q(approach__icontains=word)
            | Q(council_area__icontains=word)
            | Q(service_area__icontains=word)
        )
    return found.order_by("title", "pk")


def service_areas_in_index(place: Place) -> list[str]:
    """Return the service areas that the index knows, in order."""
    areas = Practice.objects.for_partnership(place).order_by("service_area")
    return list(areas.values_list("service_area", flat=True).distinct())


def approaches_in_index(place: Place) -> list[str]:
    """Return the ways of working that the index knows, in order."""
    named = Practice.objects.for_partnership(place).exclude(approach="").order_by("approach")
    return list(named.values_list("approach", flat=True).distinct())


def practice_at(place: Place, *, owner: str, slug: str) -> Practice | None:
    """Return the entry at an address; `owner` is the slug of the nation or of the place itself."""
    found = Practice.objects.for_partnership(place).select_related("place")
    return found.filter(place__slug=owner, slug=slug).first()
