"""Reveal, ask again, end: each once, with its figures, and none before."""

import pytest

from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.jobs.models import Job
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.actions import reveal as actions
from alongside.star.focus_it.actions.items import change_item
from alongside.star.focus_it.actions.ratings import rate
from alongside.star.focus_it.actions.reveal import (
    ask_again,
    end_matrix,
    release_figures,
    reveal_matrix,
)
from alongside.star.focus_it.models import Item, Matrix
from alongside.star.focus_it.queries.matrices import find_matrix, items_of
from alongside.star.focus_it.queries.releases import figures_by_turn
from tests.matrices import asking, entry, guest, rate_all
from tests.people import World

SCORES = [(5, 1), (4, 2), (5, 2), (3, 3), (4, 1), (2, 4), (5, 1), (4, 4)]


@pytest.fixture
def matrix(world: World) -> Matrix:
    """Eight residents have rated the first item."""
    matrix = asking(world.strathmuir, by=world.cara.actor)
    first, *_others = items_of(matrix)
    for impact, effort in SCORES:
        rate_all(matrix, {first: {"impact": impact, "effort": effort}})
    return matrix


def fresh(matrix: Matrix) -> Matrix:
    found = find_matrix(matrix.place, matrix.slug)
    assert found is not None
    return found


def shown(release: Release, number: int, criterion: str) -> list[int] | None:
    item = next(item for item in release.bundle["items"] if item["number"] == number)
    counts: list[int] | None = item["figures"][criterion].get("*", [0] * 5)
    return counts


def test_nothing_is_counted_before_it_is_revealed(matrix: Matrix) -> None:
    assert figures_by_turn(matrix) == []
    with pytest.raises(Refusal, match="not_revealed"):
        release_figures(matrix, turn=1)


def test_what_is_revealed_is_counted_and_stays(world: World, matrix: Matrix) -> None:
    reveal_matrix(matrix, turn=1, by=world.cara.actor)
    [release] = figures_by_turn(matrix)
    assert matrix.room.stage == Room.Stage.REVEALED
    assert shown(release, 1, "impact") == [0, 1, 1, 3, 3]
    assert shown(release, 1, "effort") == [3, 2, 1, 2, 0]
    assert shown(release, 2, "impact") == [0] * 5
    assert release.bundle["people"] == {"resident": 8}


def test_two_facilitators_reveal_once(world: World, matrix: Matrix) -> None:
    one, other = fresh(matrix), fresh(matrix)
    reveal_matrix(one, turn=1, by=world.cara.actor)
    reveal_matrix(other, turn=1, by=world.cara.actor)
    run_waiting_jobs()
    assert len(figures_by_turn(matrix)) == 1


def test_phones_and_screen_learn_that_figures_are_there(world: World, matrix: Matrix) -> None:
    reveal_matrix(matrix, turn=1, by=world.cara.actor)
    seen = fresh(matrix).room.version
    assert seen > matrix.room.version


def test_a_server_that_dies_after_the_reveal_leaves_the_figures_to_the_worker(
    world: World, matrix: Matrix, monkeypatch: pytest.MonkeyPatch
) -> None:
    def die(*_args: object, **_named: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(actions, "release_figures", die)
        with pytest.raises(KeyboardInterrupt):
            reveal_matrix(matrix, turn=1, by=world.cara.actor)
    assert fresh(matrix).room.stage == Room.Stage.REVEALED
    assert figures_by_turn(matrix) == []
    run_waiting_jobs()
    assert len(figures_by_turn(matrix)) == 1
    job = Job.objects.in_place(world.strathmuir).get(name="focus_it.release")
    assert job.state == Job.State.DONE


def test_before_anybody_rated_there_is_nothing_to_reveal(world: World) -> None:
    matrix = asking(world.strathmuir, by=world.cara.actor)
    with pytest.raises(Refusal, match="nobody_rated"):
        reveal_matrix(matrix, turn=1, by=world.cara.actor)
    assert fresh(matrix).room.stage == Room.Stage.ASKING
    assert not Job.objects.in_place(world.strathmuir).exists()


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "rona", "eve", "fay"])
def test_only_who_holds_rooms_reveals(world: World, matrix: Matrix, name: str) -> None:
    by = getattr(world, name).actor
    for act in (reveal_matrix, ask_again, end_matrix):
        with pytest.raises(Refusal, match="not_allowed"):
            act(matrix, turn=1, by=by)
    assert fresh(matrix).room.stage == Room.Stage.ASKING


def test_a_click_on_an_old_page_is_refused(world: World, matrix: Matrix) -> None:
    cara = world.cara.actor
    ask_again(reveal_matrix(matrix, turn=1, by=cara), turn=1, by=cara)
    with pytest.raises(Refusal, match="moved_meanwhile"):
        reveal_matrix(fresh(matrix), turn=1, by=cara)
    assert fresh(matrix).room.turn == 2


def test_asked_again_silence_leaves_the_figures_as_they_were(world: World, matrix: Matrix) -> None:
    cara = world.cara.actor
    ask_again(reveal_matrix(matrix, turn=1, by=cara), turn=1, by=cara)
    reveal_matrix(matrix, turn=2, by=cara)
    first, second = figures_by_turn(matrix)
    assert second.bundle["turn"] == 2
    assert second.bundle["items"] == first.bundle["items"]


def rate_again(world: World, matrix: Matrix, impacts: list[int]) -> Release:
    """Those who rated say something else of the first item's impact, and it is revealed."""
    cara = world.cara.actor
    ask_again(reveal_matrix(matrix, turn=1, by=cara), turn=1, by=cara)
    first, *_others = items_of(matrix)
    sheets = matrix.activity.responses.order_by("pk").select_related("participant__seat")
    from alongside.foundation.members.actors import actor_of_seat

    for response, impact, (_old, effort) in zip(sheets, impacts, SCORES, strict=False):
        by = actor_of_seat(response.participant.seat)
        rate(matrix, response, [entry(first, turn=2, impact=impact, effort=effort)], by=by)
    reveal_matrix(matrix, turn=2, by=cara)
    return figures_by_turn(matrix)[-1]


def test_when_many_change_their_minds_the_second_picture_is_new(
    world: World, matrix: Matrix
) -> None:
    release = rate_again(world, matrix, [1, 2, 1, 1, 2, 1])
    assert shown(release, 1, "impact") == [4, 2, 0, 1, 1]
    [item] = [item for item in release.bundle["items"] if item["number"] == 1]
    assert item["since"] == {"impact": 2, "effort": 1}


def test_when_one_changes_their_mind_the_first_picture_stands(world: World, matrix: Matrix) -> None:
    release = rate_again(world, matrix, [1])
    assert shown(release, 1, "impact") == [0, 1, 1, 3, 3]
    [item] = [item for item in release.bundle["items"] if item["number"] == 1]
    assert item["since"] == {"impact": 1, "effort": 1}


def test_an_item_with_new_words_begins_anew(world: World, matrix: Matrix) -> None:
    cara = world.cara.actor
    ask_again(reveal_matrix(matrix, turn=1, by=cara), turn=1, by=cara)
    first, *_others = items_of(matrix)
    change_item(first, title="Shopping volunteers, by van", by=cara)
    now = Item.objects.in_place(matrix.place).get(pk=first.pk)
    for impact in (1, 1, 2, 2, 3, 3):
        by, response = guest(matrix)
        rate(matrix, response, [entry(now, turn=2, impact=impact)], by=by)
    reveal_matrix(matrix, turn=2, by=cara)
    assert shown(figures_by_turn(matrix)[-1], 1, "impact") == [2, 2, 2, 0, 0]


def test_no_turn_is_left_without_its_figures(
    world: World, matrix: Matrix, monkeypatch: pytest.MonkeyPatch
) -> None:
    cara = world.cara.actor
    with monkeypatch.context() as patch:
        patch.setattr(actions, "release_figures", lambda *_args, **_named: None)
        reveal_matrix(matrix, turn=1, by=cara)
    ask_again(fresh(matrix), turn=1, by=cara)
    assert [release.bundle["turn"] for release in figures_by_turn(matrix)] == [1]


def test_after_the_end_nothing_moves(world: World, matrix: Matrix) -> None:
    cara = world.cara.actor
    end_matrix(reveal_matrix(matrix, turn=1, by=cara), turn=1, by=cara)
    end_matrix(fresh(matrix), turn=1, by=cara)
    with pytest.raises(Refusal, match="moved_meanwhile"):
        ask_again(fresh(matrix), turn=1, by=cara)
    assert len(figures_by_turn(matrix)) == 1
