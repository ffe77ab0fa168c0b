"""Search in the index of practice."""

from django.db.models import Q

from alongside.foundation.places.models import Place
from alongside.foundation.practices.models import Practice, PracticeQuerySet

_WORDS = 6  # of a search that are looked at


def practices_matching(place: Place, *, words: str = "", **exactly: str) -> PracticeQuerySet:
    """Return the index of a place, filtered; every word must occur somewhere."""
    index: PracticeQuerySet = Practice.objects.for_partnership(place).select_related("place")
    return filtered(index, words=words, **exactly).order_by("title", "pk")


def filtered(found: PracticeQuerySet, *, words: str = "", **exactly: str) -> PracticeQuerySet:
    """Return those that have exactly these fields, where one is asked for, and all of the words."""
    found = found.filter(**{field: value for field, value in exactly.items() if value})
    for word in words.split()[:_WORDS]:
        found = found.filter(
            Q(title__icontains=word)
            | Q(what_happens__icontains=word)
            | Q(approach__icontains=word)
            | Q(council_area__icontains=word)
            | Q(service_area__icontains=word)
        )
    return found


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
