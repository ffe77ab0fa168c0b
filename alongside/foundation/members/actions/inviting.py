"""Invite one person by email. The code stands in the mail and nowhere else."""

from datetime import timedelta
from functools import partial

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from alongside.foundation.accounts.codes import CodeKind, hash_code, new_token
from alongside.foundation.accounts.limits import A_DAY, Limit, count_towards, is_reached
from alongside.foundation.history.actions import record_event
from alongside.foundation.history.actor import Actor, ActorKind
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members import rules
from alongside.foundation.members.mail import mail_invitation, one_line
from alongside.foundation.members.models import Contact, Invitation, Person, ResidentKind
from alongside.foundation.places.admission import refuse_unless_admitted
from alongside.foundation.places.models import Place, Ward
from alongside.foundation.places.vocabulary import words_of

LIFETIME = timedelta(days=30)
# Invitations that one address gets in a day, from whomever: nobody's mailbox is filled from here.
TO_ONE_ADDRESS = Limit("invited", 5, A_DAY)


@transaction.atomic
def invite_person(
    place: Place,
    *,
    email: str,
    role: str,
    group: str,
    by: Actor,
    name: str = "",
    resident_kind: str = "",
    ward: Ward | None = None,
    activity_id: int | None = None,
) -> Invitation:
    """Invite somebody to a role and a group; whoever is known by this address gets another hat."""
    _refuse_unless_allowed(by, place, role)
    if resident_kind and (group != "resident" or resident_kind not in ResidentKind.values):
        said = _("Only %(residents)s say how they are involved.")
        residents = words_of(place)["resident_plural"]
        raise Refusal("kind_of_residents_only", said % {"residents": residents})
    if ward and (group != "elected" or ward.place_id != place.pk):
        raise Refusal("no_ward_for_them", _("Only elected members have a ward."), status=409)
    person = _person_with(place, email) or _new_person(place, email, name)
    invitation = Invitation.objects.create(
        place=place,
        kind=Invitation.Kind.INDIVIDUAL,
        # Nobody knows this first code; `send_invitation` gives the one that is mailed.
        code_hash=hash_code(CodeKind.INVITATION, new_token()),
        person=person,
        role=role,
        group=group,
        resident_kind=resident_kind,
        ward=ward,
        activity_id=activity_id,
        expires_at=timezone.now() + LIFETIME,
    )
    record_event("invite_person", invitation, by=by, place_id=place.pk)
    return send_invitation(invitation, by=by)


@transaction.atomic
def send_invitation(invitation: Invitation, *, by: Actor) -> Invitation:
    """Mail a fresh link; one sent before no longer opens anything."""
    _refuse_unless_allowed(by, invitation.place, invitation.role)
    refuse_unless_open(invitation)
    _refuse_too_many(invitation, by)
    code = new_token()
    invitation.code_hash = hash_code(CodeKind.INVITATION, code)
    invitation.expires_at = timezone.now() + LIFETIME
    invitation.sent_at = timezone.now()
    invitation.save(update_fields=["code_hash", "expires_at", "sent_at"])
    record_event("send_invitation", invitation, by=by, place_id=invitation.place_id)
    transaction.on_commit(partial(mail_invitation, invitation, code))
    return invitation


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: Actor) -> Invitation:
    """Take an invitation or an open link back; its code opens nothing from now on."""
    if not rules.can_invite(by, invitation.place):
        raise Refusal("not_allowed", _("Only the programme lead can take an invitation back."))
    if invitation.withdrawn_at is None:
        invitation.withdrawn_at = timezone.now()
        invitation.save(update_fields=["withdrawn_at"])
        record_event(
            "withdraw_invitation",
            invitation,
            by=by,
            place_id=invitation.place_id,
            fields={"withdrawn_at"},
        )
    return invitation


def refuse_unless_open(invitation: Invitation) -> None:
    """Say in words why an invitation opens nothing any more."""
    if invitation.withdrawn_at is not None:
        raise Refusal("withdrawn", _("This invitation was taken back."), status=409)
    if invitation.accepted_at is not None:
        raise Refusal("accepted", _("This invitation has been used already."), status=409)


def _refuse_unless_allowed(by: Actor, place: Place, role: str) -> None:
    refuse_unless_admitted(place)
    if not rules.can_invite(by, place):
        raise Refusal("not_allowed", _("Only the programme lead can invite people."))
    if not rules.can_hold_role(place, role):
        raise Refusal("not_a_role_here", _("There is no such role here."), status=409)


def _refuse_too_many(invitation: Invitation, by: Actor) -> None:
    """Count one more for whoever sends and for the address; refuse where a day's worth is used."""
    sent_by = Limit("invites", settings.INVITATIONS_A_DAY, A_DAY)
    address = invitation.person.contact.email if invitation.person else ""
    if is_reached(TO_ONE_ADDRESS, address):
        raise Refusal(
            "address_full",
            _("Enough invitations went to this address today. Ring them, or try again tomorrow."),
            status=429,
        )
    count_towards(TO_ONE_ADDRESS, address)
    if by.kind is not ActorKind.PERSON:
        return
    if is_reached(sent_by, by.id):
        said = _("You have sent %(most)s invitations within a day, as many as one person may.")
        raise Refusal(
            "invited_enough",
            said % {"most": sent_by.most},
            status=429,
            next_step=_("Go on tomorrow. %(residents)s need none: give them the link or poster.")
            % {"residents": words_of(invitation.place)["resident_plural_start"]},
        )
    count_towards(sent_by, by.id)


def _person_with(place: Place, email: str) -> Person | None:
    contact = Contact.objects.in_place(place).filter(email__iexact=email).first()
    return contact.person if contact else None


def _new_person(place: Place, email: str, name: str) -> Person:
    person = Person.objects.create(place=place, name=one_line(name))
    Contact.objects.create(place=place, person=person, email=email.lower())
    return person
