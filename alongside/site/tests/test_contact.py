"""A visitor writes to a place, and reads what happens next."""

from datetime import timedelta

import pytest
from django.core import signing
from django.test import Client
from django.utils import timezone
from django.utils.formats import date_format

from alongside.foundation.accounts.shown_page import SALT
from alongside.foundation.enquiries.models import Enquiry
from alongside.foundation.places.models import Place
from tests.people import World


@pytest.fixture
def token() -> str:
    """Of a page that was shown a minute ago."""
    key = "2b1f8f5e-3e0b-4f62-9a3c-9a4c2d1e0f11"
    return signing.dumps([key, timezone.now().timestamp() - 60], salt=SALT)


def kept(place: Place) -> Enquiry:
    return Enquiry.objects.in_place(place).get()


def test_it_is_kept_once_and_the_page_says_by_when_it_is_answered(
    world: World, client: Client, token: str
) -> None:
    typed = {"place": "strathmuir", "text": "When?", "email": "nan@example.org", "token": token}
    pages = [client.post("/contact/", typed, follow=True) for _click in range(2)]
    day = timezone.localdate() + timedelta(days=14)
    assert kept(world.strathmuir).held_for == ""
    for page in pages:
        assert date_format(day, "j F Y") in page.text
        assert "They write to the address that you gave." in page.text
        assert "nan@example.org" not in page.text
        assert page["Referrer-Policy"] == "no-referrer"


def test_the_place_in_the_address_is_chosen(world: World, client: Client) -> None:
    assert '<option value="glenbeg" selected>' in client.get("/contact/?place=glenbeg").text
    assert " selected>" not in client.get("/contact/?place=nowhere").text


def test_without_an_address_the_page_says_that_nobody_can_answer(
    world: World, client: Client, token: str
) -> None:
    page = client.post(
        "/contact/", {"place": "caldonia", "text": "Thank you", "token": token}, follow=True
    )
    assert "nobody can answer you" in page.text
    assert kept(world.nation).text == "Thank you"


def test_what_is_missing_is_said_at_the_top_and_what_was_typed_is_kept(
    world: World, client: Client, token: str
) -> None:
    page = client.post("/contact/", {"text": "A question", "email": "nan", "token": token})
    assert page.status_code == 422
    assert 'href="#id_place"' in page.text
    assert 'href="#id_email"' in page.text
    assert "A question" in page.text
    assert not Enquiry.objects.in_place(world.strathmuir).exists()


def test_a_trap_that_was_filled_in_holds_it_apart(world: World, client: Client, token: str) -> None:
    typed = {"place": "strathmuir", "text": "Pills", "homepage": "x.example", "token": token}
    assert client.post("/contact/", typed).status_code == 302
    assert kept(world.strathmuir).held_for == "trap"


@pytest.mark.parametrize("state", [Place.State.LEAVING, Place.State.LEFT, Place.State.PENDING])
def test_only_places_in_use_are_written_to(
    world: World, client: Client, token: str, state: str
) -> None:
    Place.objects.filter(pk=world.strathmuir.pk).update(state=state)
    typed = {"place": "strathmuir", "text": "When?", "token": token}
    assert client.post("/contact/", typed).status_code == 422
    offered = client.get("/contact/?place=strathmuir").text
    assert '<option value="strathmuir"' not in offered
    assert ("Strathmuir" in offered) == (state == Place.State.LEAVING)


def test_after_its_time_the_page_is_gone(world: World, client: Client, token: str) -> None:
    sent = client.post("/contact/", {"place": "strathmuir", "text": "When?", "token": token})
    assert client.get(sent["Location"]).status_code == 200
    rows = Enquiry.objects.in_place(world.strathmuir)
    rows.update(kept_until=timezone.now() - timedelta(seconds=1))
    assert client.get(sent["Location"]).status_code == 404
