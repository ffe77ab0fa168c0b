"""Begin without an account: the key of the page, and what two quick presses of its button make."""

import uuid

from django.http import HttpRequest

from alongside.foundation.consent.models import Activity
from alongside.foundation.members.models import Seat
from alongside.foundation.responses.models import Response


def key_of_page(request: HttpRequest) -> uuid.UUID:
    """Return the submission key that the page sent, or a new one."""
    try:
        return uuid.UUID(request.POST.get("submission_key", ""))
    except ValueError:
        return uuid.uuid4()


def seat_of_double_click(activity: Activity, key: uuid.UUID) -> Seat | None:
    """Return the seat that the first of two quick presses made, as long as nothing was sent."""
    begun = Response.objects.in_place(activity.place).filter(
        activity=activity,
        submission_key=key,
        state=Response.State.DRAFT,
        participant__seat__isnull=False,
    )
    response = begun.select_related("participant__seat").first()
    return response.participant.seat if response else None
