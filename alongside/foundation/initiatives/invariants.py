"""What must always hold here (`alongside check`)."""

from collections.abc import Callable, Iterable

from django.db.models import F

from alongside.foundation.initiatives.models import Initiative


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """Every initiative stands somewhere, and learns only from cases that its place may read."""
    return {
        "Every activity has a decision that says where it stands": without_decision,
        "No activity learns from another partnership's own cases": cases_from_elsewhere,
    }


def without_decision() -> list[str]:
    """Return initiatives whose stage can't be read."""
    everything = Initiative.objects.unscoped(reason="the operator's check of all places")
    return [
        f"initiative {pk}"
        for pk in everything.filter(decisions__isnull=True).values_list("pk", flat=True)
    ]


def cases_from_elsewhere() -> list[str]:
    """Return initiatives linked to a case that is neither their place's nor its nation's."""
    links = Initiative.practices.through.objects.exclude(
        practice__place=F("initiative__place")
    ).exclude(practice__place=F("initiative__place__nation"))
    return [f"initiative {pk}" for pk in links.values_list("initiative", flat=True).distinct()]
