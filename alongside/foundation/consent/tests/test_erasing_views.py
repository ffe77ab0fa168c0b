"""The pages on which a lead has somebody erased."""

import pytest
from django.test import Client

from alongside.foundation.accounts.attempts import LIMIT_PER_NETWORK
from alongside.foundation.members.actions import invite_person
from alongside.foundation.members.models import Contact, Membership, Person, Seat
from alongside.foundation.members.seats import take_seat
from tests.people import Somebody, World, make_somebody

HERE = "/strathmuir/workspace/erasing/"


@pytest.fixture
def cara(world: World, settings, tmp_path) -> Client:
    settings.RUN_DIR = tmp_path
    client = Client()
    client.force_login(world.cara.user)
    return client


def page_of(somebody: Somebody) -> str:
    return f"{HERE}{somebody.person.public_id}/"


def is_kept(somebody: Somebody) -> bool:
    return Contact.objects.in_place(somebody.place).filter(person=somebody.person).exists()


def test_the_list_of_members_leads_there_for_each(cara: Client, world: World) -> None:
    html = cara.get("/strathmuir/workspace/members/").content.decode()
    assert f'href="{page_of(world.ann)}"' in html
    assert f'href="{HERE}"' in html
    rona = Client()
    rona.force_login(world.rona.user)
    assert HERE not in rona.get("/strathmuir/workspace/members/").content.decode()


def test_somebody_invited_can_be_erased_too(cara: Client, world: World) -> None:
    told = {"email": "nia@example.org", "role": "viewer", "group": ""}
    invited = invite_person(world.strathmuir, by=world.cara.actor, **told).person
    address = f"{HERE}{invited.public_id}/"
    assert address in cara.get("/strathmuir/workspace/members/").content.decode()
    cara.post(address, {"name": "NIA@example.org"})
    assert not Contact.objects.in_place(world.strathmuir).filter(email="nia@example.org").exists()


def test_the_page_says_what_goes_and_what_stays(cara: Client, world: World) -> None:
    html = cara.get(page_of(world.ann)).content.decode()
    for words in ("What goes, at once", "What stays", "Type “Ann” to confirm", "can't be undone",
                  "under “My part”", "ann@example.org"):  # fmt: skip
        assert words in html
    assert is_kept(world.ann)


@pytest.mark.parametrize("typed", ["", "Bo", "An"])
def test_another_name_erases_nobody(cara: Client, world: World, typed: str) -> None:
    response = cara.post(page_of(world.ann), {"name": typed})
    assert response.status_code == 422
    assert "govuk-error-summary" in response.content.decode()
    assert is_kept(world.ann)


def test_the_name_typed_erases(cara: Client, world: World) -> None:
    html = cara.post(page_of(world.ann), {"name": "  ann "}, follow=True).content.decode()
    assert "What was counted stands, without a name" in html
    assert "ann@example.org" not in html
    assert not is_kept(world.ann)
    assert cara.get(page_of(world.ann)).status_code == 404


def test_the_only_lead_reads_why_not(cara: Client, world: World) -> None:
    html = cara.get(page_of(world.cara)).content.decode()
    assert "This is the only programme lead" in html
    assert "Erase for good" not in html
    assert cara.post(page_of(world.cara), {"name": "Cara"}).status_code == 409
    assert is_kept(world.cara)


def test_a_lead_who_goes_is_signed_out(cara: Client, world: World) -> None:
    make_somebody(world.strathmuir, "Lee", role="lead")
    response = cara.post(page_of(world.cara), {"name": "Cara"}, follow=True)
    assert response.redirect_chain[-1][0] == "/"
    assert "_auth_user_id" not in cara.session


def test_people_of_another_partnership_are_not_found(cara: Client, world: World) -> None:
    assert cara.get(page_of(world.eve)).status_code == 404
    assert cara.post(page_of(world.eve), {"name": "Eve"}).status_code == 404
    assert is_kept(world.eve)


def test_somebody_who_left_is_found_and_erased(cara: Client, world: World) -> None:
    Membership.objects.in_place(world.strathmuir).filter(person=world.ann.person).delete()
    html = cara.get(HERE).content.decode()
    assert page_of(world.ann) in html
    assert page_of(world.bo) not in html
    cara.post(page_of(world.ann), {"name": "Ann"})
    assert not Person.objects.in_place(world.strathmuir).filter(name="Ann").exists()
    assert page_of(world.ann) not in cara.get(HERE).content.decode()


def guest_words(world: World, somebody: Somebody) -> str:
    return take_seat(somebody.place, activity_id=1, group="resident", group_confirmed=False)[2]


def test_a_guest_is_erased_by_three_words(cara: Client, world: World) -> None:
    words = guest_words(world, world.cara)
    unsure = cara.post(HERE, {"words": words})
    assert "Tick the box if they asked for it" in unsure.content.decode()
    assert Seat.objects.in_place(world.strathmuir).exists()
    cara.post(HERE, {"words": words.upper(), "sure": "on"})
    assert not Seat.objects.in_place(world.strathmuir).exists()


def test_words_of_another_partnership_open_nothing_here(cara: Client, world: World) -> None:
    words = guest_words(world, world.eve)
    response = cara.post(HERE, {"words": words, "sure": "on"})
    assert "belong to nobody here" in response.content.decode()
    assert Seat.objects.in_place(world.glenbeg).exists()


def test_a_lead_cannot_guess_words_for_ever(cara: Client, world: World) -> None:
    for _ in range(LIMIT_PER_NETWORK):
        cara.post(HERE, {"words": "river table moon", "sure": "on"})
    assert cara.post(HERE, {"words": "river table moon", "sure": "on"}).status_code == 429
