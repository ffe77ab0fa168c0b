"""Machines are held by five signs, without asking anybody else; a wave costs one press."""

import pytest

from alongside.foundation.accounts.signs import Signs
from alongside.foundation.discussions.actions import move_many, saying
from alongside.foundation.discussions.models import Comment
from alongside.foundation.discussions.queries import comments_among, waiting_in
from alongside.foundation.history.refusal import Refusal
from tests.comments import comment_on

LINKS = "https://a.example https://b.example https://c.example"


@pytest.mark.parametrize(
    ("text", "signs", "held_for"),
    [
        ("We come on Fridays", Signs(60), "first"),
        ("We come on Fridays", Signs(60, is_trapped=True), "trap"),
        ("We come on Fridays", Signs(2), "quick"),
        (LINKS, Signs(60), "links"),
    ],
)
def test_a_sign_holds_a_comment(world, key, text, signs, held_for) -> None:
    comment = comment_on(key, text, signs=signs, by=world.ann.actor)
    assert (comment.state, comment.held_for) == (Comment.State.HELD, held_for)


def test_the_same_words_again_are_held_however_they_are_set(world, key) -> None:
    comment_on(key, "Buy our wonderful pills, today only")
    again = comment_on(key, "BUY our wonderful  pills; today ONLY!", network="198.51.100.9")
    assert again.held_for == "repeated"
    assert comment_on(key, "Thank you!").held_for == "guest"
    assert comment_on(key, "Thank you!").held_for == "guest"


def test_a_wave_is_held_apart_and_goes_at_one_press(world, key, monkeypatch) -> None:
    monkeypatch.setattr(saying, "BUSY", saying.Limit("comment", 5, saying.timedelta(minutes=10)))
    monkeypatch.setattr(saying, "TOO_BUSY", saying.Limit("most", 20, saying.timedelta(hours=1)))
    wave = [comment_on(key, f"Pills number {n}") for n in range(20)]
    assert [comment.held_for for comment in wave] == ["guest"] * 5 + ["many"] * 15
    with pytest.raises(Refusal, match="too_many"):
        comment_on(key, "Pills, once more")
    assert comment_on(key, "From elsewhere", network="198.51.100.9").held_for == "guest"
    listed = comments_among(world.strathmuir, [str(c.public_id) for c in wave])
    done = move_many(world.strathmuir, listed, "remove", reason="advertising", by=world.cara.actor)
    assert done == 20
    waiting = waiting_in(world.strathmuir)
    assert ([c.text for c in waiting.to_read], list(waiting.suspect)) == (["From elsewhere"], [])


def test_suspects_that_nobody_looks_at_are_deleted_after_a_month(world, key) -> None:
    from datetime import timedelta

    from django.utils import timezone

    from alongside.foundation.discussions.jobs import forget_advertising

    comment_on(key, LINKS)
    kept = comment_on(key, "A guest who waits for a reader")
    assert forget_advertising() == 0
    long_ago = timezone.now() - timedelta(days=31)
    rows = Comment.objects.in_place(world.strathmuir)
    rows.update(moved_at=long_ago)
    forget_advertising()
    assert list(rows.values_list("pk", flat=True)) == [kept.pk]


def test_moderators_hear_once_a_day_that_somebody_waits_and_never_of_advertising(
    world, key
) -> None:
    from alongside.foundation.discussions.jobs import remind
    from alongside.foundation.notices.models import Message

    comment_on(key, LINKS)
    assert remind() == 0
    comment_on(key, "A guest who waits for a reader")
    for _ in range(2):
        assert remind() == 2
    told = Message.objects.in_place(world.strathmuir)
    assert {message.person for message in told} == {world.cara.person, world.rona.person}
    assert {message.title for message in told} == {"1 comment waits to be read in Strathmuir"}
