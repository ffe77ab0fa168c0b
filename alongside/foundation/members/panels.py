"""Small blocks ready to be shown: the table of roles, the list of members."""

from typing import Any

from django.core.paginator import Paginator
from django.utils.translation import gettext as _

from alongside.foundation.history.actor import Actor
from alongside.foundation.members import rules
from alongside.foundation.members.groups import TERMS
from alongside.foundation.members.models import Group, Membership
from alongside.foundation.members.queries import (
    last_visits_to,
    members_among,
    open_invitations,
    people_of,
)
from alongside.foundation.members.roles import PERMISSIONS, ROLES
from alongside.foundation.places.models import Place, Ward
from alongside.foundation.places.vocabulary import Words, words_of

PEOPLE_A_PAGE = 50


def roles_table(words: Words) -> dict[str, Any]:
    """Return the roles, and head and rows: each permission, and whether each role holds it."""
    head = [_("What it allows"), *(role.called(words) for role in ROLES.values())]
    rows = [
        [
            permission.told(words),
            *(_("✓ yes") if key in role.permissions else _("no") for role in ROLES.values()),
        ]
        for key, permission in PERMISSIONS.items()
    ]
    roles = [{"role": role, "name": role.called(words)} for role in ROLES.values()]
    return {"roles": roles, "head": head, "rows": rows}


def members_panel(place: Place, actor: Actor, *, page: str | None = None) -> dict[str, Any]:
    """Return the members with their hats in the place's words, and the open invitations."""
    may_invite, may_end = rules.can_invite(actor, place), rules.can_end_membership(actor, place)
    words = words_of(place)
    has_wards = may_invite and Ward.objects.in_place(place).exists()
    people = Paginator(people_of(place), PEOPLE_A_PAGE).get_page(page)
    return {
        "page": people,
        "members": [
            {
                "name": str(member.person),
                "email": member.email if may_end else "",
                "public_id": member.person.public_id,
                "hats": [
                    {
                        "pk": hat.pk,
                        "words": hat_in_words(hat, words),
                        "may_have_ward": has_wards and hat.group == Group.ELECTED,
                        "has_ward": hat.ward_id is not None,
                    }
                    for hat in member.hats
                ],
            }
            for member in members_among(place, people)
        ],
        "invitations": open_invitations(place) if may_end else [],
        "may_invite": may_invite,
        "may_end": may_end,
        "visits": last_visits_to(place),
    }


def hat_in_words(hat: Membership, words: Words) -> str:
    """Return a role with the group behind it, as in "contributor, resident (uses this)".

    An elected member stands with the ward, as in "contributor, councillor (Ferrylea)".
    """
    said = ROLES[hat.role].called(words)
    if hat.group:
        said += f", {words[f'{TERMS[Group(hat.group)]}_singular']}"
    if hat.resident_kind:
        said += f" ({hat.get_resident_kind_display()})"
    if hat.ward:
        said += f" ({hat.ward})"
    return said
