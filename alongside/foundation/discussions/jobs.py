"""Background work: advertising that nobody picked up is deleted; moderators hear of what waits."""

from datetime import timedelta

from django.utils import timezone

from alongside.foundation.discussions.actions.reminding import remind_moderators
from alongside.foundation.discussions.models import Comment

LEFT_ALONE = timedelta(days=30)


def forget_advertising() -> int:
    """Delete suspects that nobody looked at for a month; a sweep. Returns how many went."""
    everywhere = Comment.objects.unscoped(reason="a sweep: waves come to all places alike")
    old = everywhere.suspect().filter(moved_at__lt=timezone.now() - LEFT_ALONE)
    return old.delete()[0]


def remind() -> int:
    """Tell moderators what waits to be read; a sweep. Returns how many were told."""
    return remind_moderators()
