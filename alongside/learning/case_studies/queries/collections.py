"""Reads of collections: those that everybody may read, and those of the team."""

import hashlib
import json
from typing import Any

from alongside.foundation.places.models import Place
from alongside.foundation.practices.models import Practice, PracticeQuerySet
from alongside.foundation.practices.queries.public import public_practices
from alongside.learning.case_studies.models import (
    TOLD,
    Booklet,
    Collection,
    PublishedCase,
)

FOUND = 12  # of a search for cases to put in


def public_collections() -> list[Collection]:
    """Return every collection that everybody may read. One query."""
    shown = Collection.objects.for_everybody().select_related("place")
    return list(shown.order_by("title", "pk"))


def public_collection_at(nation: str, slug: str) -> Collection | None:
    """Return one of them."""
    shown = Collection.objects.for_everybody().select_related("place")
    return shown.filter(place__slug=nation, slug=slug).first()


def collections_of(nation: Place) -> list[Collection]:
    """Return a nation's collections, also those that nobody else reads yet. One query."""
    return list(Collection.objects.in_place(nation))


def collection_at(nation: Place, slug: str) -> Collection | None:
    """Return one of them."""
    own = Collection.objects.in_place(nation).select_related("place")
    return own.filter(slug=slug).first()


def cases_in(collection: Collection) -> list[Practice]:
    """Return the cases of a collection in their order: those withdrawn since are passed over."""
    inside = public_practices().filter(
        pk__in=collection.collected.values("practice"), place=collection.place_id
    )
    order = dict(collection.collected.values_list("practice_id", "number"))
    return sorted(inside, key=lambda practice: order[practice.pk])


def cases_to_put_in(collection: Collection, words: str) -> PracticeQuerySet:
    """Return the first public cases of the nation with these words that are not in it yet."""
    others = public_practices().filter(place=collection.place_id)
    for word in words.split()[:6]:
        others = others.filter(title__icontains=word)
    return others.exclude(pk__in=collection.collected.values("practice"))[:FOUND]


def told_among(collection: Collection, cases: list[Practice]) -> dict[int, PublishedCase]:
    """Return what was told in full of some entries, by their number. One query."""
    told = PublishedCase.objects.in_place(collection.place).filter(practice__in=cases)
    return {one.practice_id: one for one in told.select_related("partnership")}


def booklet_about(collection: Collection) -> Booklet | None:
    """Return when its booklet was made, without the files. One query."""
    return Booklet.objects.in_place(collection.place).filter(collection=collection).defer(
        "pdf", "epub"
    ).first()  # fmt: skip


def booklet_file(collection: Collection, kind: str) -> bytes | None:
    """Return one file of its booklet."""
    made = Booklet.objects.in_place(collection.place).filter(collection=collection)
    found = made.values_list(kind, flat=True).first()
    return bytes(found) if found is not None else None


def booklet_inputs(collection: Collection) -> str:
    """Return a mark of all that a booklet is made from."""
    cases = cases_in(collection)
    told = told_among(collection, cases)
    inputs: list[Any] = [collection.title, collection.introduction]
    for case in cases:
        full = told.get(case.pk)
        inputs += [case.title, case.what_happens, case.source, case.note, case.rests_on]
        inputs += [str(getattr(full, name)) for name in TOLD] if full else []
    return hashlib.sha256(json.dumps(inputs).encode()).hexdigest()
