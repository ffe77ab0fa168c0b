"""Reads of discussions: what is shown, what is one's own, what waits for a moderator."""

from alongside.foundation.discussions.queries.own import own_comment, own_comments
from alongside.foundation.discussions.queries.queue import (
    Waiting,
    comment_at,
    comments_among,
    openings_of,
    waiting_in,
)
from alongside.foundation.discussions.queries.shown import Page, is_open, shown_comments

__all__ = [
    "Page",
    "Waiting",
    "comment_at",
    "comments_among",
    "is_open",
    "openings_of",
    "own_comment",
    "own_comments",
    "shown_comments",
    "waiting_in",
]
