"""Which pages can be discussed, kind by kind. Strings, because the rooms that own them lie above.

The source of a kind is called with the key of one thing. It gives a `Subject` where everybody may
read its page now, and nothing otherwise: comments are only made on pages that are there. A test
proves that every source leads to a function.
"""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.module_loading import import_string
from django.utils.translation import gettext_lazy as _

from alongside.foundation.discussions.models import Comment
from alongside.foundation.places.models import Place


@dataclass(frozen=True, slots=True)
class Subject:
    """One page that can be discussed: whose it is, what it is called, where everybody reads it."""

    place: Place
    title: str
    path: str
    is_open: bool = True  # whether the page itself still takes comments


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of page. `opens_itself`: comments are open until the place closes them."""

    label: str | Promise
    source: str
    opens_itself: bool = False


KINDS: dict[str, Kind] = {
    "activity": Kind(
        _("Activities"), "alongside.foundation.initiatives.queries.discussed.public_activity"
    ),
    "post": Kind(
        _("Posts"),
        "alongside.learning.blog.queries.discussed.public_post",
        opens_itself=True,
    ),
}

# Whom to tell when a comment in a thread of a kind was written or moved: called with the comment,
# in the same transaction, so that what is taken back is found nowhere any more.
FOLLOWERS: dict[str, str] = {
    "topic": "alongside.learning.network.actions.topics.follow_comment",
}


def follow(comment: Comment) -> None:
    """Let the room above know of a comment that was written or moved."""
    follower = FOLLOWERS.get(comment.thread.kind)
    if follower:
        import_string(follower)(comment)


def subject_at(kind: str, key: str) -> Subject | None:
    """Return the page of this kind and key, if everybody may read it."""
    known = KINDS.get(kind)
    if known is None:
        return None
    source: Callable[[str], Subject | None] = import_string(known.source)
    return source(key)
