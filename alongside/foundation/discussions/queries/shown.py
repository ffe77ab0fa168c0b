"""What everybody reads below a page."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from alongside.foundation.discussions.kinds import KINDS
from alongside.foundation.discussions.models import Comment, Opening
from alongside.foundation.places.models import Place
from alongside.foundation.prepared.reads import Given, prepared

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Page:
    """Some comments of a thread, the oldest first, and whether there are more."""

    comments: Sequence[Comment]
    number: int = 1
    has_more: bool = False


def shown_comments(place: Place, kind: str, key: str, *, page: int = 1) -> Page:
    """Return the comments that are shown below a thing. One query."""
    start = A_PAGE * (page - 1)
    below = (
        Comment.objects.in_place(place)
        .shown()
        .filter(thread__place=place, thread__kind=kind, thread__key=key)
    )
    told = below.select_related("author__person__place").order_by("pk")
    found = list(told[start : start + A_PAGE + 1])
    return Page(found[:A_PAGE], page, len(found) > A_PAGE)


@prepared
def _openings() -> QuerySet[Opening]:
    return Opening.objects.in_place(Given("place")).filter(kind=Given("kind"))[:1]


def is_open(place: Place, kind: str) -> bool:
    """Whether comments can be written below pages of a kind here. At most one query."""
    known = KINDS.get(kind)
    if known is None or not place.is_admitted:
        return False
    chosen = _openings.first(place=place.pk, kind=kind)
    return chosen.is_open if chosen is not None else known.opens_itself
