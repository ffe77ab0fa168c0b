"""Make the actor of a request: from an account, or from a guest's seat."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from django.db.models import DateField, QuerySet
from django.utils import timezone

from alongside.foundation.accounts.models import User
from alongside.foundation.history.actor import ANONYMOUS, Actor, ActorKind
from alongside.foundation.members.models import Membership, Seat, Visit
from alongside.foundation.members.roles import ROLES
from alongside.foundation.places.models import Place
from alongside.foundation.prepared.reads import Given, prepared

# What a visit opens: to see, never to change.
VISITOR = frozenset({"workspace.see", "round.see_results"})


@prepared
def _memberships_of() -> QuerySet[Membership, tuple[int, int, str, str]]:
    own = Membership.objects.unscoped(reason="an account's own memberships, in all its places")
    return (
        own.filter(person__user=Given("user"), person__erased_at__isnull=True)
        .on(Given("today", DateField()))
        .values_list("place_id", "person_id", "role", "place__state")
    )


def actor_of_user(user: User, *, request_id: str = "") -> Actor:
    """Return the actor for a signed-in account, with today's permissions in each of its places.

    One query, and one more for those who may make visits. A membership that ended yesterday gives
    nothing today. A place that is leaving keeps only the permissions to see, to end and to answer.
    """
    permissions: dict[int, set[str]] = defaultdict(set)
    persons: dict[int, int] = {}
    held = _memberships_of(user=user.pk, today=timezone.localdate())
    for place_id, person_id, role, state in held:
        persons[place_id] = person_id
        permissions[place_id] |= _permissions_in(role, state)
    if nations := [pk for pk, held in permissions.items() if "visit.make" in held]:
        for partnership_id in _visited_now(user, nations):
            permissions[partnership_id] |= VISITOR
    return Actor(
        ActorKind.PERSON,
        id=user.pk,
        permissions=MappingProxyType({k: frozenset(v) for k, v in permissions.items()}),
        persons=MappingProxyType(persons),
        request_id=request_id,
    )


def _visited_now(user: User, nations: Iterable[int]) -> list[int]:
    now = timezone.now()
    visits = Visit.objects.unscoped(reason="an account's own visits, wherever they lead")
    running = visits.filter(
        visitor__user=user, place__in=nations, started_at__lte=now, ends_at__gt=now
    ).exclude(partnership__state=Place.State.LEFT)
    return list(running.values_list("partnership_id", flat=True))


def _permissions_in(role: str, state: str) -> frozenset[str]:
    held = ROLES[role].permissions
    if state in (Place.State.ACTIVE, Place.State.PENDING):
        return held
    if state == Place.State.LEAVING:
        # Nobody is kept against their will: ending and erasing go on; inviting is refused elsewhere.
        # Whoever wrote before is still answered.
        going_on = {"members.invite", "enquiry.answer"}
        return frozenset(p for p in held if ".see" in p or p in going_on)
    return frozenset()


def actor_of_seat(seat: Seat, *, request_id: str = "") -> Actor:
    """Return the actor for a guest: one activity, no permission, one place."""
    return Actor(
        ActorKind.SEAT,
        id=seat.pk,
        permissions=MappingProxyType({seat.place_id: frozenset()}),
        seat_activity=seat.activity_id,
        request_id=request_id,
    )


def anonymous_actor(*, request_id: str = "") -> Actor:
    """Return the actor for somebody who has shown nothing."""
    return replace(ANONYMOUS, request_id=request_id)


def holds_staff_role(actor: Actor) -> bool:
    """Whether any of the actor's memberships asks for a second factor."""
    staff_permissions = {"round.enter", "national.see_shared"}
    return any(staff_permissions & held for held in actor.permissions.values())
