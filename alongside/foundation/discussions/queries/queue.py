"""What moderators look at: what waits, what looks like advertising, what was decided of late."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from alongside.foundation.discussions.kinds import KINDS
from alongside.foundation.discussions.models import Comment, CommentQuerySet, Opening
from alongside.foundation.places.models import Place

A_PAGE = 50


@dataclass(frozen=True, slots=True)
class Waiting:
    """The desk: appeals and new comments, suspects apart, and the last that were decided."""

    to_read: Sequence[Comment]
    suspect: Sequence[Comment]
    decided: Sequence[Comment]


def _of(place: Place) -> CommentQuerySet:
    return Comment.objects.in_place(place).select_related("thread", "author__person__place")


def waiting_in(place: Place) -> Waiting:
    """Return what waits in a place, the oldest first; and the last decisions. Three queries."""
    waiting = _of(place).waiting().exclude(state=Comment.State.HELD, held_for__in=Comment.SUSPECT)
    decided = _of(place).exclude(state__in=(Comment.State.HELD, Comment.State.APPEALED))
    return Waiting(
        list(waiting.order_by("pk")[:A_PAGE]),
        list(_of(place).suspect().order_by("-pk")[:A_PAGE]),
        list(decided.order_by("-moved_at", "-pk")[:A_PAGE]),
    )


def comment_at(place: Place, public_id: UUID) -> Comment | None:
    """Return one comment of a place."""
    return _of(place).filter(public_id=public_id).first()


def comments_among(place: Place, public_ids: Iterable[str]) -> list[Comment]:
    """Return those of these comments that lie in a place, in their order."""
    chosen = Comment.objects.in_place(place).filter(public_id__in=list(public_ids))
    return list(chosen.select_related("place").order_by("pk"))


def openings_of(place: Place) -> dict[str, bool]:
    """Return for every kind of page whether comments are open below it here."""
    chosen = dict(Opening.objects.in_place(place).values_list("kind", "is_open"))
    return {key: chosen.get(key, kind.opens_itself) for key, kind in KINDS.items()}
