"""Writes to consent: joining an activity."""

from django.db import transaction

from alongside.foundation.accounts.codes import CodeKind, hash_code
from alongside.foundation.consent.models import Activity, Participant
from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.members.models import Person


@transaction.atomic
def join_activity(
    activity: Activity, *, by: Actor, group: str, group_confirmed: bool, resident_kind: str = ""
) -> Participant:
    """Take part, in one hat; whoever takes part already in that hat is returned as they are."""
    if by.kind is ActorKind.SEAT:
        lookup: dict[str, object] = {"seat_id": by.id}
    else:
        lookup = {"person_id": by.persons[activity.place_id], "group": group}
    participant, _ = Participant.objects.in_place(activity.place).get_or_create(
        activity=activity,
        **lookup,
        defaults={
            "place_id": activity.place_id,
            "group": group,
            "group_confirmed": group_confirmed,
            "resident_kind": resident_kind,
            "pseudonym": _pseudonym(activity, by),
        },
    )
    return participant


def _pseudonym(activity: Activity, by: Actor) -> str:
    if by.kind is ActorKind.SEAT:
        return ""
    person = Person.objects.in_place(activity.place).get(pk=by.persons[activity.place_id])
    return hash_code(CodeKind.PSEUDONYM, f"{activity.place_id}:{person.public_id}")
