"""What must always hold of cases (`alongside check`)."""

from collections.abc import Callable, Iterable, Iterator

from alongside.learning.case_studies.models import CaseStudy, CollectedCase, PublishedCase


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """The sentences about cases that must be true."""
    return {
        "Every published case is the entry that everybody finds": entries_that_differ,
        "What its partnership calls published, everybody can read": published_nowhere,
        "Collections hold cases of their own nation": collected_elsewhere,
    }


def entries_that_differ() -> Iterator[str]:
    """Published cases whose entry in the index has another title, no source or no words."""
    told = PublishedCase.objects.unscoped(reason="a check of all places")
    for case in told.select_related("practice", "place").order_by("pk"):
        entry = case.practice
        if entry.title != case.title or not entry.source or not entry.body:
            yield f"{case.place.slug}/{entry.slug}"


def published_nowhere() -> Iterator[str]:
    """Case studies in the state "published" without a public entry."""
    told = PublishedCase.objects.unscoped(reason="a check of all places")
    public = told.filter(practice__withdrawn_on__isnull=True).values("case_id")
    cases = CaseStudy.objects.unscoped(reason="a check of all places")
    lost = cases.filter(state=CaseStudy.State.PUBLISHED).exclude(public_id__in=public)
    for case in lost.select_related("place").order_by("pk"):
        yield f"{case.place.slug}/{case.slug}"


def collected_elsewhere() -> Iterator[str]:
    """Collected cases that another place owns."""
    held = CollectedCase.objects.unscoped(reason="a check of all places").select_related("practice")
    for one in held.order_by("pk"):
        if one.practice.place_id != one.place_id:
            yield f"case {one.practice_id} in collection {one.collection_id}"
