"""Join an activity: from here on a contribution points to a participant, not to an account."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.accounts.codes import CodeKind, hash_code
from alongside.foundation.consent.models import Activity, Participant
from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Membership, Person, Seat


def pseudonym_of(person: Person) -> str:
    """Return the keyed hash under which one place compares a person from round to round."""
    return hash_code(CodeKind.PSEUDONYM, f"{person.place_id} {person.public_id}")


@transaction.atomic
def join_activity(
    activity: Activity,
    *,
    by: Actor,
    group: str = "",
    group_confirmed: bool | None = None,
    resident_kind: str = "",
) -> Participant:
    """Make the actor a participant in one hat; whoever is one already stays the same one.

    No history is written: an event would tie an account to its answers (trust 40).
    """
    if by.kind is ActorKind.SEAT:
        return _join_from_seat(activity, by, resident_kind)
    person_id = by.persons.get(activity.place_id)
    if person_id is None:
        raise Refusal("not_a_member", _("You are not a member here. Ask for an invitation."))
    person = Person.objects.in_place(activity.place).get(pk=person_id)
    hats = _hats_of(person)
    group = group or _only_hat(hats)
    is_held = group in hats
    if not is_held and group_confirmed is not False:
        raise Refusal("not_your_hat", _("Nobody has confirmed that you belong to this group."))
    participant, _is_new = Participant.objects.in_place(activity.place).get_or_create(
        activity=activity,
        person=person,
        group=group,
        defaults={
            "place_id": activity.place_id,
            "group_confirmed": is_held if group_confirmed is None else group_confirmed,
            "resident_kind": resident_kind or hats.get(group, ""),
            "pseudonym": pseudonym_of(person),
        },
    )
    return participant


def _join_from_seat(activity: Activity, by: Actor, resident_kind: str) -> Participant:
    if by.id is None or by.seat_activity != activity.pk:
        raise Refusal("another_seat", _("Your three words belong to another activity."))
    seat = Seat.objects.in_place(activity.place).get(pk=by.id)
    participant, _is_new = Participant.objects.in_place(activity.place).get_or_create(
        activity=activity,
        seat=seat,
        defaults={
            "place_id": activity.place_id,
            "group": seat.group,
            "group_confirmed": seat.group_confirmed,
            "resident_kind": resident_kind,
        },
    )
    return participant


def _hats_of(person: Person) -> dict[str, str]:
    """Return the groups a person may speak from today, each with the kind of resident."""
    held = Membership.objects.in_place(person.place).filter(person=person).exclude(group="")
    return dict(held.on(timezone.localdate()).values_list("group", "resident_kind"))


def _only_hat(hats: dict[str, str]) -> str:
    if len(hats) != 1:
        raise Refusal("which_hat", _("Say first in which role you answer."), status=409)
    return next(iter(hats))
