"""Open links for residents: on posters, as QR codes, passed from neighbour to neighbour."""

from datetime import datetime, timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.accounts.codes import CodeKind, code_of, hash_code, new_token
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members import rules
from alongside.foundation.members.models import Group, Invitation
from alongside.foundation.members.queries import living_link
from alongside.foundation.places.admission import refuse_unless_admitted
from alongside.foundation.places.models import Place

LIFETIME = timedelta(days=120)


@transaction.atomic
def open_link(
    place: Place, *, activity_id: int, by: Actor, expires_at: datetime | None = None
) -> Invitation:
    """Open a way in for residents to one activity; the one that is open already is returned."""
    refuse_unless_admitted(place)
    if not rules.can_invite(by, place):
        raise Refusal("not_allowed", _("Only the programme lead can open a link for everybody."))
    if found := living_link(place, activity_id):
        return found
    link = Invitation.objects.create(
        place=place,
        kind=Invitation.Kind.OPEN_LINK,
        code_hash=hash_code(CodeKind.OPEN_LINK, new_token()),
        group=Group.RESIDENT,
        activity_id=activity_id,
        expires_at=expires_at or timezone.now() + LIFETIME,
    )
    link.code_hash = hash_code(CodeKind.OPEN_LINK, code_of_link(link))
    link.save(update_fields=["code_hash"])
    record_event("open_link", link, by=by, place_id=place.pk)
    return link


def code_of_link(link: Invitation) -> str:
    """Return the code of an open link, for a poster that is printed again."""
    made = f"{link.pk} {link.place_id} {link.activity_id} {link.expires_at.timestamp()}"
    return code_of(CodeKind.OPEN_LINK, made)
