"""Every write of the room: saying something, one's own comments, moderation."""

from alongside.foundation.discussions.actions.moderating import (
    make_move,
    move_many,
    open_comments,
)
from alongside.foundation.discussions.actions.own import appeal, confirm_address, take_back
from alongside.foundation.discussions.actions.saying import Draft, Said, say, thread_for

__all__ = [
    "Draft",
    "Said",
    "appeal",
    "confirm_address",
    "make_move",
    "move_many",
    "open_comments",
    "say",
    "take_back",
    "thread_for",
]
