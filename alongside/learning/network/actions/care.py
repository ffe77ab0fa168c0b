"""Care for each other: not to read somebody any more, and to tell moderators of a comment."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from alongside.foundation.discussions.actions import make_move
from alongside.foundation.discussions.models import Author, Comment
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.learning.network import rules
from alongside.learning.network.here import Here
from alongside.learning.network.models import Block, Report

HELD_AFTER = 3  # so many people report a comment, and it waits until a moderator has looked


@transaction.atomic
def block(here: Here, blocked: Author) -> None:
    """Not to read or hear of somebody any more. Nobody else learns of it, and no history is kept."""
    if blocked.pk == here.author.pk:
        raise Refusal("yourself", _("That is you."), status=409)
    Block.objects.in_place(here.nation).get_or_create(
        author=here.author, blocked=blocked, defaults={"place": here.nation}
    )


@transaction.atomic
def unblock(here: Here, blocked: Author) -> None:
    """Read somebody again."""
    Block.objects.in_place(here.nation).filter(author=here.author, blocked=blocked).delete()


@transaction.atomic
def report(here: Here, comment: Comment, *, reason: str, words: str) -> None:
    """Tell the moderators; a comment that three people report waits until they have looked."""
    refuse_unless(rules.can_report_comment(here.by, comment), _("This comment can't be reported."))
    Report.objects.in_place(comment.place).get_or_create(
        comment=comment,
        author=here.author,
        defaults={"place": comment.place, "reason": reason, "words": words},
    )
    told = Report.objects.in_place(comment.place).filter(comment=comment, settled_at=None)
    if told.count() >= HELD_AFTER:
        make_move(comment, "hold", by=system_actor())


@transaction.atomic
def settle_reports(here: Here, comment: Comment) -> None:
    """Note that somebody has looked at what was reported."""
    may_settle = comment.place_id in here.looks_after
    refuse_unless(may_settle, _("Your role here doesn't moderate comments."))
    told = Report.objects.in_place(comment.place).filter(comment=comment, settled_at=None)
    for one in told:
        record_event("settle_report", one, by=here.by, place_id=comment.place_id)
    told.update(settled_at=timezone.now())
