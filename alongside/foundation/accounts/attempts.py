"""Count failed attempts at codes in the database, so that every worker sees them (trust 12).

Only failures count: three hundred phones behind one address can all come in with right codes.
"""

from datetime import timedelta

from django.db.models import Count, Q
from django.utils import timezone

from alongside.foundation.accounts.codes import CodeKind, hash_code
from alongside.foundation.accounts.models import FailedAttempt

WINDOW = timedelta(minutes=15)
LIMIT_PER_NETWORK = 20
LIMIT_IN_ALL = 1000


def attempts_exhausted(kind: CodeKind, network: str) -> bool:
    """Say whether this network, or everybody together, has guessed too often of late."""
    since = timezone.now() - WINDOW
    counts = FailedAttempt.objects.filter(kind=kind, at__gte=since).aggregate(
        here=Count("pk", filter=Q(key_hash=hash_code(kind, network))), in_all=Count("pk")
    )
    return counts["here"] >= LIMIT_PER_NETWORK or counts["in_all"] >= LIMIT_IN_ALL


def record_failure(kind: CodeKind, network: str) -> None:
    """Remember one failure, and forget those that no longer matter."""
    FailedAttempt.objects.filter(at__lt=timezone.now() - timedelta(hours=1)).delete()
    FailedAttempt.objects.create(kind=kind, key_hash=hash_code(kind, network))
