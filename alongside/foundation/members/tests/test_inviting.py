import re
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import timezone

from alongside.foundation.accounts.actions import open_account
from alongside.foundation.accounts.models import Tally, User
from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actions import (
    accept_invitation,
    invite_person,
    send_invitation,
    withdraw_invitation,
)
from alongside.foundation.members.actors import actor_of_user
from alongside.foundation.members.models import Contact, Invitation, Membership, Person
from alongside.foundation.members.queries import invitation_of_code, is_living
from tests.people import World, make_somebody

HAT = {"role": "contributor", "group": "staff"}


def code_in(message) -> str:
    return re.search(r"/j/([0-9a-f]{32})", message.body).group(1)


@pytest.fixture
def invited(world: World, django_capture_on_commit_callbacks) -> Invitation:
    with django_capture_on_commit_callbacks(execute=True):
        return invite_person(
            world.strathmuir, email="Nia@example.org", name="Nia", by=world.cara.actor, **HAT
        )


def test_the_link_comes_by_mail_and_opens_the_invitation(invited: Invitation) -> None:
    (message,) = mail.outbox
    assert message.to == ["nia@example.org"]
    assert message.subject == "Strathmuir asks you to take part"
    assert "http://127.0.0.1:8000/j/" in message.body
    assert "contributor" in message.body
    assert invitation_of_code(code_in(message)) == invited


def test_the_database_holds_no_code(invited: Invitation) -> None:
    invited.refresh_from_db()
    assert code_in(mail.outbox[0]) not in str(vars(invited))


def invite(world: World, email: str, who: str = "cara") -> Invitation:
    return invite_person(world.strathmuir, email=email, by=getattr(world, who).actor, **HAT)


def test_one_person_sends_so_many_invitations_a_day(world: World, settings) -> None:
    settings.INVITATIONS_A_DAY = 2
    for number in range(2):
        invite(world, f"{number}@example.org")
    with pytest.raises(Refusal, match="invited_enough") as refused:
        invite(world, "third@example.org")
    assert "2 invitations" in str(refused.value.words)
    assert not Contact.objects.in_place(world.strathmuir).filter(email__startswith="third").exists()


def test_another_lead_and_another_day_have_their_own(world: World, settings) -> None:
    settings.INVITATIONS_A_DAY = 1
    invite(world, "one@example.org")
    make_somebody(world.strathmuir, "Lee", role="lead")
    lee = User.objects.get(email="lee@example.org")
    invite_person(world.strathmuir, email="two@example.org", by=actor_of_user(lee), **HAT)
    Tally.objects.update(at=timezone.now() - timedelta(hours=25))
    invite(world, "three@example.org")


def test_an_operator_goes_on_inviting(world: World, settings) -> None:
    settings.INVITATIONS_A_DAY = 0
    told = {"email": "x@example.org", "role": "national_lead", "group": ""}
    assert invite_person(world.nation, by=system_actor(), **told).pk


def test_nobodys_mailbox_is_filled(world: World) -> None:
    invitation = invite(world, "nia@example.org")
    for _ in range(4):
        send_invitation(invitation, by=world.cara.actor)
    with pytest.raises(Refusal, match="address_full"):
        send_invitation(invitation, by=world.cara.actor)
    elsewhere = {"email": "NIA@example.org", "role": "viewer", "group": ""}
    with pytest.raises(Refusal, match="address_full"):
        invite_person(world.glenbeg, by=world.eve.actor, **elsewhere)


def test_history_tells_who_invited(world: World, invited: Invitation) -> None:
    event = Event.objects.get(verb="invite_person")
    assert (event.actor_id, event.subject_id) == (world.cara.user.pk, invited.pk)
    assert "nia" not in str(vars(event)).lower()


@pytest.mark.parametrize("who", ["ann", "bo", "dev", "rona", "eve", "fay"])
def test_only_the_lead_of_the_place_can_invite(world: World, who: str) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        invite_person(
            world.strathmuir, email="nia@example.org", by=getattr(world, who).actor, **HAT
        )
    assert not Invitation.objects.in_place(world.strathmuir).exists()


def test_a_role_of_the_nation_is_none_of_a_partnership(world: World) -> None:
    with pytest.raises(Refusal, match="not_a_role_here"):
        invite_person(
            world.strathmuir,
            email="n@example.org",
            role="national_lead",
            group="",
            by=world.cara.actor,
        )


def test_a_kind_of_resident_needs_a_resident(world: World) -> None:
    with pytest.raises(Refusal, match="kind_of_residents_only"):
        invite_person(
            world.strathmuir,
            email="n@example.org",
            by=world.cara.actor,
            resident_kind="uses",
            **HAT,
        )


def test_a_fresh_link_closes_the_one_before(
    world: World, invited: Invitation, django_capture_on_commit_callbacks
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        send_invitation(invited, by=world.cara.actor)
    first, second = (code_in(message) for message in mail.outbox)
    assert invitation_of_code(first) is None
    assert invitation_of_code(second) == invited


def test_what_was_taken_back_opens_nothing(world: World, invited: Invitation) -> None:
    withdraw_invitation(invited, by=world.cara.actor)
    found = invitation_of_code(code_in(mail.outbox[0]))
    assert found is not None
    assert not is_living(found)
    user = open_account("nia@example.org")
    with pytest.raises(Refusal, match="withdrawn"):
        accept_invitation(invited, user=user, by=actor_of_user(user))


def test_accepting_begins_the_membership_once(invited: Invitation) -> None:
    user = open_account("nia@example.org")
    membership = accept_invitation(invited, user=user, by=actor_of_user(user), name="Nia Roy")
    assert (membership.role, membership.group) == ("contributor", "staff")
    assert membership.person.name == "Nia Roy"
    assert actor_of_user(user).may("round.answer", invited.place_id)
    with pytest.raises(Refusal, match="accepted"):
        accept_invitation(invited, user=user, by=actor_of_user(user))


def test_an_invitation_that_ran_out_begins_nothing(invited: Invitation) -> None:
    Invitation.objects.in_place(invited.place).update(
        expires_at=timezone.now() - timedelta(minutes=1)
    )
    user = open_account("nia@example.org")
    with pytest.raises(Refusal, match="expired"):
        accept_invitation(invited, user=user, by=actor_of_user(user))


def test_a_second_hat_goes_to_the_same_person(world: World) -> None:
    """Bo is a front-line worker, and a resident too; the second link goes to another address."""
    invitation = invite_person(
        world.strathmuir,
        email="bo.at.home@example.org",
        role="contributor",
        group="resident",
        resident_kind="neighbour",
        by=world.cara.actor,
    )
    placeholder = invitation.person
    membership = accept_invitation(invitation, user=world.bo.user, by=world.bo.actor)
    assert membership.person == world.bo.person
    assert membership.resident_kind == "neighbour"
    assert world.bo.person.memberships.count() == 2
    assert not Person.objects.in_place(world.strathmuir).filter(pk=placeholder.pk).exists()
    assert not Contact.objects.in_place(world.strathmuir).filter(person=placeholder).exists()


def test_somebody_known_by_this_address_is_not_made_twice(world: World) -> None:
    invitation = invite_person(
        world.strathmuir, email="ANN@example.org", by=world.cara.actor, **HAT
    )
    assert invitation.person == world.ann.person


def test_an_invitation_bound_to_an_account_opens_for_no_other(world: World) -> None:
    invitation = invite_person(
        world.strathmuir, email="ann@example.org", by=world.cara.actor, **HAT
    )
    stranger = open_account("stranger@example.org")
    with pytest.raises(Refusal, match="another_account"):
        accept_invitation(invitation, user=stranger, by=actor_of_user(stranger))
    assert not Membership.objects.in_place(world.strathmuir).filter(person__user=stranger).exists()


def test_a_hostile_name_cannot_add_a_header(
    world: World, django_capture_on_commit_callbacks
) -> None:
    world.strathmuir.name = "Strath\r\nBcc: all@example.org"
    world.strathmuir.save()
    with django_capture_on_commit_callbacks(execute=True):
        invite_person(world.strathmuir, email="n@example.org", by=world.cara.actor, **HAT)
    (message,) = mail.outbox
    assert message.subject == "Strath Bcc: all@example.org asks you to take part"
    assert message.recipients() == ["n@example.org"]
