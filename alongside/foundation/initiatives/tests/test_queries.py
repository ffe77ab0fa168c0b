"""Counts on the board, and what stops soon."""

from datetime import timedelta
from typing import Any

from django.utils import timezone

from alongside.foundation.initiatives.actions import (
    decide_initiative,
    found_initiative,
    propose_candidate,
)
from alongside.foundation.initiatives.models import Stage
from alongside.foundation.initiatives.queries import (
    BoardCounts,
    board_counts,
    cases_that_fit,
    free_slug,
    stopping_soon,
)
from alongside.foundation.practices.tests.test_queries import add
from tests.people import World

TODAY = timezone.localdate()


def trial(world: World, title: str, days: int) -> None:
    made = propose_candidate(world.strathmuir, title=title, co="design", by=world.cara.actor)
    decide_initiative(
        made, verdict=Stage.TRYING, question="?", stops_on=TODAY + timedelta(days=days),
        by=world.cara.actor,
    )  # fmt: skip


def test_the_board_counts_where_initiatives_stand_in_one_query(
    world: World, django_assert_num_queries: Any
) -> None:
    by = world.cara.actor
    for n in range(3):
        found_initiative(world.strathmuir, title=f"Existing {n}", co="deliver", by=by)
    propose_candidate(world.strathmuir, title="Candidate", co="assess", by=by)
    trial(world, "Long", 100)
    trial(world, "Soon", 28)
    trial(world, "Overdue", -2)
    ended = found_initiative(world.strathmuir, title="Ended", co="deliver", by=by)
    decide_initiative(ended, verdict=Stage.STOPPED, reason="Learned.", by=by)
    later = found_initiative(world.strathmuir, title="Later", co="deliver", by=by)
    decide_initiative(later, verdict=Stage.BACK_BURNER, reason="Later.", by=by)
    found_initiative(world.glenbeg, title="Theirs", co="deliver", by=world.eve.actor)
    with django_assert_num_queries(1):
        counts = board_counts(world.strathmuir, today=TODAY)
    assert counts == BoardCounts(
        existing=3,
        candidates=1,
        taken_on=0,
        trying=3,
        set_aside=1,
        stopping_soon=2,
        learned_by_stopping=1,
    )
    soon = stopping_soon(world.strathmuir, today=TODAY)
    assert [i.title for i in soon] == ["Overdue", "Soon"]


def test_chosen_cases_come_first_and_only_once(world: World) -> None:
    chosen = add(world.nation, "Chosen", "commission")
    fitting = add(world.nation, "Fitting", "deliver", "way")
    initiative = propose_candidate(
        world.strathmuir, title="x", co="deliver", approach="way", practices=[chosen, fitting],
        by=world.cara.actor,
    )  # fmt: skip
    cases = cases_that_fit(initiative)
    assert [(c.practice.title, c.chosen) for c in cases] == [("Chosen", True), ("Fitting", True)]


def test_the_address_for_new_ones_is_never_an_initiatives(world: World) -> None:
    assert free_slug(world.strathmuir, "New") == "new-2"
