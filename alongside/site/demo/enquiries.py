"""What invented people wrote to a place of the example."""

import uuid
from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from django.utils import timezone

from alongside.foundation.accounts.signs import Signs
from alongside.foundation.enquiries.actions import (
    ANSWERED_WITHIN,
    Draft,
    answer_enquiry,
    send_enquiry,
)
from alongside.foundation.enquiries.models import Enquiry
from alongside.foundation.history.actor import ANONYMOUS, Actor
from alongside.foundation.places.models import Place

TYPED_FOR = Signs(seconds=90)


def write_to(place: Place, told: Mapping[str, Any], *, by: Actor) -> None:
    """Send what the story says was written, and answer what was answered."""
    for one in told.get("enquiries", ()):
        known = {key: one.get(key, "") for key in ("name", "email", "phone")}
        draft = Draft(one["text"], uuid.uuid4(), **known)
        sent = send_enquiry(place, draft=draft, signs=TYPED_FOR, network="192.0.2.1", by=ANONYMOUS)
        _sent_before(sent, one["days_ago"])
        if how := one.get("answered"):
            answer_enquiry(sent, how=how, on=timezone.localdate(), by=by)


def _sent_before(enquiry: Enquiry, days: int) -> None:
    then = timezone.now() - timedelta(days=days)
    rows = Enquiry.objects.in_place(enquiry.place).filter(pk=enquiry.pk)
    rows.update(sent_at=then, answer_by=timezone.localdate(then) + ANSWERED_WITHIN)
