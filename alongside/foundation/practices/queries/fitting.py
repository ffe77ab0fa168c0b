"""The practices that fit what is not happening yet: one gap with its page, or many in a list."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from alongside.foundation.places.models import Place, Service
from alongside.foundation.places.reference import starter_services
from alongside.foundation.practices.models import Practice
from alongside.foundation.prepared.reads import Given, prepared


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


@prepared
def _practices_alike() -> QuerySet[Practice]:
    alike = Q(co=Given("co")) | Q(approach=Given("approach")) & ~Q(approach="")
    index = Practice.objects.drawn_from(Given("place"), Given("nation"))
    return index.filter(alike).select_related("place")


def practices_that_fit(
    place: Place, *, co: str, approach: str = "", service_areas: Sequence[str] = ()
) -> list[Fit]:
    """Return the practices that fit one gap, best first.

    A practice fits with the same approach or the same Co. The order is: same approach, then same
    service area, then same Co, then what shows change, then the title.
    """
    practices = _practices_alike(place=place.pk, nation=place.nation_id, co=co, approach=approach)
    fits = [
        Fit(
            practice,
            same_approach=bool(approach) and practice.approach == approach,
            same_area=practice.service_area in service_areas,
            same_co=practice.co == co,
        )
        for practice in practices
    ]
    return sorted(
        fits,
        key=lambda fit: (
            not fit.same_approach,
            not fit.same_area,
            not fit.same_co,
            not fit.practice.shows_change,
            fit.practice.title,
        ),
    )


class Case(NamedTuple):
    """What a list tells of a practice: enough to name it, and to lead to its page."""

    owner: str  # the slug of the nation, or of the place itself
    slug: str
    title: str
    council_area: str
    service_area: str
    co: str
    approach: str
    rests_on: str

    def __str__(self) -> str:
        return self.title


@prepared
def _cases_in() -> QuerySet[Practice, tuple[str, str, str, str, str, str, str, str]]:
    index = Practice.objects.drawn_from(Given("place"), Given("nation")).order_by()
    fields = ("slug", "title", "council_area", "service_area", "co", "approach", "rests_on")
    return index.values_list("place__slug", *fields)


class Cases:
    """The index of a place, to be set beside many gaps. One query, when it is made."""

    def __init__(self, place: Place) -> None:
        cases = [Case(*row) for row in _cases_in(place=place.pk, nation=place.nation_id)]
        cases.sort(key=lambda case: (case.rests_on != Practice.Basis.CHANGE, case.title))
        self._of_co: dict[str, list[Case]] = defaultdict(list)
        self._of_approach: dict[str, list[Case]] = defaultdict(list)
        for case in cases:
            self._of_co[case.co].append(case)
            if case.approach:
                self._of_approach[case.approach].append(case)
        self._areas_of_co = {co: _areas(found) for co, found in self._of_co.items()}
        self._areas_of_approach = {way: _areas(found) for way, found in self._of_approach.items()}

    def fitting(self, gap: Gap) -> list[Case]:
        """The cases that fit a gap, in the order of `practices_that_fit`."""
        alike = self._of_approach.get(gap.approach, [])
        named = gap.approach or None  # two without a way of working are not alike
        others = [case for case in self._of_co.get(gap.co, []) if case.approach != named]
        return [
            *sorted(alike, key=lambda c: (c.service_area not in gap.service_areas, c.co != gap.co)),
            *sorted(others, key=lambda c: c.service_area not in gap.service_areas),
        ]

    def farness(self, gap: Gap) -> int:
        """How far the best case is: 0 the same way of working in such a service, 3 none at all."""
        areas = self._areas_of_approach.get(gap.approach)
        if areas is not None:
            return 1 - (not areas.isdisjoint(gap.service_areas))
        areas = self._areas_of_co.get(gap.co)
        if areas is not None:
            return 2 - (not areas.isdisjoint(gap.service_areas))
        return 3


def _areas(cases: list[Case]) -> set[str]:
    return {case.service_area for case in cases}


def service_areas_of(service: Service) -> tuple[str, ...]:
    """Return the words under which the index files services of this kind."""
    return _areas_of_starters().get(service.starter_key, ())


@cache
def _areas_of_starters() -> dict[str, tuple[str, ...]]:
    return {starter.key: starter.areas for starter in starter_services()}
