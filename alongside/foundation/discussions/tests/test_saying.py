"""Saying something: once, held or shown, on pages that are there; and being erased."""

import uuid
from dataclasses import replace

import pytest
from django.core import mail

from alongside.foundation.accounts.signs import Signs
from alongside.foundation.consent.actions import erase_member, erase_seat
from alongside.foundation.discussions.actions import make_move, open_comments, say
from alongside.foundation.discussions.kinds import KINDS, subject_at
from alongside.foundation.discussions.models import Author, Comment, GuestAddress
from alongside.foundation.discussions.panels import thread_panel
from alongside.foundation.history.actor import ANONYMOUS
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.initiatives.actions import describe_initiative
from alongside.foundation.members.actors import actor_of_seat
from tests.comments import UNHURRIED, comment_on, told


def test_a_member_is_read_once_and_then_shown_at_once(world, key) -> None:
    first = comment_on(key, "We come on Fridays", by=world.ann.actor)
    assert (first.state, first.held_for) == ("held", "first")
    make_move(first, "show", by=world.cara.actor)
    assert comment_on(key, "And on Mondays", by=world.ann.actor).state == "shown"


def test_a_guest_is_read_each_time(world, key) -> None:
    first = comment_on(key, "We come on Fridays")
    make_move(first, "show", by=world.cara.actor)
    guest = actor_of_seat(first.author.seat)
    again = comment_on(key, "And on Mondays", by=guest)
    assert (again.author, again.held_for) == (first.author, "guest")


def test_sent_twice_it_is_there_once_and_other_words_are_not_lost(world, key) -> None:
    draft = replace(told("We come on Fridays"), submission_key=uuid.uuid4())
    subject = subject_at("activity", key)

    def send(draft):
        return say(
            subject,
            "activity",
            key,
            draft=draft,
            signs=UNHURRIED,
            network="192.0.2.1",
            by=ANONYMOUS,
        )

    first, again = send(draft), send(draft)
    assert (again.comment, again.words) == (first.comment, "")
    assert Author.objects.count() == 1
    with pytest.raises(Refusal, match="sent_before"):
        send(replace(draft, text="Something else"))


def test_only_pages_that_everybody_may_read_are_commented_on(world, lunch_club, key) -> None:
    assert set(KINDS) >= {"activity"}
    assert subject_at("activity", "0") is None
    assert subject_at("activity", "no number") is None
    assert subject_at("secrets", key) is None
    describe_initiative(lunch_club, is_public=False, by=world.cara.actor)
    assert subject_at("activity", key) is None


def test_closing_comments_keeps_what_is_shown(world, key, rf) -> None:
    make_move(comment_on(key, "We come on Fridays"), "show", by=world.cara.actor)
    open_comments(world.strathmuir, kind="activity", is_open=False, by=world.cara.actor)
    panel = thread_panel(world.strathmuir, "activity", key, rf.get("/"))
    assert (panel.is_open, len(panel.lines)) == (False, 1)
    with pytest.raises(Refusal, match="not_allowed"):
        open_comments(world.strathmuir, kind="activity", is_open=True, by=world.eve.actor)


def test_comments_below_a_page_take_two_queries_and_come_in_pages(
    world, key, rf, django_assert_max_num_queries
) -> None:
    made = [comment_on(key, f"Number {n} of them") for n in range(53)]
    Comment.objects.in_place(world.strathmuir).update(state="shown")
    with django_assert_max_num_queries(2):
        panel = thread_panel(world.strathmuir, "activity", key, rf.get("/"))
    assert (len(panel.lines), panel.before, panel.after) == (50, "", "?comments=2#comments")
    second = thread_panel(world.strathmuir, "activity", key, rf.get("/?comments=2"))
    assert [line.comment.pk for line in second.lines] == [c.pk for c in made[50:]]
    assert len(thread_panel(world.strathmuir, "activity", key, rf.get("/?comments=x")).lines) == 50


def test_an_erased_member_leaves_the_thread_standing(world, key, rf) -> None:
    make_move(
        comment_on(key, "We come on Fridays", by=world.ann.actor), "show", by=world.cara.actor
    )
    erase_member(world.ann.person, by=world.cara.actor)
    (line,) = thread_panel(world.strathmuir, "activity", key, rf.get("/")).lines
    assert (line.name, line.of) == ("a former participant", "")
    assert "We come on Fridays" in line.html
    assert not Author.objects.exists()


def test_an_erased_guest_too_and_their_address_is_gone(world, key, rf) -> None:
    comment = comment_on(key, "We come on Fridays", email="nan@example.org")
    make_move(comment, "show", by=world.cara.actor)
    erase_seat(comment.author.seat, by=world.cara.actor)
    (line,) = thread_panel(world.strathmuir, "activity", key, rf.get("/")).lines
    assert line.name == "a former participant"
    assert not GuestAddress.objects.exists()


def test_a_machine_gets_no_letters_sent_in_anybodys_name(
    world, key, django_capture_on_commit_callbacks
) -> None:
    """Three letters a day at most ask one address to confirm itself, and none holds words."""
    with django_capture_on_commit_callbacks(execute=True):
        for number in range(5):
            comment_on(
                key, f"Words of a machine, {number}", email="nan@example.org", signs=Signs(1)
            )
    assert len(mail.outbox) == 3
    assert "machine" not in "".join(letter.body for letter in mail.outbox)
