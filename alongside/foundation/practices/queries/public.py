"""The part of the index that everybody may read: what a nation restated from a published source."""

from django.db.models import Q, QuerySet

from alongside.foundation.places.models import Place
from alongside.foundation.practices.models import Practice, PracticeQuerySet
from alongside.foundation.prepared.reads import Given, prepared

ALIKE = 3


def public_practices() -> PracticeQuerySet:
    """Return every entry that everybody may read, by title."""
    everything = Practice.objects.unscoped(reason="what nations restated from published sources")
    found: PracticeQuerySet = (
        everything.filter(
            place__kind=Place.Kind.NATION,
            place__state__in=(Place.State.ACTIVE, Place.State.LEAVING),
            withdrawn_on__isnull=True,
        )
        .exclude(source="")
        .select_related("place")
        .defer("body")
    )
    return found.order_by("title", "pk")


def is_public(practice: Practice) -> bool:
    """Whether everybody may read an entry, as far as it says itself; its nation may have left."""
    is_told = bool(practice.source) and practice.withdrawn_on is None
    return is_told and practice.place.kind == Place.Kind.NATION


@prepared
def _public_practice_at() -> QuerySet[Practice]:
    return public_practices().filter(place__slug=Given("nation"), slug=Given("slug"))[:1]


def public_practice_at(nation: str, slug: str) -> Practice | None:
    """Return the entry at an address, if everybody may read it. One query."""
    return _public_practice_at.first(nation=nation, slug=slug)


def practices_like(practice: Practice) -> list[Practice]:
    """Return the public entries most like one: way of working, then service area, then Co."""
    near = Q(co=practice.co) | Q(service_area=practice.service_area)
    if practice.approach:
        near |= Q(approach=practice.approach)
    others = list(public_practices().filter(near).exclude(pk=practice.pk))
    others.sort(
        key=lambda other: (
            not practice.approach or other.approach != practice.approach,
            other.service_area != practice.service_area,
            other.co != practice.co,
            not other.shows_change,
            other.title,
        )
    )
    return others[:ALIKE]
