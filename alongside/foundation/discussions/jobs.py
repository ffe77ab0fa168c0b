"""Background work: what looked like advertising and nobody picked up is deleted."""

from datetime import timedelta

from django.utils import timezone

from alongside.foundation.discussions.models import Comment

LEFT_ALONE = timedelta(days=30)


def forget_advertising() -> int:
    """Delete suspects that nobody looked at for a month; a sweep. Returns how many went."""
    everywhere = Comment.objects.unscoped(reason="a sweep: waves come to all places alike")
    old = everywhere.suspect().filter(moved_at__lt=timezone.now() - LEFT_ALONE)
    return old.delete()[0]
