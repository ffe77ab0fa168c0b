"""Every write of the room: saying something, one's own comments, moderation."""

from alongside.foundation.discussions.actions.moderating import (
    make_move,
    move_many,
    open_comments,
)
from alongside.foundation.discussions.actions.own import appeal, confirm_address, take_back
from alongside.foundation.discussions.actions.saying import (
    Draft,
    Said,
    author_of_person,
    person_who_writes,
    say,
    say_as_member,
    thread_for,
)

__all__ = [
    "Draft",
    "Said",
    "appeal",
    "author_of_person",
    "confirm_address",
    "make_move",
    "move_many",
    "open_comments",
    "person_who_writes",
    "say",
    "say_as_member",
    "take_back",
    "thread_for",
]
