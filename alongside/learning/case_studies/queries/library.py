"""Reads of the library that everybody may read: find cases, and all that one page of it shows."""

from datetime import date

from django.db.models import BooleanField, ExpressionWrapper, Q

from alongside.foundation.places.models import Place
from alongside.foundation.practices.models import Practice, PracticeQuerySet
from alongside.foundation.practices.queries.public import public_practices
from alongside.foundation.practices.queries.searchable import KIND
from alongside.foundation.search.words_index import keys_with
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
    """Return which services, ways of working and places the library knows. Three queries."""
    fields = {"service_area": "service_area", "approach": "approach", "where": "council_area"}
    return {name: _distinct(field) for name, field in fields.items()}


def _distinct(field: str) -> list[str]:
    named = public_practices().exclude(**{field: ""}).order_by(field)
    return list(named.values_list(field, flat=True).distinct())


def cases_matching(
    *, words: str = "", where: str = "", outcome: str = "", rests_on: str = "", **exactly: str
) -> PracticeQuerySet:
    """Return the entries that fit every filter, those told in full first, then by title."""
    found = public_practices()
    keys = keys_with(words, KIND)
    if keys is not None:
        found = found.filter(pk__in=keys)
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
    told = ExpressionWrapper(~Q(body=""), BooleanField())
    return found.annotate(is_full=told).order_by("-is_full", "title", "pk")


def _labelled(kind: str, key: str) -> Q:
    labels = CaseLabel.objects.unscoped(reason="labels of what everybody may read")
    return Q(pk__in=labels.filter(kind=kind, key=key).values("practice"))


def told_of(practice: Practice) -> PublishedCase | None:
    """Return what was told in full of an entry, if anything was. One query."""
    told = PublishedCase.objects.in_place(practice.place).filter(practice=practice)
    return told.select_related("partnership").first()


def withdrawn_at(nation: str, slug: str) -> Practice | None:
    """Return an entry that was public at this address and is no more."""
    everything = Practice.objects.unscoped(reason="what was withdrawn says no more than that")
    return everything.filter(
        place__slug=nation, slug=slug, withdrawn_on__isnull=False, place__kind=Place.Kind.NATION
    ).first()


def contacts_of(told: PublishedCase, today: date) -> list[CaseContact]:
    """Return whom readers can ask on that day: nobody whose day has passed."""
    shown = CaseContact.objects.unscoped(reason="agreed to be read by everybody until their day")
    return list(shown.filter(case__public_id=told.case_id, expires_on__gte=today))


def checked_on(told: PublishedCase) -> date | None:
    """Return the day on which its partnership last found it right."""
    copies = CaseStudy.objects.unscoped(reason="one day of the partnership's copy")
    return copies.filter(public_id=told.case_id).values_list("checked_on", flat=True).first()


def collections_with(practice: Practice) -> list[Collection]:
    """Return the public collections that hold an entry."""
    holding = Collection.objects.in_place(practice.place).filter(collected__practice=practice)
    return list(holding.filter(is_public=True).select_related("place"))
