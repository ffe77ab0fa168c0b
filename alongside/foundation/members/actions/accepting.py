"""Accept an invitation: the invited person and the account become one, the membership begins."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.accounts.models import User
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actions.inviting import refuse_unless_open
from alongside.foundation.members.mail import one_line
from alongside.foundation.members.models import Invitation, Membership, Person


@transaction.atomic
def accept_invitation(
    invitation: Invitation, *, user: User, by: Actor, name: str = ""
) -> Membership:
    """Begin the membership that was offered; an invitation is good once."""
    held = (
        Invitation.objects.in_place(invitation.place)
        .select_for_update(of=("self",))
        .get(pk=invitation.pk)
    )
    refuse_unless_open(held)
    if held.expires_at <= timezone.now():
        raise Refusal("expired", _("This invitation has run out. Ask for a new one."), status=409)
    held.person = _one_person(held, user, name)
    membership = _begin_membership(held, held.person)
    held.accepted_at = timezone.now()
    held.save(update_fields=["accepted_at"])
    record_event("accept_invitation", held, by=by, place_id=held.place_id)
    return membership


def _one_person(invitation: Invitation, user: User, name: str) -> Person:
    """Return the person whom the account already is here, else the invited one."""
    invited = invitation.person
    if invited is None:
        raise Refusal("not_for_one_person", _("This link is not for one person."), status=409)
    already = Person.objects.in_place(invitation.place).filter(user=user).first()
    if already is not None and already != invited:
        _move_to(already, invited)
        return already
    if invited.user_id not in (None, user.pk):
        raise Refusal(
            "another_account",
            _("This invitation belongs to another account. Sign in with that one."),
            status=409,
        )
    invited.user = user
    invited.name = one_line(name) or invited.name
    invited.save(update_fields=["user", "name"])
    return invited


def _move_to(person: Person, invited: Person) -> None:
    """The invited person turns out to be somebody we know: what was theirs moves over."""
    Invitation.objects.in_place(person.place).filter(person=invited).update(person=person)
    if invited.user_id is None and not invited.memberships.exists():
        invited.delete()


def _begin_membership(invitation: Invitation, person: Person) -> Membership:
    today = timezone.localdate()
    same = Membership.objects.in_place(invitation.place).filter(
        person=person, role=invitation.role, group=invitation.group
    )
    running = same.on(today).first()
    if running is not None:
        return running
    membership, _is_new = same.update_or_create(
        person=person,
        role=invitation.role,
        group=invitation.group,
        from_on=today,
        defaults={
            "place": invitation.place,
            "resident_kind": invitation.resident_kind,
            "ward": invitation.ward,
            "until_on": None,
        },
    )
    return membership
