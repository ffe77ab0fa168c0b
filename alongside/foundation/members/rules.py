"""Who may invite, and who may end a membership."""

from alongside.foundation.history.actor import Actor
from alongside.foundation.members.models import Membership
from alongside.foundation.members.roles import ROLES
from alongside.foundation.places.models import Place


def can_invite(actor: Actor, place: Place) -> bool:
    return place.is_admitted and actor.may("members.invite", place.pk)


def can_end_membership(actor: Actor, place: Place) -> bool:
    """Ending is allowed in a place that is leaving too: nobody is kept in against their will."""
    return actor.may("members.invite", place.pk)


def can_choose_ward(actor: Actor, membership: Membership) -> bool:
    """An elected member says it of themselves; the programme lead may say it for them."""
    place = membership.place
    is_own = actor.persons.get(place.pk) == membership.person_id
    return place.is_writable and (is_own or actor.may("members.invite", place.pk))


def can_hold_role(place: Place, role: str) -> bool:
    """A nation has the nation's roles, a partnership the others."""
    return role in ROLES and ROLES[role].in_nation == (place.kind == Place.Kind.NATION)


def can_visit(actor: Actor, partnership: Place) -> bool:
    """Associates of the nation may visit its partnerships, as long as these are active."""
    nation_id = partnership.nation_id
    return partnership.is_admitted and nation_id is not None and actor.may("visit.make", nation_id)


def can_admit(actor: Actor, nation: Place) -> bool:
    """Whether the actor says yes or no to partnerships that wait in this nation."""
    is_nation = nation.kind == Place.Kind.NATION
    return is_nation and nation.is_writable and actor.may("partnership.admit", nation.pk)
