"""From answers in the database to a frozen release, and what was found."""

from typing import Any

import pytest
from django.db import IntegrityError, transaction

from alongside.foundation.disclosure.actions import release_is_intact
from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.initiatives.models import Initiative, Stage
from alongside.foundation.jobs.models import Job
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.star.map_it.actions import draw
from alongside.star.map_it.actions.draw import draw_star
from alongside.star.map_it.actions.found import propose_from_gap
from alongside.star.map_it.actions.rounds import close_round
from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.answered_round import answer, four_groups, opened_round
from tests.people import World


def drawn_round(world: World) -> tuple[Round, Release]:
    round_ = opened_round(world)
    four_groups(world, round_)
    round_ = close_round(round_, by=world.cara.actor)
    return round_, draw_star(round_, by=world.cara.actor)


def test_the_worker_draws_the_star_of_a_closed_round(world: World) -> None:
    round_ = opened_round(world)
    four_groups(world, round_)
    close_round(round_, by=world.cara.actor)
    run_waiting_jobs()
    assert Job.objects.in_place(world.strathmuir).get().state == Job.State.DONE
    release = Release.objects.in_place(world.strathmuir).get()
    assert [p["level"] for p in release.bundle["points"]] == [3, 3, 3, 3]


def test_an_open_round_shows_nothing(world: World) -> None:
    round_ = opened_round(world)
    with pytest.raises(Refusal, match="not_closed"):
        draw_star(round_, by=world.cara.actor)


def test_drawn_again_without_news_the_release_stays(world: World) -> None:
    round_, release = drawn_round(world)
    assert draw_star(round_, by=world.cara.actor) == release


def test_two_late_answers_do_not_make_a_new_release(world: World) -> None:
    round_, release = drawn_round(world)
    answer(round_, "resident", ["4", "4"], services=[world.parks])
    assert draw_star(round_, by=world.cara.actor) == release
    assert Release.objects.in_place(world.strathmuir).count() == 1


def test_two_workers_at_once_release_nothing_that_was_not_held_against_the_other(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While one worker counts, somebody answers late and another worker is faster."""
    round_ = opened_round(world)
    four_groups(world, round_)
    round_ = close_round(round_, by=world.cara.actor)
    slowly, others = draw._bundle, []

    def overtaken(*args: Any, **kwargs: Any) -> dict[str, Any]:
        bundle = slowly(*args, **kwargs)
        monkeypatch.setattr(draw, "_bundle", slowly)
        answer(round_, "resident", ["4"], services=[world.parks])
        others.append(draw_star(round_, by=world.cara.actor))
        return bundle

    monkeypatch.setattr(draw, "_bundle", overtaken)
    assert [draw_star(round_, by=world.cara.actor)] == others
    assert Release.objects.in_place(world.strathmuir).count() == 1


def test_answers_of_an_unconfirmed_group_stay_outside(world: World) -> None:
    round_ = opened_round(world)
    four_groups(world, round_)
    answer(round_, "elected", ["0"] * 9, services=[world.parks], confirmed=False)
    round_ = close_round(round_, by=world.cara.actor)
    assert draw_star(round_, by=world.cara.actor).bundle["people"]["elected"]["answered"] == 5


def test_a_release_is_frozen_by_the_database(world: World) -> None:
    _, release = drawn_round(world)
    assert release_is_intact(release)
    with pytest.raises(IntegrityError), transaction.atomic():
        Release.objects.in_place(world.strathmuir).update(digest="0" * 64)


def test_practice_found_becomes_initiatives_once(world: World) -> None:
    drawn_round(world)
    drawn_round(world)
    found = Initiative.objects.in_place(world.strathmuir).at(Stage.EXISTING)
    assert {i.origin for i in found} == {"home-care:ratings", "home-care:inspecting"}


def test_what_is_not_happening_is_put_on_the_list_once(world: World) -> None:
    round_, release = drawn_round(world)
    gaps = release.bundle["practice"]["not_happening"]
    for _ in range(2):
        propose_from_gap(round_, gaps, chosen="parks-and-play:ratings", by=world.cara.actor)
    candidates = Initiative.objects.in_place(world.strathmuir).at(Stage.CANDIDATE)
    assert [c.service for c in candidates] == [world.parks]


def test_something_that_is_not_on_the_list_is_refused(world: World) -> None:
    round_, release = drawn_round(world)
    with pytest.raises(Refusal, match="not_a_gap"):
        propose_from_gap(
            round_,
            release.bundle["practice"]["not_happening"],
            chosen="home-care:ratings",
            by=world.cara.actor,
        )


def test_an_empty_round_draws_an_empty_star(world: World) -> None:
    round_ = close_round(opened_round(world), by=world.cara.actor)
    release = draw_star(round_, by=world.cara.actor)
    assert {p["status"] for p in release.bundle["points"]} == {"nobody"}


def test_the_last_round_stands_behind_as_a_ghost(world: World) -> None:
    first, _ = drawn_round(world)
    _, release = drawn_round(world)
    assert release.bundle["ghost"] == {"label": first.title, "levels": [3, 3, 3, 3]}
