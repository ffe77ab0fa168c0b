"""Moderation: every move of the table, one comment or many, each with its history and its letter."""

from collections.abc import Iterable
from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.discussions import rules
from alongside.foundation.discussions.kinds import KINDS, follow
from alongside.foundation.discussions.mail import mail_outcome
from alongside.foundation.discussions.models import Comment, Opening
from alongside.foundation.discussions.rules import MOVES, Move, Who
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.places.models import Place

MOST_AT_ONCE = 500
TELLS = {"remove", "restore", "uphold"}  # what its author hears of by email


@transaction.atomic
def make_move(
    comment: Comment, key: str, *, reason: str = "", words: str = "", by: Actor
) -> Comment:
    """Show, hold or remove a comment, or answer an appeal; its author reads the reason."""
    move = MOVES[key]
    comment = held(comment, move, by)
    if comment.state == move.target and comment.reason == reason:
        return comment
    if move.needs_reason and (not reason or (reason == Comment.Reason.OTHER and not words.strip())):
        raise Refusal("why", _("Give a reason: its author reads it."), status=409)
    if move.needs_reason:
        comment.reason, comment.reason_words = reason, words
    elif move.source_is_appeal:
        comment.verdict_words = words
    if move.key == "hold":
        comment.held_for = Comment.Held.ASKED
    moved(comment, move, fields=("reason", "reason_words", "verdict_words", "held_for"))
    record_event(f"{move.key}_comment", comment, by=by, place_id=comment.place_id)
    if move.key in TELLS:
        transaction.on_commit(partial(mail_outcome, comment.pk))
    return comment


@transaction.atomic
def move_many(
    place: Place, comments: Iterable[Comment], key: str, *, reason: str = "", by: Actor
) -> int:
    """Do the same with many: a wave of advertising goes at one press. Return how many moved.

    What somebody else has moved meanwhile is passed over.
    """
    refuse_unless(rules.can_moderate(by, place.pk), _("Your role here doesn't moderate comments."))
    sources = MOVES[key].sources
    chosen = [comment for comment in comments if comment.place_id == place.pk][:MOST_AT_ONCE]
    ready = [comment for comment in chosen if comment.state in sources]
    for comment in ready:
        make_move(comment, key, reason=reason, by=by)
    return len(ready)


@transaction.atomic
def open_comments(place: Place, *, kind: str, is_open: bool, by: Actor) -> None:
    """Open or close comments below all pages of a kind here; what is shown stays."""
    refuse_unless(rules.can_moderate(by, place.pk), _("Your role here doesn't moderate comments."))
    if kind not in KINDS:
        raise Refusal("no_such_kind", _("There are no such pages."), status=409)
    opening, _is_new = Opening.objects.in_place(place).update_or_create(
        kind=kind, defaults={"place": place, "is_open": is_open}
    )
    record_event("open_comments", opening, by=by, place_id=place.pk, fields=["is_open"])


def held(comment: Comment, move: Move, by: Actor) -> Comment:
    """Return the comment, locked, if the move is the actor's to make and it is in a state for it."""
    rows = Comment.objects.in_place(comment.place).select_for_update(of=("self",))
    comment = rows.select_related("author", "place", "thread").get(pk=comment.pk)
    if not rules.can_make_move(by, move, comment):
        words = (
            _("This comment isn't yours.")
            if move.who is Who.AUTHOR
            else _("Your role here doesn't moderate comments.")
        )
        raise Refusal("not_allowed", words)
    if comment.state not in (*move.sources, move.target):
        raise Refusal(
            "moved_meanwhile",
            _("Something else has happened to this comment meanwhile."),
            status=409,
            next_step=_("Open the list again to see where it stands."),
        )
    return comment


def moved(comment: Comment, move: Move, *, fields: tuple[str, ...]) -> Comment:
    """Keep the comment in its new state."""
    comment.state, comment.moved_at = move.target, timezone.now()
    comment.save(update_fields=["state", "moved_at", *fields])
    follow(comment)
    return comment
