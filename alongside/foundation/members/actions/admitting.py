"""Say yes or no to a partnership that somebody started, and choose how partnerships begin."""

from functools import partial

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal, refuse_unless
from alongside.foundation.members import rules
from alongside.foundation.members.mail_admission import mail_no, mail_yes
from alongside.foundation.places.models import Place

NOT_YOURS = _("Only a national lead says yes or no to new partnerships.")
SHORTEST_REASON = 10


@transaction.atomic
def admit_partnership(partnership: Place, *, by: Actor) -> Place:
    """Say yes: from now on it may invite people and show itself; its lead is told by email."""
    held = _held(partnership, by)
    if held.state == Place.State.ACTIVE:
        return held
    _refuse_unless_waiting(held)
    held.state = Place.State.ACTIVE
    held.save(update_fields=["state"])
    record_event("admit_partnership", held, by=by, place_id=held.pk, fields={"state"})
    transaction.on_commit(partial(mail_yes, held))
    return held


@transaction.atomic
def decline_partnership(partnership: Place, *, reason: str, by: Actor) -> Place:
    """Say no, with a reason that its lead gets by email. What was prepared opens no more."""
    held = _held(partnership, by)
    _refuse_unless_waiting(held)
    reason = " ".join(reason.split())
    if len(reason) < SHORTEST_REASON:
        words = _("Say in a sentence why not. Whoever started it reads this.")
        raise Refusal("no_reason", words, status=409)
    held.state, held.ended_on = Place.State.LEFT, timezone.localdate()
    held.save(update_fields=["state", "ended_on"])
    fields = {"state", "ended_on"}
    record_event("decline_partnership", held, by=by, place_id=held.pk, fields=fields)
    transaction.on_commit(partial(mail_no, held, reason))
    return held


@transaction.atomic
def choose_admission(nation: Place, *, admission: str, by: Actor) -> Place:
    """Choose whether anyone may start a partnership here, or a national lead says yes first."""
    refuse_unless(rules.can_admit(by, nation), NOT_YOURS)
    if nation.admission != Place.Admission(admission):
        nation.admission = Place.Admission(admission)
        nation.save(update_fields=["admission"])
        record_event("choose_admission", nation, by=by, place_id=nation.pk, fields={"admission"})
    return nation


def _held(partnership: Place, by: Actor) -> Place:
    """Return the partnership, locked: two national leads may answer at once."""
    held = Place.objects.select_for_update(of=("self",)).select_related("nation")
    found = held.get(pk=partnership.pk)
    refuse_unless(found.nation is not None and rules.can_admit(by, found.nation), NOT_YOURS)
    return found


def _refuse_unless_waiting(partnership: Place) -> None:
    if partnership.state != Place.State.PENDING:
        raise Refusal("not_waiting", _("Somebody has answered this already."), status=409)
