"""Reads of the library that everybody may read: find cases, and all that one page of it shows."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from django.db.models import BooleanField, DateField, ExpressionWrapper, Q, QuerySet, UUIDField

from alongside.foundation.history.keeping import kept
from alongside.foundation.places.models import Place
from alongside.foundation.practices.models import Practice, PracticeQuerySet
from alongside.foundation.practices.queries.public import public_practices
from alongside.foundation.practices.queries.searchable import KIND
from alongside.foundation.prepared.reads import Given, prepared
from alongside.foundation.search.words_index import holds_words
from alongside.learning.case_studies.models import (
    CaseContact,
    CaseLabel,
    CaseStudy,
    Collection,
    Evidence,
    PublishedCase,
)

LABELLED = {"co": "co", "approach": "approach"}


def known_values() -> dict[str, list[str]]:
    """Return which services, ways of working and places the library knows.

    Read anew as soon as anything changed, in three queries over all cases; else one.
    """
    return kept("choices of cases", make=_known_values)


def _known_values() -> dict[str, list[str]]:
    return {
        "service_area": _distinct("service_area"),
        "approach": _distinct("approach"),
        "where": _distinct("council_area"),
    }


def _distinct(field: str) -> list[str]:
    named = public_practices().exclude(**{field: ""}).order_by(field)
    return list(named.values_list(field, flat=True).distinct())


def keys_of_cases(chosen: Mapping[str, str]) -> list[int]:
    """Return the keys of all cases that fit every filter, for whoever shows a page of them.

    Worked out anew as soon as anything changed; else one query.
    """
    fitting = cases_matching(**chosen).values_list("pk", flat=True)
    return kept("cases", sorted(chosen.items()), make=lambda: list(fitting))


def cases_with(keys: Sequence[int]) -> list[Practice]:
    """Return the cases with these keys, in their order."""
    return list(_in_order(public_practices().filter(pk__in=keys)))


def cases_matching(
    *, words: str = "", where: str = "", outcome: str = "", rests_on: str = "", **exactly: str
) -> PracticeQuerySet:
    """Return the entries that fit every filter, those told in full first, then by title."""
    found = public_practices()
    holding = holds_words(f"{Practice._meta.db_table}.id", words, KIND)
    if holding is not None:
        found = found.filter(holding)
    for field, value in exactly.items():
        if value:
            found = found.filter(Q(**{field: value}) | _labelled(field, value))
    if where:
        found = found.filter(council_area=where)
    if outcome:
        found = found.filter(_labelled("outcome", outcome))
    if rests_on in Evidence.values:
        found = found.filter(told__evidence=rests_on)
    elif rests_on:
        found = found.filter(rests_on=rests_on)
    return _in_order(found)


def _in_order(cases: PracticeQuerySet) -> PracticeQuerySet:
    told = ExpressionWrapper(Q(told__isnull=False), BooleanField())
    return cases.annotate(is_full=told).order_by("-is_full", "title", "pk")


def _labelled(kind: str, key: str) -> Q:
    labels = CaseLabel.objects.unscoped(reason="labels of what everybody may read")
    return Q(pk__in=labels.filter(kind=kind, key=key).values("practice"))


@prepared
def _told_of() -> QuerySet[PublishedCase]:
    told = PublishedCase.objects.in_place(Given("place")).filter(practice=Given("practice"))
    return told.select_related("partnership")[:1]


def partnerships_of(ids: Iterable[int]) -> list[Place]:
    """Return the partnerships of these numbers; people have one, now and then two. One query each."""
    found = (_partnership.first(id=pk) for pk in ids)
    return [place for place in found if place is not None]


@prepared
def _partnership() -> QuerySet[Place]:
    return Place.objects.partnerships().filter(pk=Given("id"))[:1]


def told_of(practice: Practice) -> PublishedCase | None:
    """Return what was told in full of an entry, if anything was. One query."""
    return _told_of.first(place=practice.place_id, practice=practice.pk)


def withdrawn_at(nation: str, slug: str) -> Practice | None:
    """Return an entry that was public at this address and is no more."""
    everything = Practice.objects.unscoped(reason="what was withdrawn says no more than that")
    return everything.filter(
        place__slug=nation, slug=slug, withdrawn_on__isnull=False, place__kind=Place.Kind.NATION
    ).first()


@prepared
def _contacts_of() -> QuerySet[CaseContact]:
    shown = CaseContact.objects.unscoped(reason="agreed to be read by everybody until their day")
    case, today = Given("case", UUIDField()), Given("today", DateField())
    there = (Place.State.ACTIVE, Place.State.LEAVING)
    return shown.filter(case__public_id=case, expires_on__gte=today, place__state__in=there)


def contacts_of(told: PublishedCase, today: date) -> list[CaseContact]:
    """Return whom readers can ask on that day: nobody whose day has passed."""
    return _contacts_of(case=told.case_id, today=today)


@prepared
def _checked_on() -> QuerySet[CaseStudy, date | None]:
    copies = CaseStudy.objects.unscoped(reason="one day of the partnership's copy")
    return copies.filter(public_id=Given("case", UUIDField())).values_list("checked_on", flat=True)


def checked_on(told: PublishedCase) -> date | None:
    """Return the day on which its partnership last found it right."""
    return next(iter(_checked_on(case=told.case_id)), None)


@prepared
def _collections_with() -> QuerySet[Collection]:
    own = Collection.objects.in_place(Given("place")).filter(is_public=True)
    return own.filter(collected__practice=Given("practice")).select_related("place")


def collections_with(practice: Practice) -> list[Collection]:
    """Return the public collections that hold an entry."""
    return _collections_with(place=practice.place_id, practice=practice.pk)
