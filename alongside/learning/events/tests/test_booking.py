"""Booking on the web, without an account."""

import re
import uuid
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core import mail
from django.http import HttpResponse
from django.test import Client

from alongside.foundation.gatherings.actions.booking import Wish, enter_booking
from alongside.foundation.gatherings.actions.telling import send_what_is_due
from alongside.foundation.gatherings.mail import way_to
from alongside.foundation.gatherings.models import Booking, Gathering
from tests.gatherings import announced, begin_now, books, held_with, states
from tests.people import World

PAGE = "/learn/events/strathmuir/plan-it-together/"
MINE = f"{PAGE}booking/"


@pytest.fixture
def workshop(world: World) -> Gathering:
    return announced(world.strathmuir, by=world.cara.actor, capacity=1)


def send(client: Client, **said: Any) -> HttpResponse:
    filled = {"name": "Gail", "email": "gail@example.org", "submission_key": uuid.uuid4()}
    return client.post(f"{PAGE}book/", filled | said, follow=True)


def text(response: HttpResponse) -> str:
    return response.content.decode()


def words_on(page: str) -> str:
    found = re.search(r'al-three-words__words">([^<]+)<', page)
    assert found
    return found[1]


def test_one_form_books_and_the_receipt_shows_words_once(
    client: Client, workshop: Gathering
) -> None:
    page = text(send(client, access="A ramp", diet="vegan", photos_agreed="on"))
    assert "You have a place" in page
    assert len(words_on(page).split()) == 3
    assert "al-three-words" not in text(client.get(MINE))
    booking = Booking.objects.in_place(workshop.place).get()
    assert booking.needs.access == "A ramp"
    assert booking.photos_agreed


def test_who_leaves_no_way_to_reach_them_is_asked_and_loses_nothing(
    client: Client, workshop: Gathering
) -> None:
    response = send(client, email="", access="A ramp")
    page = text(response)
    assert response.status_code == 422
    assert "Enter an email address or a telephone number" in page
    assert "A ramp" in page
    assert states(workshop) == []


def test_a_full_event_says_how_many_wait_before(client: Client, workshop: Gathering) -> None:
    books(workshop, "Hugh")
    books(workshop, "Ida")
    page = text(send(client))
    assert "You are on the waiting list" in page
    assert "1 person waits before you" in page
    assert "TENTATIVE" in text(client.get(f"{MINE}booking.ics"))


def test_cancelling_and_confirming_by_a_letter_on_another_device(
    client: Client, workshop: Gathering
) -> None:
    send(client)
    books(workshop, "Hugh")
    client.post(MINE, {"verb": "cancel"})
    send_what_is_due()
    letter = next(one for one in mail.outbox if one.subject.startswith("A place is free"))
    path = re.search(r"(/help/booking/\S+)", letter.body)
    assert path
    phone = Client()
    opened = phone.get(path[1])
    assert opened.status_code == 302
    assert states(workshop)[1] == (2, "offered"), "opening a letter changes nothing"
    assert "A place is kept for you" in text(phone.get(opened["Location"]))
    phone.post(MINE, {"verb": "confirm"})
    assert states(workshop) == [(1, "cancelled"), (2, "booked")]


def test_three_words_lead_back_from_another_device(client: Client, workshop: Gathering) -> None:
    words = words_on(text(send(client)))
    phone = Client()
    page = phone.post("/return/", {"words": words}, follow=True)
    assert page.redirect_chain[-1][0] == MINE
    assert "You have a place" in text(page)


def test_nobody_sees_a_booking_without_words_letter_or_device(
    client: Client, workshop: Gathering
) -> None:
    send(client)
    stranger = Client()
    stranger.cookies["bookings"] = "0" * 32
    assert "No booking is known" in text(stranger.get(MINE))
    assert stranger.get(f"{MINE}booking.ics").status_code == 404
    stranger.post(MINE, {"verb": "cancel"})
    assert states(workshop) == [(1, "booked")]


def test_a_shared_device_forgets(client: Client, workshop: Gathering) -> None:
    send(client)
    client.post(MINE, {"verb": "forget"})
    assert "No booking is known" in text(client.get(MINE))
    assert states(workshop) == [(1, "booked")]


def test_booking_does_not_let_go_of_a_seat_elsewhere(client: Client, world: World) -> None:
    first = announced(world.strathmuir, by=world.cara.actor, title="First")
    announced(world.strathmuir, by=world.cara.actor)
    made = books(first)
    client.cookies["seat"] = made.cookie
    send(client)
    assert client.cookies["seat"].value == made.cookie
    assert "You have a place" in text(client.get(MINE))


def test_a_member_need_not_type_what_is_known(
    client: Client, world: World, workshop: Gathering
) -> None:
    client.force_login(world.ann.user)
    assert 'value="ann@example.org"' in text(client.get(f"{PAGE}book/"))
    send(client)
    assert "You have a place" in text(client.get(MINE))
    assert "Plan it together" in text(client.get("/me/"))


def test_somebody_signs_in_with_words_at_the_door(client: Client, workshop: Gathering) -> None:
    words = words_on(text(send(client)))
    begin_now(workshop)
    phone = Client()
    wrong = phone.post(f"{PAGE}here/", {"words": "not these words"})
    assert wrong.status_code == 422
    page = phone.post(f"{PAGE}here/", {"words": words.upper()}, follow=True)
    assert "You are signed in" in text(page)
    assert Booking.objects.in_place(workshop.place).get().came_at is not None


def test_who_came_says_how_it_was_and_who_did_not_is_not_asked(
    client: Client, world: World
) -> None:
    past = held_with(world.strathmuir, ["Gail"], by=world.cara.actor)
    gail = Booking.objects.in_place(past.place).select_related("gathering__place").get()
    client.get(urlsplit(way_to(gail)).path)
    assert "Say how it was" in text(client.get(MINE))
    answers = {"worth": "yes", "took_part": "yes", "submission_key": uuid.uuid4()}
    assert "Thank you" in text(client.post(f"{PAGE}feedback/", answers, follow=True))
    assert Client().get(f"{PAGE}feedback/").status_code == 302


def test_somebody_entered_for_a_members_event_comes_back_by_letter(
    client: Client, world: World
) -> None:
    inside = announced(world.strathmuir, by=world.cara.actor, title="Inside", audience="members")
    made = enter_booking(
        inside,
        Wish(name="Hugh", email="hugh@example.org"),
        channel="phone",
        submission_key=uuid.uuid4(),
        by=world.cara.actor,
    )
    mine = "/learn/events/strathmuir/inside/booking/"
    assert client.get(mine).status_code == 404
    client.get(urlsplit(way_to(made.booking)).path)
    assert "You have a place" in text(client.get(mine))
