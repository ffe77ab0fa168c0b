"""From the public page to the moderators' desk and back, as people walk it."""

import re

import pytest
from django.core import mail
from django.urls import reverse

from alongside.foundation.discussions.models import Comment
from tests.asking import hidden
from tests.comments import comment_on

DESK = "/strathmuir/workspace/comments/"
MINE = "/learn/comments/mine/"


@pytest.fixture
def page(lunch_club) -> str:
    return reverse("activities:page", args=["strathmuir", lunch_club.slug])


def send(client, key: str, **typed: str):
    """Open the page on which people write, fill it in and send it."""
    address = f"/learn/comments/activity/{key}/write/"
    shown = client.get(address)
    token = hidden(shown, "token")
    return client.post(address, {"token": token, "homepage": "", **typed})


def test_a_visitor_comments_and_is_answered(
    client, world, key, page, django_capture_on_commit_callbacks
) -> None:
    assert "Nobody has said anything yet" in client.get(page).content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        sent = send(client, key, text="We come on Fridays", name="Nan", email="nan@example.org")
    assert sent["Location"] == MINE
    thanks = client.get(MINE).content.decode()
    assert "Your three words" in thanks
    assert "waits to be read" in thanks.lower()
    confirm = re.search(r"http://\S+?(/learn/\S+)", mail.outbox[0].body)
    assert "Was it you?" in client.get(confirm[1]).content.decode()
    client.post(confirm[1])

    comment = Comment.objects.in_place(world.strathmuir).get()
    client.logout()
    client.cookies.clear()
    client.force_login(world.cara.user)
    assert "We come on Fridays" in client.get(DESK).content.decode()
    move = f"{DESK}{comment.public_id}/"
    with django_capture_on_commit_callbacks(execute=True):
        client.post(f"{move}remove/", {"reason": "elsewhere", "words": "It is about lunch"})
    assert "It is about lunch" in mail.outbox[-1].body
    assert mail.outbox[-1].to == ["nan@example.org"]
    assert mail.outbox[-1].extra_headers["Auto-Submitted"] == "auto-generated"


def test_the_author_asks_again_and_it_is_shown_again(client, world, key, page) -> None:
    comment = comment_on(key, "We come on Fridays", by=world.ann.actor)
    move = f"{DESK}{comment.public_id}/"
    client.force_login(world.cara.user)
    client.post(f"{move}remove/", {"reason": "elsewhere"})
    client.force_login(world.ann.user)
    assert "it is about something else" in client.get(MINE).content.decode()
    client.post(f"{MINE}{comment.public_id}/ask-again/", {"words": "Lunch is on Fridays"})
    client.force_login(world.rona.user)
    assert "Lunch is on Fridays" in client.get(DESK).content.decode()
    client.post(f"{move}restore/", {"words": "You are right"})
    assert "We come on Fridays" in client.get(page).content.decode()
    client.force_login(world.ann.user)
    assert "You are right" in client.get(MINE).content.decode()
    client.post(f"{MINE}{comment.public_id}/take-back/")
    assert "We come on Fridays" not in client.get(page).content.decode()
    assert not Comment.objects.in_place(world.strathmuir).exclude(text="").exists()


def test_the_page_around_comments_can_be_cached(client, world, key, page) -> None:
    """No token in it, no cookie with it, and the same for everybody."""
    comment = comment_on(key, "We come on Fridays")
    client.force_login(world.cara.user)
    client.post(f"{DESK}{comment.public_id}/show/")
    client.logout()
    client.cookies.clear()
    response = client.get(page)
    told = response.content.decode()
    assert "We come on Fridays" in told
    assert "csrfmiddlewaretoken" not in told
    assert not response.cookies
    written = client.get(f"/learn/comments/activity/{key}/write/")
    assert "no-store" in written["Cache-Control"]


def test_what_was_typed_stays_when_something_is_missing(client, key) -> None:
    sent = send(client, key, text="We come on Fridays", name="")
    assert sent.status_code == 422
    assert "We come on Fridays" in sent.content.decode()
    assert "Give a name" in sent.content.decode()


def test_a_page_sent_without_its_token_is_held_as_a_machines(client, world, key) -> None:
    address = f"/learn/comments/activity/{key}/write/"
    client.post(address, {"text": "Hello there", "name": "Nan", "token": "made up", "homepage": ""})
    assert Comment.objects.in_place(world.strathmuir).get().held_for == "quick"


def test_comments_are_closed_where_nobody_opened_them(client, world, key) -> None:
    client.force_login(world.cara.user)
    client.post(f"{DESK}open/", {})
    assert client.get(f"/learn/comments/activity/{key}/write/").status_code == 409


def test_the_policy_tells_every_reason_and_every_move(client, db) -> None:
    told = client.get("/learn/comments-policy/").content.decode()
    for reason in Comment.Reason:
        assert str(reason.label) in told
    assert "Ask again" in told
