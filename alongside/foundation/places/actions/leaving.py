"""A partnership leaves: first it is read and exported only, in the end it has left."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.places import rules
from alongside.foundation.places.models import Place


def held_partnership(partnership: Place, by: Actor) -> Place:
    """Return a partnership in use, locked, for somebody who may let it leave."""
    held = Place.objects.select_for_update(of=("self",)).select_related("nation")
    found = held.get(pk=partnership.pk)
    allowed = found.nation is not None and rules.can_let_leave(by, found.nation)
    refuse_unless(allowed, _("Only a national lead lets a partnership leave."))
    if found.state != Place.State.ACTIVE:
        raise Refusal(
            "not_in_use",
            _("This partnership is not in use, or leaves already."),
            status=409,
            next_step=_("Open its page again to see what happened meanwhile."),
        )
    return found


@transaction.atomic
def begin_leaving(partnership: Place, *, by: Actor) -> Place:
    """Note that it leaves from today: nothing is changed there any more."""
    found = held_partnership(partnership, by)
    found.state, found.leaving_since = Place.State.LEAVING, timezone.localdate()
    found.save(update_fields=["state", "leaving_since"])
    fields = {"state", "leaving_since"}
    record_event("begin_leaving", found, by=by, place_id=found.pk, fields=fields)
    return found


@transaction.atomic
def has_left(pk: int, *, by: Actor) -> Place:
    """Note that it has left: nobody sees it any more. Returns it, locked."""
    found = Place.objects.select_for_update().get(pk=pk)
    refuse_unless(by.kind is ActorKind.SYSTEM, _("Time ends it, and nobody else."))
    if found.state != Place.State.LEFT:
        found.state, found.ended_on = Place.State.LEFT, timezone.localdate()
        found.save(update_fields=["state", "ended_on"])
        record_event("has_left", found, by=by, place_id=found.pk, fields={"state", "ended_on"})
    return found
