"""Change a membership: the ward of an elected member, and its end. What was said in it stands."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members import rules
from alongside.foundation.members.models import Group, Membership, MembershipQuerySet
from alongside.foundation.places.models import Ward


@transaction.atomic
def end_membership(membership: Membership, *, by: Actor) -> Membership:
    """End a membership at once. The last programme lead stays: somebody must hold the key."""
    place = membership.place
    if not rules.can_end_membership(by, place):
        raise Refusal("not_allowed", _("Only the programme lead can end a membership."))
    today = timezone.localdate()
    if membership.role == "lead" and not _other_leads(membership).on(today).exists():
        raise Refusal(
            "last_lead",
            _("This is the only programme lead. Invite another one first."),
            status=409,
        )
    membership.until_on = today - timedelta(days=1)
    membership.save(update_fields=["until_on"])
    record_event("end_membership", membership, by=by, place_id=place.pk, fields={"until_on"})
    return membership


@transaction.atomic
def choose_ward(membership: Membership, *, ward: Ward | None, by: Actor) -> Membership:
    """Say which ward an elected member speaks for, or take it back. Their answers carry no ward."""
    if not rules.can_choose_ward(by, membership):
        raise Refusal("not_allowed", _("Only they and the programme lead say which ward it is."))
    if membership.group != Group.ELECTED or (ward and ward.place_id != membership.place_id):
        raise Refusal("no_ward_for_them", _("Only elected members have a ward."), status=409)
    if membership.ward != ward:
        membership.ward = ward
        membership.save(update_fields=["ward"])
        record_event(
            "choose_ward", membership, by=by, place_id=membership.place_id, fields={"ward"}
        )
    return membership


def _other_leads(membership: Membership) -> MembershipQuerySet:
    leads = Membership.objects.in_place(membership.place).filter(
        role="lead", person__user__isnull=False
    )
    return leads.exclude(pk=membership.pk)
