"""What authors do with their own comments: take one back, ask again, confirm an address."""

from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.discussions.actions.moderating import held, moved
from alongside.foundation.discussions.mail import SALT
from alongside.foundation.discussions.models import Comment, GuestAddress
from alongside.foundation.discussions.rules import MOVES
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal

A_WEEK = 7 * 24 * 60 * 60


@transaction.atomic
def take_back(comment: Comment, *, by: Actor) -> Comment:
    """Take one's own comment back: its words are deleted, at once and for good."""
    move = MOVES["take_back"]
    comment = held(comment, move, by)
    if comment.state == move.target:
        return comment
    comment.text, comment.text_hash, comment.appeal = "", "", ""
    return moved(comment, move, fields=("text", "text_hash", "appeal"))


@transaction.atomic
def appeal(comment: Comment, *, words: str, by: Actor) -> Comment:
    """Ask for a second look at one's own comment that was removed; once."""
    move = MOVES["appeal"]
    comment = held(comment, move, by)
    if comment.state == move.target:
        return comment
    if not words.strip():
        raise Refusal("why", _("Say why it should be shown."), status=409)
    comment.appeal = words
    return moved(comment, move, fields=("appeal",))


def confirm_address(token: str) -> GuestAddress | None:
    """Note that a guest reads mail at the address they gave; nothing for a token that isn't ours."""
    try:
        pk = signing.loads(token, salt=SALT, max_age=A_WEEK)
    except signing.BadSignature:
        return None
    address = GuestAddress.objects.filter(pk=pk).first()
    if address is not None and address.confirmed_at is None:
        address.confirmed_at = timezone.now()
        address.save(update_fields=["confirmed_at"])
    return address
