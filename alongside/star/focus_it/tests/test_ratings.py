"""Rating: kept once, judged one by one, blind until it is revealed."""

import uuid
from datetime import timedelta

import pytest
from django.utils import timezone

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.responses.models import Response
from alongside.star.focus_it.actions.items import change_item, withdraw_item
from alongside.star.focus_it.actions.ratings import Kept, rate
from alongside.star.focus_it.models import Matrix, Rating
from alongside.star.focus_it.queries.matrices import items_of
from tests.matrices import asking, entry, guest, move, prepared, rate_all
from tests.people import World


@pytest.fixture
def matrix(world: World) -> Matrix:
    return asking(world.strathmuir, by=world.cara.actor)


def ratings(matrix: Matrix) -> list[Rating]:
    return list(Rating.objects.in_place(matrix.place).order_by("pk"))


def test_a_rating_is_kept_and_its_sheet_counts(matrix: Matrix) -> None:
    first, *_others = items_of(matrix)
    _by, response, kept = rate_all(matrix, {first: {"impact": 5, "effort": 2}})
    assert kept == [Kept.COUNTED]
    assert response.state == Response.State.SUBMITTED
    assert [r.scores for r in ratings(matrix)] == [{"impact": 5, "effort": 2}]


def test_the_same_rating_sent_twice_counts_once(matrix: Matrix) -> None:
    first, *_others = items_of(matrix)
    by, response = guest(matrix)
    one = entry(first, impact=4, effort=4)
    assert rate(matrix, response, [one], by=by) == {one.submission_key: Kept.COUNTED}
    assert rate(matrix, response, [one], by=by) == {one.submission_key: Kept.REPEATED}
    assert len(ratings(matrix)) == 1


def test_another_rating_from_the_same_page_is_told_apart(matrix: Matrix) -> None:
    first, *_others = items_of(matrix)
    by, response = guest(matrix)
    key = uuid.uuid4()
    rate(matrix, response, [entry(first, key=key, impact=4)], by=by)
    kept = rate(matrix, response, [entry(first, key=key, impact=1)], by=by)
    assert kept == {key: Kept.CONFLICT}
    assert ratings(matrix)[0].scores == {"impact": 4}


def test_rating_again_while_blind_replaces_the_first(matrix: Matrix) -> None:
    first, *_others = items_of(matrix)
    by, response = guest(matrix)
    rate(matrix, response, [entry(first, impact=1)], by=by)
    rate(matrix, response, [entry(first, impact=5)], by=by)
    assert [r.scores for r in ratings(matrix)] == [{"impact": 5}]


def test_an_older_rating_that_arrives_later_changes_nothing(matrix: Matrix) -> None:
    first, *_others = items_of(matrix)
    by, response = guest(matrix)
    rate(matrix, response, [entry(first, impact=5)], by=by)
    old = entry(first, at=timezone.now() - timedelta(minutes=5), impact=1)
    assert rate(matrix, response, [old], by=by) == {old.submission_key: Kept.OLDER}
    assert [r.scores for r in ratings(matrix)] == [{"impact": 5}]


def test_what_arrives_after_the_reveal_is_kept_outside_the_blind_count(
    world: World, matrix: Matrix
) -> None:
    first, *_others = items_of(matrix)
    by, response = guest(matrix)
    rate(matrix, response, [entry(first, impact=2)], by=by)
    move(matrix, "reveal", by=world.cara.actor)
    late = entry(first, impact=5)
    assert rate(matrix, response, [late], by=by) == {late.submission_key: Kept.LATE}
    counted = Rating.objects.in_place(matrix.place).counted()
    assert [r.scores for r in counted] == [{"impact": 2}]
    assert len(ratings(matrix)) == 2


def test_a_second_turn_keeps_what_was_said_in_the_first(world: World, matrix: Matrix) -> None:
    first, *_others = items_of(matrix)
    by, response = guest(matrix)
    rate(matrix, response, [entry(first, impact=2)], by=by)
    move(move(matrix, "reveal", by=world.cara.actor), "ask_again", by=world.cara.actor)
    kept = rate(matrix, response, [entry(first, turn=2, impact=4)], by=by)
    assert set(kept.values()) == {Kept.COUNTED}
    assert [(r.turn, r.scores["impact"]) for r in ratings(matrix)] == [(1, 2), (2, 4)]


def test_new_words_are_rated_anew(world: World, matrix: Matrix) -> None:
    first, *_others = items_of(matrix)
    by, response = guest(matrix)
    rate(matrix, response, [entry(first, impact=2)], by=by)
    change_item(first, title="Shopping volunteers, by van", by=world.cara.actor)
    stale = entry(first, impact=3)
    assert rate(matrix, response, [stale], by=by) == {stale.submission_key: Kept.CHANGED}
    assert not Rating.objects.in_place(matrix.place).counted().exists()
    [now, *_rest] = items_of(matrix)
    rate(matrix, response, [entry(now, impact=3)], by=by)
    assert Rating.objects.in_place(matrix.place).counted().count() == 1


def test_one_bad_entry_holds_back_no_other(world: World, matrix: Matrix) -> None:
    first, second, third, fourth = items_of(matrix)
    withdraw_item(third, by=world.cara.actor)
    by, response = guest(matrix)
    sent = [
        entry(first, impact=3),
        entry(second, impact=6),
        entry(third, impact=3),
        entry(fourth, turn=2, impact=3),
        entry(fourth, surprise=3),
    ]
    kept = rate(matrix, response, sent, by=by)
    assert list(kept.values()) == [
        Kept.COUNTED, Kept.REFUSED, Kept.WITHDRAWN, Kept.REFUSED, Kept.REFUSED,
    ]  # fmt: skip
    assert len(ratings(matrix)) == 1


def test_nobody_rates_on_anothers_sheet(matrix: Matrix) -> None:
    first, *_others = items_of(matrix)
    _ann, sheet = guest(matrix)
    bo, _own = guest(matrix)
    with pytest.raises(Refusal, match="not_yours"):
        rate(matrix, sheet, [entry(first, impact=3)], by=bo)
    assert not ratings(matrix)


def test_a_key_of_somebody_else_is_refused_and_nothing_is_kept(matrix: Matrix) -> None:
    first, *_others = items_of(matrix)
    ann, sheet = guest(matrix)
    bo, other = guest(matrix)
    key = uuid.uuid4()
    rate(matrix, sheet, [entry(first, key=key, impact=3)], by=ann)
    with pytest.raises(Refusal, match="key_taken"):
        rate(matrix, other, [entry(first, key=key, impact=5)], by=bo)
    assert [r.scores for r in ratings(matrix)] == [{"impact": 3}]


def test_nothing_is_rated_before_it_begins(world: World) -> None:
    matrix = prepared(world.strathmuir, by=world.cara.actor)
    with pytest.raises(Refusal, match="not_open_yet"):
        guest(matrix)
