"""What must always hold here (`alongside check`)."""

from collections.abc import Callable, Iterable

from django.db.models import Q

from alongside.foundation.consent.models import Participant


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """Participants are somebody, until they are erased; then nothing leads back to them."""
    return {
        "No erased participant can be led back to somebody": traceable_participants,
        "Nobody is two kinds of somebody in one activity": double_participants,
    }


def _participants(wrong: Q) -> list[str]:
    everyone = Participant.objects.unscoped(reason="the operator's check of all places")
    return [f"participant {pk}" for pk in everyone.filter(wrong).values_list("pk", flat=True)]


def traceable_participants() -> list[str]:
    """Return erased participants that still point to a person or keep a pseudonym."""
    return _participants(Q(erased_at__isnull=False) & (Q(person__isnull=False) | ~Q(pseudonym="")))


def double_participants() -> list[str]:
    """Return participants that are both a member and a guest."""
    return _participants(Q(person__isnull=False, seat__isnull=False))
