"""What the pages of a revealed matrix show: its release, read together with its items' titles."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language

from alongside.foundation.disclosure.models import Release
from alongside.foundation.places.vocabulary import Words
from alongside.foundation.prepared.reads import Given, prepared
from alongside.star.focus_it.drawing import MatrixPicture
from alongside.star.focus_it.models import Criterion, Item, Matrix
from alongside.star.focus_it.queries.matrices import criteria_of
from alongside.star.focus_it.queries.readings import ItemReading, read_items
from alongside.star.focus_it.queries.releases import latest_figures

TOLD = (
    "number", "version", "title", "text", "cost_pence", "staff_days", "initiative__co",
    "initiative__slug", "decision__verdict", "decision__on",
)  # fmt: skip


@dataclass(frozen=True)
class Results:
    """The figures of the last turn that was revealed, item by item."""

    matrix: Matrix
    release: Release
    items: list[ItemReading]
    criteria: list[Criterion]
    added: list[Item]  # put on the list since, and not rated yet

    @property
    def bundle(self) -> dict[str, Any]:
        bundle: dict[str, Any] = self.release.bundle
        return bundle

    @property
    def turn(self) -> int:
        turn: int = self.bundle["turn"]
        return turn

    def item(self, number: int) -> ItemReading | None:
        return next((item for item in self.items if item.number == number), None)


def results_of(matrix: Matrix) -> Results | None:
    """Return what was revealed last, or nothing before the first reveal. Three queries."""
    release = latest_figures(matrix)
    if release is None:
        return None
    listed = _titled(place=matrix.place_id, matrix=matrix.pk)
    items = read_items(release.bundle, listed)
    known = {item.number for item in items}
    added = [item for item in listed if item.number not in known]
    return Results(matrix, release, items, criteria_of(matrix), added)


@prepared
def _titled() -> QuerySet[Item]:
    """What is on the list, with what pages tell of it: fifty items are read for every page."""
    items = Item.objects.in_place(Given("place")).filter(matrix=Given("matrix"))
    listed = items.filter(withdrawn_at__isnull=True).select_related("initiative", "decision")
    return listed.only(*TOLD)


def kept_key(results: Results, words: Words, picture: MatrixPicture, *more: object) -> str:
    """Return the key under which a page keeps what follows from a release (trust 20).

    A release never changes; titles, words and the reader's language may. It means something within
    this process only.
    """
    parts = (
        results.matrix.place.slug,
        results.matrix.slug,
        results.release.digest,
        tuple((item.number, item.item.title, item.has_new_words) for item in results.items),
        tuple((item.number, item.title) for item in results.added),
        tuple((one.key, one.name, one.weight) for one in results.criteria),
        tuple(words.items()),
        picture,
        get_language(),
        more,
    )
    return f"{results.release.pk}:{hash(parts)}"
