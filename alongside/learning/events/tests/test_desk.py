"""The organiser's desk."""

import uuid
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from alongside.foundation.gatherings.actions.gatherings import publish_gathering
from alongside.foundation.gatherings.models import AgendaItem, Booking, Gathering, Material
from tests.gatherings import announced, begin_now, books, fresh, held_with, prepared, states
from tests.people import World

DESK = "/strathmuir/workspace/events/"
ONE = f"{DESK}plan-it-together/"


@pytest.fixture
def cara(client: Client, world: World) -> Client:
    client.force_login(world.cara.user)
    return client


def filled(**changed: Any) -> dict[str, Any]:
    day = timezone.localdate() + timedelta(days=30)
    return {
        "title": "Plan it together",
        "kind": "workshop",
        "what": "We plan.",
        "day_0": day.day,
        "day_1": day.month,
        "day_2": day.year,
        "starts": "10:00",
        "ends": "13.30",
        "venue": "Town hall",
        "capacity": "40",
        "audience": "public",
        "contact_name": "Cara",
        "contact_phone": "01632 960 114",
        "help_languages": "request",
        "help_bsl": "ready",
        "help_easy_read": "ready",
        "help_audio": "no",
        "help_large_print": "ready",
    } | changed


def text(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_an_event_is_prepared_and_announced(cara: Client, world: World) -> None:
    cara.post(f"{DESK}new/", filled())
    made = Gathering.objects.in_place(world.strathmuir).get()
    assert made.starts_at.astimezone(made.zone).strftime("%H:%M") == "10:00"
    assert Client().get("/learn/events/strathmuir/plan-it-together/").status_code == 404
    cara.post(f"{ONE}move/", {"verb": "publish"})
    assert Client().get("/learn/events/strathmuir/plan-it-together/").status_code == 200


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"ends": "09:00"}, "It has to end after it starts"),
        ({"starts": "ten"}, "Enter a time, such as 14:30"),
        ({"venue": ""}, "Say where it is, or give the link"),
        ({"help_bsl": ""}, "Say how it stands with: British Sign Language"),
        ({"capacity": "0"}, "greater than or equal to 1"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_is_kept(
    cara: Client, world: World, changed: dict[str, str], said: str
) -> None:
    response = cara.post(f"{DESK}new/", filled(**changed))
    page = response.content.decode()
    assert response.status_code == 422
    assert said in page
    assert "We plan." in page
    assert not Gathering.objects.in_place(world.strathmuir).exists()


def test_a_change_keeps_what_stood_there(cara: Client, world: World) -> None:
    made = prepared(world.strathmuir, by=world.cara.actor)
    page = text(cara, f"{ONE}edit/")
    assert "Town hall, 1 High Street" in page
    cara.post(f"{ONE}edit/", filled(venue="Library"))
    assert fresh(made).venue == "Library"


def test_the_agenda_grows_and_shrinks(cara: Client, world: World) -> None:
    prepared(world.strathmuir, by=world.cara.actor)
    cara.post(f"{ONE}agenda/", {"clock": "10:15", "title": "Welcome", "speaker": "Cara"})
    assert "10:15" in text(cara, f"{ONE}agenda/")
    number = AgendaItem.objects.in_place(world.strathmuir).get().pk
    cara.post(f"{ONE}agenda/", {"remove": number})
    assert not AgendaItem.objects.in_place(world.strathmuir).exists()
    assert cara.post(f"{ONE}agenda/", {"remove": "x' OR 1=1"}).status_code == 404


def test_the_list_shows_needs_and_is_ticked_on_the_day(cara: Client, world: World) -> None:
    workshop = announced(world.strathmuir, by=world.cara.actor)
    booking = books(workshop, access="A ramp", diet="vegan").booking
    before = text(cara, f"{ONE}people/")
    assert "A ramp" in before
    assert f"came:{booking.public_id}" not in before
    begin_now(workshop)
    cara.post(f"{ONE}people/", {"do": f"came:{booking.public_id}"})
    assert f"away:{booking.public_id}" in text(cara, f"{ONE}people/")
    for nonsense in ("came:", f"came:{uuid.uuid4()}", "", "drop"):
        assert cara.post(f"{ONE}people/", {"do": nonsense}).status_code == 404


def test_who_rings_is_entered_and_told_their_words(cara: Client, world: World) -> None:
    workshop = announced(world.strathmuir, by=world.cara.actor, capacity=1)
    said = {"name": "Hugh", "phone": "01632 960 777", "channel": "phone"}
    page = cara.post(f"{ONE}people/add/", said | {"submission_key": uuid.uuid4()}, follow=True)
    assert "Tell them their three words" in page.content.decode()
    assert states(workshop) == [(1, "booked")]
    at_door = {"name": "Kim", "channel": "door", "submission_key": uuid.uuid4()}
    cara.post(f"{ONE}people/add/", at_door)
    assert states(workshop)[1] == (2, "walk_in")


def test_a_booking_is_cancelled_for_somebody_and_the_next_is_to_be_rung(
    cara: Client, world: World
) -> None:
    workshop = announced(world.strathmuir, by=world.cara.actor, capacity=1)
    gail = books(workshop, "Gail").booking
    hugh = books(workshop, "Hugh", email="", phone="01632 960 777").booking
    cara.post(f"{ONE}people/", {"do": f"cancel:{gail.public_id}"})
    page = text(cara, f"{ONE}people/")
    assert "To ring" in page
    cara.post(f"{ONE}people/", {"do": f"told:{hugh.public_id}"})
    assert "To ring" not in text(cara, f"{ONE}people/")


def test_what_is_left_stands_on_the_public_page(cara: Client, world: World) -> None:
    held_with(world.strathmuir, ["Gail"], by=world.cara.actor)
    cara.post(f"{ONE}after/", {"what_came": "Two things are tried."})
    refused = cara.post(f"{ONE}after/", {"title": "Slides", "link": "javascript:alert(1)"})
    assert refused.status_code == 422
    cara.post(f"{ONE}after/", {"title": "Slides", "link": "https://example.org/slides"})
    page = text(Client(), "/learn/events/strathmuir/plan-it-together/")
    assert "Two things are tried." in page
    assert "https://example.org/slides" in page
    number = Material.objects.in_place(world.strathmuir).get().pk
    cara.post(f"{ONE}after/", {"remove": number})
    assert not Material.objects.in_place(world.strathmuir).exists()


def test_the_poster_leads_to_where_people_sign_in(cara: Client, world: World) -> None:
    announced(world.strathmuir, by=world.cara.actor)
    page = text(cara, f"{ONE}poster/")
    assert "/learn/events/strathmuir/plan-it-together/here/" in page
    assert "<svg" in page


def test_lists_of_many_people_ask_little(
    cara: Client, world: World, django_assert_max_num_queries
) -> None:
    workshop = publish_gathering(
        prepared(world.strathmuir, by=world.cara.actor, capacity=300), by=world.cara.actor
    )
    for number in range(12):
        books(workshop, f"Person {number}")
    text(cara, f"{ONE}people/")
    with django_assert_max_num_queries(12):
        text(cara, f"{ONE}people/")
    assert Booking.objects.in_place(world.strathmuir).count() == 12
