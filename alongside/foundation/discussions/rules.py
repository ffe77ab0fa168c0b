"""What may happen to a comment, who may make it happen, and who may write at all."""

from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.foundation.discussions.models import Author, Comment
from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.places.models import Place

State = Comment.State


class Who(StrEnum):
    """Who makes a move."""

    MODERATOR = "moderator"
    AUTHOR = "author"


@dataclass(frozen=True, slots=True)
class Move:
    """One thing that may happen to a comment."""

    key: str
    words: Any
    sources: tuple[State, ...]
    target: State
    who: Who
    needs_reason: bool = False

    @property
    def source_is_appeal(self) -> bool:
        """Whether it answers somebody who asked again."""
        return self.sources == (State.APPEALED,)


MOVES = MappingProxyType(
    {
        move.key: move
        for move in (
            Move("show", _("Show"), (State.HELD,), State.SHOWN, Who.MODERATOR),
            Move(
                "hold",
                _("Hold, to look at it"),
                (State.SHOWN, State.RESTORED),
                State.HELD,
                Who.MODERATOR,
            ),
            Move(
                "remove",
                _("Remove"),
                (State.HELD, State.SHOWN, State.RESTORED),
                State.REMOVED,
                Who.MODERATOR,
                needs_reason=True,
            ),
            Move("appeal", _("Ask again"), (State.REMOVED,), State.APPEALED, Who.AUTHOR),
            Move("restore", _("Show it again"), (State.APPEALED,), State.RESTORED, Who.MODERATOR),
            Move("uphold", _("Leave it removed"), (State.APPEALED,), State.UPHELD, Who.MODERATOR),
            Move(
                "take_back",
                _("Take it back"),
                (State.HELD, State.SHOWN, State.RESTORED, State.REMOVED, State.APPEALED),
                State.TAKEN_BACK,
                Who.AUTHOR,
            ),
        )
    }
)


def can_write_comment(actor: Actor, place: Place) -> bool:
    """Guests and members alike, where the place is in use; the system writes nothing."""
    return place.is_admitted and actor.kind is not ActorKind.SYSTEM


def can_moderate(actor: Actor, place_id: int) -> bool:
    return actor.may("comments.moderate", place_id)


def is_by(actor: Actor, author: Author | None) -> bool:
    """Whether the actor is this author: one of their persons, or the seat they sit in."""
    if author is None:
        return False
    if actor.kind is ActorKind.SEAT:
        return author.seat_id is not None and author.seat_id == actor.id
    return author.person_id is not None and author.person_id in actor.persons.values()


def can_make_move(actor: Actor, move: Move, comment: Comment) -> bool:
    """Whether it is theirs to make; whether the comment is in a state for it is asked apart."""
    if move.who is Who.AUTHOR:
        return is_by(actor, comment.author)
    return can_moderate(actor, comment.place_id)


def moves_open_to(actor: Actor, comment: Comment) -> list[Move]:
    """The moves that the actor may make now, in the order of the table."""
    return [
        move
        for move in MOVES.values()
        if comment.state in move.sources and can_make_move(actor, move, comment)
    ]
