"""What the pages of a revealed matrix show: its release, read together with its items' titles."""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import get_language

from alongside.foundation.disclosure.models import Release
from alongside.foundation.places.models import Place
from alongside.foundation.places.vocabulary import Words
from alongside.foundation.prepared.reads import Given, prepared
from alongside.star.focus_it.drawing import MatrixPicture
from alongside.star.focus_it.models import Criterion, Item, Matrix
from alongside.star.focus_it.queries.matrices import criteria_of, settled
from alongside.star.focus_it.queries.readings import Field, ItemReading, read_items
from alongside.star.focus_it.queries.releases import FIGURES, latest_figures

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
    added: list[Item]  # put on the list since, and not rated yet

    @cached_property
    def criteria(self) -> list[Criterion]:
        """What was asked about every item. One query, when first asked for."""
        return criteria_of(self.matrix)

    @property
    def bundle(self) -> dict[str, Any]:
        bundle: dict[str, Any] = self.release.bundle
        return bundle

    @property
    def turn(self) -> int:
        turn: int = self.bundle["turn"]
        return turn

    @property
    def is_too_few(self) -> bool:
        """Whether people rated, and nothing of it may be shown. Nobody is told of which item why."""
        fields = {item.field for item in self.items}
        return Field.HIDDEN in fields and fields <= {Field.HIDDEN, Field.NOBODY}

    def item(self, number: int) -> ItemReading | None:
        return next((item for item in self.items if item.number == number), None)


def results_of(matrix: Matrix) -> Results | None:
    """Return what was revealed last, or nothing before the first reveal. Two queries."""
    release = latest_figures(matrix)
    return _read(matrix, release) if release else None


def figures_in(place: Given) -> QuerySet[Release]:
    """The figures of every matrix of a place, what was revealed last first."""
    return Release.objects.in_place(place).filter(kind=FIGURES).order_by("-made_at", "-pk")


@prepared
def _last_revealed() -> QuerySet[Release]:
    return figures_in(Given("place")).select_related("activity__matrix__room")[:1]


def last_revealed(place: Place) -> Results | None:
    """Return what was revealed last in any matrix of a place. Two queries."""
    release = _last_revealed.first(place=place.pk)
    return read_figures(release, place) if release else None


def read_figures(release: Release, place: Place) -> Results:
    """Return what a release says, if it was read together with its matrix. One query."""
    return _read(settled(release.activity.matrix, place), release)


def _read(matrix: Matrix, release: Release) -> Results:
    listed = _titled(place=matrix.place_id, matrix=matrix.pk)
    items = read_items(release.bundle, listed)
    known = {item.number for item in items}
    return Results(matrix, release, items, [item for item in listed if item.number not in known])


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
