"""Find the releases of a matrix: its figures turn by turn, and how sure they are."""

import hashlib
import json
from collections.abc import Sequence

from django.db.models import QuerySet

from alongside.foundation.disclosure.models import Release
from alongside.foundation.prepared.reads import Given, prepared
from alongside.star.focus_it.models import Criterion, Matrix

FIGURES = "matrix"
SURENESS = "matrix_sure"


def figures_by_turn(matrix: Matrix) -> list[Release]:
    """Return the figures of every turn that was revealed, the first turn first. One query.

    A release's number is its turn: none is left out, and each is made once.
    """
    releases = Release.objects.in_place(matrix.place)
    return list(releases.filter(activity=matrix.activity_id, kind=FIGURES).order_by("number"))


@prepared
def _newest() -> QuerySet[Release]:
    """The newest release of one kind. Asked for every page of a matrix."""
    releases = Release.objects.in_place(Given("place")).filter(activity=Given("activity"))
    return releases.filter(kind=Given("kind")).order_by("-number")[:1]


def latest_figures(matrix: Matrix) -> Release | None:
    """Return the figures of the last turn that was revealed. One query."""
    return _newest.first(place=matrix.place_id, activity=matrix.activity_id, kind=FIGURES)


def latest_sureness(matrix: Matrix) -> Release | None:
    """Return how sure the order is, as last worked out. One query."""
    return _newest.first(place=matrix.place_id, activity=matrix.activity_id, kind=SURENESS)


def weights_of(criteria: Sequence[Criterion]) -> dict[str, int | None]:
    """Return how much each question counts; none where nobody has said so."""
    return {criterion.key: criterion.weight for criterion in criteria}


def inputs_of(digest: str, criteria: Sequence[Criterion], first: int) -> str:
    """Return the fingerprint of what sureness is worked out from."""
    content = [digest, weights_of(criteria), first]
    return hashlib.sha256(json.dumps(content, sort_keys=True).encode()).hexdigest()


def seed_of(digest: str) -> int:
    """Return the seed that belongs to a release: anybody who has the one has the other."""
    return int(digest[:12], 16)
