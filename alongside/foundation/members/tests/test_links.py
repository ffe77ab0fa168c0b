from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.foundation.accounts.codes import CodeKind, hash_code
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actions import code_of_link, open_link, withdraw_invitation
from alongside.foundation.members.models import Invitation
from alongside.foundation.members.queries import invitation_of_code, is_living, living_links
from tests.people import World


def test_a_link_can_be_printed_again_though_only_its_hash_is_kept(world: World) -> None:
    link = open_link(world.strathmuir, activity_id=7, by=world.cara.actor)
    link.refresh_from_db()
    code = code_of_link(link)
    assert link.code_hash == hash_code(CodeKind.OPEN_LINK, code)
    assert code not in str(vars(link))
    assert invitation_of_code(code.upper().replace("-", "")) == link


def test_opening_twice_gives_the_same_link(world: World) -> None:
    first = open_link(world.strathmuir, activity_id=7, by=world.cara.actor)
    assert open_link(world.strathmuir, activity_id=7, by=world.cara.actor) == first
    assert open_link(world.strathmuir, activity_id=8, by=world.cara.actor) != first


def test_a_closed_link_opens_nothing_and_the_next_one_has_another_code(world: World) -> None:
    first = open_link(world.strathmuir, activity_id=7, by=world.cara.actor)
    withdraw_invitation(first, by=world.cara.actor)
    assert not is_living(first)
    second = open_link(world.strathmuir, activity_id=7, by=world.cara.actor)
    assert code_of_link(first) != code_of_link(second)
    assert living_links(world.strathmuir) == {7: second}


def test_a_link_that_ran_out_opens_nothing(world: World) -> None:
    soon = timezone.now() + timedelta(minutes=1)
    link = open_link(world.strathmuir, activity_id=7, by=world.cara.actor, expires_at=soon)
    Invitation.objects.in_place(world.strathmuir).update(
        expires_at=timezone.now() - timedelta(minutes=1)
    )
    link.refresh_from_db()
    assert not is_living(link)


def test_a_link_makes_residents_only(world: World) -> None:
    link = open_link(world.strathmuir, activity_id=7, by=world.cara.actor)
    assert (link.group, link.role, link.person) == ("resident", "", None)


@pytest.mark.parametrize("who", ["ann", "bo", "dev", "rona", "eve", "fay"])
def test_only_the_lead_of_the_place_opens_links(world: World, who: str) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        open_link(world.strathmuir, activity_id=7, by=getattr(world, who).actor)
    link = open_link(world.strathmuir, activity_id=7, by=world.cara.actor)
    with pytest.raises(Refusal, match="not_allowed"):
        withdraw_invitation(link, by=getattr(world, who).actor)


def test_the_code_of_a_link_is_refused_where_one_person_is_asked_for(world: World) -> None:
    link = open_link(world.strathmuir, activity_id=7, by=world.cara.actor)
    assert hash_code(CodeKind.INVITATION, code_of_link(link)) != link.code_hash
