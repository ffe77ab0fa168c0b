"""What must always hold of gatherings and their bookings (`alongside check`)."""

from collections.abc import Callable, Iterable, Iterator

from django.db.models import Count, F, Max, Q

from alongside.foundation.gatherings.models import Booking, Feedback, Gathering


def invariants() -> dict[str, Callable[[], Iterable[str]]]:
    """The sentences about gatherings that must be true."""
    return {
        "Places taken at a gathering equal its bookings, and are no more than there are": miscounted,
        "Nobody waits before a place that is free": passed_over,
        "Only those who came said how it was": feedback_of_others,
    }


def miscounted() -> Iterator[str]:
    """Gatherings whose count of places or whose last number isn't that of their bookings."""
    everything = Gathering.objects.unscoped(reason="a check of all places").annotate(
        holding=Count("bookings", filter=Q(bookings__state__in=Booking.HOLDS_A_PLACE)),
        highest=Max("bookings__number", default=0),
    )
    wrong = everything.exclude(
        holding=F("taken_count"), highest=F("last_number"), taken_count__lte=F("capacity")
    )
    for slug, name in wrong.values_list("place__slug", "slug"):
        yield f"{slug}/{name}"


def passed_over() -> Iterator[str]:
    """Announced gatherings with a free place and somebody on the waiting list."""
    open_now = Gathering.objects.unscoped(reason="a check of all places").filter(
        state=Gathering.State.PUBLISHED, taken_count__lt=F("capacity")
    )
    waiting = open_now.filter(bookings__state=Booking.State.WAITING).distinct()
    for slug, name in waiting.values_list("place__slug", "slug"):
        yield f"{slug}/{name}"


def feedback_of_others() -> Iterator[str]:
    """Feedback on a booking of somebody who did not come, or of another gathering."""
    said = Feedback.objects.unscoped(reason="a check of all places")
    right = Q(booking__came_at__isnull=False, gathering=F("booking__gathering"))
    for number in said.exclude(right).values_list("pk", flat=True):
        yield f"feedback {number}"
