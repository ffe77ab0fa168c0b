"""What somebody wrote themselves, wherever."""

from uuid import UUID

from django.db.models import Q

from alongside.foundation.discussions.models import Comment, CommentQuerySet
from alongside.foundation.history.actor import Actor, ActorKind

MOST = 100


def _own(by: Actor) -> CommentQuerySet:
    comments = Comment.objects.unscoped(reason="one author's own, in all places")
    if by.kind is ActorKind.SEAT:
        mine = Q(author__seat=by.id)
    else:
        mine = Q(author__person__in=list(by.persons.values()))
    return comments.filter(mine).select_related("thread", "author__person__place", "place")


def own_comments(by: Actor) -> list[Comment]:
    """Return what somebody wrote, the newest first. One query."""
    return list(_own(by).order_by("-pk")[:MOST])


def own_comment(by: Actor, public_id: UUID) -> Comment | None:
    """Return one of somebody's own comments."""
    return _own(by).filter(public_id=public_id).first()
