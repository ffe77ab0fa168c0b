"""What must always hold here (`alongside check`)."""

from collections.abc import Callable, Iterable

from django.db.models import F

from alongside.foundation.consent.models import Activity, Participant
from alongside.foundation.responses.models import Response


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """What was sent was received, and belongs together."""
    return {
        "Every response that was sent has a time at which it was received": unreceived,
        "Every response belongs to a participant of the same activity": misplaced,
        "Every participant is somebody, was erased, or has contributed": orphans,
    }


def unreceived() -> list[str]:
    """Return submitted responses without a time of receipt."""
    sent = Response.objects.unscoped(reason="the operator's check of all places")
    lost = sent.filter(state=Response.State.SUBMITTED, received_at__isnull=True)
    return [f"response {pk}" for pk in lost.values_list("pk", flat=True)]


def misplaced() -> list[str]:
    """Return responses whose participant takes part in something else."""
    responses = Response.objects.unscoped(reason="the operator's check of all places")
    wrong = responses.exclude(activity_id=F("participant__activity_id"))
    return [f"response {pk}" for pk in wrong.values_list("pk", flat=True)]


def orphans() -> list[str]:
    """Return participants that lead to nobody and have said nothing; paper leads to nobody.

    Nor does a place that was booked by telephone: what is found by itself has its own bookings.
    """
    everyone = Participant.objects.unscoped(reason="the operator's check of all places")
    everyone = everyone.exclude(activity__kind__in=Activity.FOUND_BY_THEMSELVES)
    lost = everyone.filter(
        person__isnull=True, seat__isnull=True, erased_at__isnull=True, responses__isnull=True
    )
    return [f"participant {pk}" for pk in lost.values_list("pk", flat=True)]
