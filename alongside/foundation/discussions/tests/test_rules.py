"""Every move of the table, by everybody, from every state."""

from itertools import product

import pytest

from alongside.foundation.discussions.actions import appeal, make_move, take_back
from alongside.foundation.discussions.models import Comment
from alongside.foundation.discussions.rules import MOVES, Who, moves_open_to
from alongside.foundation.history.refusal import Refusal
from tests.comments import comment_on

MODERATORS, AUTHOR = {"Cara", "Rona"}, "Ann"


def attempt(comment: Comment, key: str, by) -> str:
    """Make a move; return the state that it left, or that it was refused."""
    try:
        if key == "appeal":
            return appeal(comment, words="Please", by=by).state
        if key == "take_back":
            return take_back(comment, by=by).state
        return make_move(comment, key, reason="personal", by=by).state
    except Refusal as refusal:
        return refusal.code


def test_each_move_is_made_from_its_states_by_those_whose_it_is(world, key) -> None:
    comment = comment_on(key, "We come on Fridays", by=world.ann.actor)
    people = {
        "Ann": world.ann,
        "Bo": world.bo,
        "Cara": world.cara,
        "Rona": world.rona,
        "Eve": world.eve,
    }
    rows = Comment.objects.in_place(world.strathmuir)
    for (name, somebody), move, state in product(people.items(), MOVES.values(), Comment.State):
        rows.update(state=state, text="We come on Fridays", reason="personal")
        comment.refresh_from_db()
        is_theirs = name == AUTHOR if move.who is Who.AUTHOR else name in MODERATORS
        left = attempt(comment, move.key, somebody.actor)
        if not is_theirs:
            expected = "not_allowed"
        elif state in (*move.sources, move.target):
            expected = move.target
        else:
            expected = "moved_meanwhile"
        assert left == expected, (name, move.key, state)


def test_the_buttons_are_those_of_the_table(world, key) -> None:
    comment = comment_on(key, "We come on Fridays", by=world.ann.actor)
    assert [move.key for move in moves_open_to(world.cara.actor, comment)] == ["show", "remove"]
    assert [move.key for move in moves_open_to(world.ann.actor, comment)] == ["take_back"]
    assert moves_open_to(world.eve.actor, comment) == []


def test_nothing_is_removed_without_a_reason(world, key) -> None:
    comment = comment_on(key, "We come on Fridays", by=world.ann.actor)
    for told in ({}, {"reason": "other"}, {"reason": "other", "words": " "}):
        with pytest.raises(Refusal, match="why"):
            make_move(comment, "remove", **told, by=world.cara.actor)
    comment.refresh_from_db()
    assert comment.state == Comment.State.HELD
