"""Visits: a national associate looks into a partnership for a stated reason, for some hours.

The partnership sees who came, when and why (trust 22). A visit lets somebody see, never change.
"""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Person, Visit
from alongside.foundation.members.rules import can_visit
from alongside.foundation.places.models import Place

HOURS = 8
SHORTEST_REASON = 10


@transaction.atomic
def start_visit(partnership: Place, *, reason: str, by: Actor) -> Visit:
    """Open a partnership's workspace to an associate for eight hours, for a reason that it reads."""
    if not can_visit(by, partnership):
        raise Refusal("not_allowed", _("Only associates of the national team make visits."))
    reason = " ".join(reason.split())
    if len(reason) < SHORTEST_REASON:
        raise Refusal(
            "no_reason", _("Say in a sentence why you visit. The partnership reads it."), status=409
        )
    now = timezone.now()
    visitor = Person.objects.visible_to(by).get(pk=by.persons[partnership.nation_id or 0])
    visit = Visit.objects.create(
        place_id=visitor.place_id,
        visitor=visitor,
        partnership=partnership,
        reason=reason[:300],
        started_at=now,
        ends_at=now + timedelta(hours=HOURS),
    )
    record_event("start_visit", visit, by=by, place_id=partnership.pk)
    return visit
