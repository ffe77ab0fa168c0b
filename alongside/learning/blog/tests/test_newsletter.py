"""New posts by email, for whoever asked twice."""

import re
from datetime import timedelta

import pytest
from django.core.mail import EmailMessage
from django.test import Client
from django.utils import timezone

from alongside.learning.blog.actions.newsletter import send_new_posts
from alongside.learning.blog.models import Subscription
from tests.people import World
from tests.posts import write_post

pytestmark = pytest.mark.django_db(transaction=True)
NOW = timezone.now() + timedelta(days=2)


def ask(client: Client, **said: str) -> str:
    said = {"email": "reader@example.org", "place": "strathmuir", **said}
    return client.post("/learn/blog/newsletter/", said).content.decode()


def address(letter: EmailMessage, word: str) -> str:
    found = re.search(rf"(/help/new-posts/{word}/\S+)", letter.body)
    assert found
    return found[1]


def test_nothing_is_sent_before_the_second_yes(
    client: Client, world: World, mailoutbox: list[EmailMessage]
) -> None:
    assert "Look into your letter box" in ask(client)
    (letter,) = mailoutbox
    yes = address(letter, "yes")
    assert client.get(yes).status_code == 200
    write_post(world.strathmuir, "Too early")
    assert send_new_posts(NOW) == 0, "opening the page is no yes: mail scanners do that"
    client.post(yes)
    write_post(world.strathmuir, "A new one")
    write_post(world.glenbeg, "Of somebody else")
    assert send_new_posts(NOW) == 1
    told = mailoutbox[-1].body
    assert "A new one" in told
    assert "Too early" not in told
    assert "Of somebody else" not in told
    assert mailoutbox[-1].extra_headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert mailoutbox[-1].extra_headers["Auto-Submitted"] == "auto-generated"


def test_never_empty_never_twice(
    client: Client, world: World, mailoutbox: list[EmailMessage]
) -> None:
    ask(client)
    client.post(address(mailoutbox[0], "yes"))
    assert send_new_posts(NOW) == 0
    write_post(world.strathmuir, "A new one")
    assert send_new_posts(NOW) == 1
    assert send_new_posts(NOW) == 0
    assert send_new_posts(NOW + timedelta(days=3)) == 0


def test_one_click_stops_it_and_forgets_the_address(
    client: Client, world: World, mailoutbox: list[EmailMessage]
) -> None:
    ask(client)
    stop = address(mailoutbox[0], "no")
    assert client.get(stop).status_code == 200
    assert Subscription.objects.unscoped(reason="test").exists()
    strict = Client(enforce_csrf_checks=True)
    assert strict.post(stop, {"List-Unsubscribe": "One-Click"}).status_code == 200
    assert not Subscription.objects.unscoped(reason="test").exists()
    assert strict.post(stop).status_code == 200, "a second click finds the same page"
    assert strict.post("/help/new-posts/no/forged/").status_code == 404


def test_nobody_fills_a_strangers_letter_box(
    client: Client, world: World, mailoutbox: list[EmailMessage]
) -> None:
    for _again in range(6):
        assert "Look into your letter box" in ask(client)
    assert len(mailoutbox) == 2
    for number in range(20):
        answer = ask(client, email=f"stranger{number}@example.org")
    assert "Too many addresses" in answer
    assert len(mailoutbox) < 20


def test_a_field_that_people_do_not_see_catches_programs(
    client: Client, world: World, mailoutbox: list[EmailMessage]
) -> None:
    assert "Look into your letter box" in ask(client, website="http://spam.example.org")
    assert mailoutbox == []


def test_a_wrong_address_is_told_and_what_never_said_yes_is_forgotten(
    client: Client, world: World
) -> None:
    assert "Enter a valid email address" in ask(client, email="nobody")
    ask(client)
    send_new_posts(timezone.now() + timedelta(days=31))
    assert not Subscription.objects.unscoped(reason="test").exists()
