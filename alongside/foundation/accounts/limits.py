"""How often something may happen, counted in the database so that every process sees it (trust 12).

Each limit says of whom it counts: of a network, of an account. Nothing is counted of everybody
together, because then one person could use it up for the whole country.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.utils import timezone

from alongside.foundation.accounts.codes import CodeKind, hash_code
from alongside.foundation.accounts.models import Tally

A_DAY = timedelta(days=1)  # how long a tally is kept, and so the longest that a limit looks back


@dataclass(frozen=True, slots=True)
class Limit:
    """At most so many within so long, of each subject by itself."""

    kind: str
    most: int
    within: timedelta


def is_reached(limit: Limit, subject: object) -> bool:
    """Say whether the subject has had all that it may have of this, for now."""
    since = timezone.now() - limit.within
    strokes = Tally.objects.filter(kind=limit.kind, key_hash=_key(limit, subject), at__gte=since)
    return strokes.count() >= limit.most


def count_towards(limit: Limit, subject: object) -> None:
    """Make one stroke on the subject's tally."""
    Tally.objects.create(kind=limit.kind, key_hash=_key(limit, subject))


def _key(limit: Limit, subject: object) -> str:
    return hash_code(CodeKind.TALLY, f"{limit.kind} {subject}")
