"""Codes from posters and mail: exchanged at once, counted when wrong, never used up by a look."""

import re
from datetime import timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from alongside.foundation.accounts.actions import open_account
from alongside.foundation.accounts.attempts import LIMIT_PER_NETWORK
from alongside.foundation.accounts.models import Tally, User
from alongside.foundation.members.actions import (
    code_of_link,
    invite_person,
    open_link,
    withdraw_invitation,
)
from alongside.foundation.members.models import Invitation, Membership, Seat
from alongside.foundation.members.seats import COOKIE, take_seat
from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.answering import make_round
from tests.people import World


@pytest.fixture
def round_(world: World) -> Round:
    return make_round(world.strathmuir, world.home_care)


@pytest.fixture
def link(world: World, round_: Round) -> Invitation:
    return open_link(world.strathmuir, activity_id=round_.activity_id, by=world.cara.actor)


@pytest.fixture
def invite(world: World, django_capture_on_commit_callbacks):
    def send(**changes) -> str:
        details = {"email": "nia@example.org", "role": "contributor", "group": "staff", **changes}
        with django_capture_on_commit_callbacks(execute=True):
            invite_person(world.strathmuir, by=world.cara.actor, **details)
        return re.search(r"/j/[0-9a-f]{32}", mail.outbox[-1].body).group()

    return send


def test_the_code_of_a_poster_leads_to_its_activity_under_a_clean_address(
    client: Client, link: Invitation
) -> None:
    response = client.get(f"/j/{code_of_link(link)}")
    assert response["Location"] == "/strathmuir/answer/map-2026/"
    assert response["Referrer-Policy"] == "no-referrer"
    assert response["Cache-Control"] == "no-store"


def test_looking_takes_no_seat_and_starting_takes_one(
    client: Client, world: World, link: Invitation
) -> None:
    page = client.get(f"/j/{code_of_link(link)}")["Location"]
    client.get(page)
    assert not Seat.objects.in_place(world.strathmuir).exists()
    client.post(page)
    seat = Seat.objects.in_place(world.strathmuir).get()
    assert seat.group == "resident"
    assert client.cookies[COOKIE]["httponly"]


def test_a_typed_code_forgives_capitals_and_missing_hyphens(
    client: Client, link: Invitation
) -> None:
    typed = code_of_link(link).upper().replace("-", " ")
    response = client.post("/j/", {"code": typed})
    assert response["Location"] == "/strathmuir/answer/map-2026/"


@pytest.mark.parametrize("code", ["0000-0000-0000", "x", "é", "a" * 500, "%00"])
def test_a_wrong_code_gets_help_and_is_counted(client: Client, db: None, code: str) -> None:
    response = client.get(f"/j/{code}")
    assert response.status_code == 404
    assert "This code opens nothing" in response.content.decode()
    assert Tally.objects.filter(kind="open-link").count() == 1


def test_whoever_guesses_too_often_is_told_to_wait(client: Client, db: None) -> None:
    for _ in range(LIMIT_PER_NETWORK):
        assert client.get("/j/wrong").status_code == 404
    assert client.get("/j/wrong").status_code == 429
    assert client.get("/j/wrong", REMOTE_ADDR="198.51.100.9").status_code == 404


def test_a_right_code_opens_however_many_guess_beside_it(client: Client, link: Invitation) -> None:
    for _ in range(LIMIT_PER_NETWORK + 1):
        client.get("/j/wrong")
    assert client.get(f"/j/{code_of_link(link)}").status_code == 302
    assert client.post("/j/", {"code": code_of_link(link)}).status_code == 302


def test_right_codes_are_never_counted(client: Client, link: Invitation) -> None:
    for _ in range(LIMIT_PER_NETWORK + 5):
        assert client.get(f"/j/{code_of_link(link)}").status_code == 302
    assert not Tally.objects.exists()


def test_a_closed_link_says_so_with_the_person_to_ring(
    client: Client, world: World, link: Invitation
) -> None:
    withdraw_invitation(link, by=world.cara.actor)
    response = client.get(f"/j/{code_of_link(link)}")
    assert response.status_code == 410
    assert "This link no longer opens" in response.content.decode()


def test_an_invitation_is_shown_before_anything_happens(client: Client, invite) -> None:
    response = client.get(invite())
    assert response["Location"] == "/j/"
    assert response["Referrer-Policy"] == "no-referrer"
    html = client.get("/j/").content.decode()
    assert "Strathmuir asks you to take part" in html
    assert "contributor" in html
    assert not User.objects.filter(email="nia@example.org").exists()
    assert Invitation.objects.unscoped(reason="test").filter(accepted_at=None).exists()


def test_saying_yes_makes_the_account_and_the_membership(
    client: Client, world: World, invite
) -> None:
    client.get(invite())
    response = client.post("/j/", {"name": "Nia Roy"})
    assert response["Location"] == "/sign-in/"
    user = User.objects.get(email="nia@example.org")
    assert client.session["_auth_user_id"] == str(user.pk)
    membership = Membership.objects.in_place(world.strathmuir).get(person__user=user)
    assert (membership.group, membership.person.name) == ("staff", "Nia Roy")
    assert not user.has_usable_password()


def test_a_hostile_name_is_kept_as_text_without_control_characters(
    client: Client, world: World, invite
) -> None:
    client.get(invite())
    client.post("/j/", {"name": "Ni\x00a\r\n <b>Roy</b>"})
    membership = Membership.objects.in_place(world.strathmuir).get(
        person__user__email="nia@example.org"
    )
    assert membership.person.name == "Ni a <b>Roy</b>"


def test_an_invitation_to_an_activity_leads_right_to_it(
    client: Client, invite, round_: Round
) -> None:
    client.get(invite(activity_id=round_.activity_id))
    assert client.post("/j/")["Location"] == "/strathmuir/answer/map-2026/"


def test_an_invitation_opens_once(client: Client, invite) -> None:
    link = invite()
    client.get(link)
    client.post("/j/")
    assert Client().get(link).status_code == 410


def test_whoever_has_an_account_signs_in_with_it_first(
    client: Client, world: World, invite
) -> None:
    user = open_account("nia@example.org", password="correct horse battery")
    client.get(invite())
    html = client.get("/j/").content.decode()
    assert 'href="/accounts/login/?next=/j/"' in html
    client.post("/j/")
    assert not Membership.objects.in_place(world.strathmuir).filter(person__user=user).exists()
    client.force_login(user)
    client.post("/j/")
    assert Membership.objects.in_place(world.strathmuir).filter(person__user=user).exists()


def test_a_member_with_another_hat_stays_one_person(client: Client, world: World, invite) -> None:
    client.force_login(world.bo.user)
    client.get(invite(group="resident", resident_kind="cares"))
    client.post("/j/", {"name": "Bo"})
    assert world.bo.person.memberships.count() == 2


def test_a_forged_cookie_opens_nothing(client: Client, invite) -> None:
    invite()
    client.cookies["joining"] = "1"
    assert "Type the code" in client.get("/j/").content.decode()


def test_an_invitation_that_ran_out_meanwhile_opens_nothing(
    client: Client, world: World, invite
) -> None:
    client.get(invite())
    Invitation.objects.in_place(world.strathmuir).update(
        expires_at=timezone.now() - timedelta(seconds=1)
    )
    assert client.post("/j/").status_code == 410
    assert not User.objects.filter(email="nia@example.org").exists()


def seated(world: World, round_: Round) -> str:
    _seat, _cookie, words = take_seat(
        world.strathmuir, activity_id=round_.activity_id, group="resident", group_confirmed=True
    )
    return words


def test_three_words_bring_a_guest_back_on_another_device(
    client: Client, world: World, round_: Round
) -> None:
    words = seated(world, round_)
    response = client.post("/return/", {"words": words.upper().replace(" ", "-")})
    assert response["Location"] == "/strathmuir/answer/map-2026/next/"
    assert client.cookies[COOKIE]["samesite"] == "Lax"
    client.post(response["Location"])
    assert Seat.objects.in_place(world.strathmuir).count() == 1


def test_wrong_words_are_kept_in_the_box_and_counted(
    client: Client, world: World, round_: Round
) -> None:
    response = client.post("/return/", {"words": "no such <words>"})
    assert response.status_code == 422
    assert 'value="no such &lt;words&gt;"' in response.content.decode()
    assert COOKIE not in client.cookies
    for _ in range(LIMIT_PER_NETWORK):
        client.post("/return/", {"words": "no such words"})
    assert client.post("/return/", {"words": seated(world, round_)}).status_code == 429


def test_words_of_a_seat_that_ran_out_open_nothing(
    client: Client, world: World, round_: Round
) -> None:
    words = seated(world, round_)
    then = timezone.now() - timedelta(days=61)
    Seat.objects.in_place(world.strathmuir).update(
        made_at=then, expires_at=timezone.now() - timedelta(days=1)
    )
    assert client.post("/return/", {"words": words}).status_code == 422


def test_who_says_yes_to_answering_comes_to_what_is_open(
    client: Client, round_: Round, invite
) -> None:
    client.get(invite())
    response = client.post("/j/", {"name": "Nia"})
    assert response["Location"] == "/strathmuir/answer/map-2026/"


def test_who_answers_nothing_comes_to_the_workspace(client: Client, round_: Round, invite) -> None:
    client.get(invite(role="viewer", group=""))
    assert client.post("/j/", {"name": "Nia"})["Location"] == "/sign-in/"
