"""Found, proposed, described, decided on: each once, each with its history."""

from datetime import date, timedelta
from itertools import product
from typing import Any

import pytest
from django.db import IntegrityError
from django.utils import timezone

from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.initiatives import rules
from alongside.foundation.initiatives.actions import (
    beginning,
    decide_initiative,
    deciding,
    describe_initiative,
    describing,
    found_initiative,
    propose_candidate,
)
from alongside.foundation.initiatives.models import Decision, Initiative, Stage
from alongside.foundation.practices.tests.test_queries import add
from tests.people import World

TODAY = timezone.localdate()
ENOUGH: dict[Stage, dict[str, Any]] = {
    Stage.TRYING: {"question": "Do more people come?", "stops_on": TODAY + timedelta(days=90)},
    Stage.BACK_BURNER: {"reason": "After the summer."},
    Stage.NOT_FORWARD: {"reason": "Parks already do it."},
    Stage.STOPPED: {"reason": "Two people came."},
}


def all_of(world: World) -> Any:
    return Initiative.objects.in_place(world.strathmuir).with_stage()


def candidate(world: World, **more: Any) -> Initiative:
    return propose_candidate(
        world.strathmuir, title="Residents inspect parks", co="assess", by=world.cara.actor, **more
    )


def at_stage(world: World, stage: Stage) -> Initiative:
    """An initiative that stands at this stage, however it came there."""
    initiative = candidate(world)
    Decision.objects.create(place=world.strathmuir, initiative=initiative, verdict=stage)
    return initiative


def test_what_is_found_is_existing_and_what_is_proposed_a_candidate(world: World) -> None:
    found_initiative(world.strathmuir, title="Lunch club", co="deliver", by=world.cara.actor)
    candidate(world)
    assert set(all_of(world).values_list("title", "stage")) == {
        ("Lunch club", "existing"),
        ("Residents inspect parks", "candidate"),
    }


@pytest.mark.parametrize("begin", [found_initiative, propose_candidate])
def test_the_same_origin_twice_is_one(world: World, begin: Any) -> None:
    for title in ("Lunch club", "Lunch club again"):
        begin(
            world.strathmuir, title=title, co="deliver", origin="home-care:x", by=world.cara.actor
        )
    assert [i.title for i in all_of(world)] == ["Lunch club"]
    assert Event.objects.filter(subject_kind="initiatives.initiative").count() == 1


def test_the_same_origin_in_another_place_is_another(world: World) -> None:
    candidate(world, origin="x")
    propose_candidate(world.glenbeg, title="Theirs", co="assess", origin="x", by=world.eve.actor)
    assert all_of(world).count() == 1


def test_a_candidate_that_turns_out_to_be_happening_becomes_existing(world: World) -> None:
    first = candidate(world, origin="x")
    again = found_initiative(
        world.strathmuir, title="Now done", co="assess", origin="x", by=world.cara.actor
    )
    assert again == first
    assert all_of(world).get().stage == "existing"
    assert first.decisions.count() == 2


def test_proposing_what_was_decided_against_does_not_bring_it_back(world: World) -> None:
    first = candidate(world, origin="x")
    decide_initiative(first, verdict=Stage.NOT_FORWARD, reason="No.", by=world.cara.actor)
    candidate(world, origin="x")
    assert all_of(world).get().stage == "not_forward"


def test_another_partnerships_own_cases_are_not_linked(world: World) -> None:
    ours, theirs = add(world.nation, "Ours", "assess"), add(world.glenbeg, "Canary", "assess")
    made = candidate(world, practices=[ours, theirs])
    assert list(made.practices.all()) == [ours]


def test_equal_titles_get_slugs_of_their_own(world: World) -> None:
    titles = ["Lunch club", "Lunch club", "Lunch! club", "字", "字"]
    made = [
        found_initiative(world.strathmuir, title=t, co="deliver", by=world.cara.actor)
        for t in titles
    ]
    assert [i.slug for i in made] == [
        "lunch-club", "lunch-club-2", "lunch-club-3", "activity", "activity-2",
    ]  # fmt: skip


@pytest.mark.parametrize(("standing", "verdict"), list(product(Stage, Stage)))
def test_each_verdict_is_given_exactly_where_the_table_says(
    world: World, standing: Stage, verdict: Stage
) -> None:
    initiative = at_stage(world, standing)
    told = ENOUGH.get(verdict, {})
    if verdict in rules.MOVES[standing]:
        decide_initiative(initiative, verdict=verdict, by=world.rona.actor, **told)
        assert all_of(world).get().stage == verdict
    else:
        with pytest.raises(Refusal) as refused:
            decide_initiative(initiative, verdict=verdict, by=world.rona.actor, **told)
        assert refused.value.code == "not_from_here"
        assert all_of(world).get().stage == standing


@pytest.mark.parametrize("verdict", list(ENOUGH))
def test_a_verdict_without_what_it_needs_is_refused(world: World, verdict: Stage) -> None:
    standing = next(s for s, moves in rules.MOVES.items() if verdict in moves)
    initiative = at_stage(world, standing)
    for left_out in ENOUGH[verdict]:
        told = {k: v for k, v in ENOUGH[verdict].items() if k != left_out}
        with pytest.raises(Refusal) as refused:
            decide_initiative(initiative, verdict=verdict, by=world.cara.actor, **told)
        assert refused.value.parameters["missing"] == [left_out]
    assert all_of(world).get().stage == standing


def test_a_verdict_on_an_older_state_is_refused_and_a_double_click_counts_once(
    world: World,
) -> None:
    initiative = candidate(world)
    seen = initiative.decisions.get().pk
    told = {"verdict": Stage.BACK_BURNER, "reason": "Later.", "seen": seen}
    first = decide_initiative(initiative, by=world.cara.actor, **told)
    assert decide_initiative(initiative, by=world.cara.actor, **told) == first
    with pytest.raises(Refusal) as refused:
        decide_initiative(initiative, verdict=Stage.TAKEN_ON, seen=seen, by=world.rona.actor)
    assert refused.value.code == "decided_meanwhile"
    assert initiative.decisions.count() == 2


@pytest.mark.parametrize("days", [-1, 1])
def test_decisions_are_dated_in_order_and_not_in_the_future(world: World, days: int) -> None:
    initiative = candidate(world)
    on = TODAY + timedelta(days=days)
    with pytest.raises(Refusal) as refused:
        decide_initiative(initiative, verdict=Stage.TAKEN_ON, on=on, by=world.cara.actor)
    assert refused.value.code == "day_out_of_order"


def test_who_decided_and_what_was_asked_is_kept(world: World) -> None:
    initiative = candidate(world, on=date(2026, 1, 1))
    decision = decide_initiative(
        initiative, verdict=Stage.TRYING, by=world.cara.actor, budget_pence=80_000_00,
        decided_by="Programme board", **ENOUGH[Stage.TRYING],
    )  # fmt: skip
    assert decision.made_by == world.cara.person
    assert decision.budget_pence == 8_000_000
    events = Event.objects.filter(verb="decide_initiative", subject_id=decision.pk)
    assert events.get().actor_id == world.cara.user.pk


def test_describing_notes_which_fields_changed_and_only_those(world: World) -> None:
    initiative = candidate(world)
    describe_initiative(
        initiative, by=world.rona.actor, title=initiative.title, cost_pence=500, is_public=True
    )
    event = Event.objects.get(verb="describe_initiative")
    assert event.changed_fields == ["cost_pence", "is_public"]
    describe_initiative(initiative, by=world.rona.actor, cost_pence=500)
    assert Event.objects.filter(verb="describe_initiative").count() == 1


def test_a_quotation_is_never_public_without_agreement(world: World) -> None:
    initiative = candidate(world)
    with pytest.raises(Refusal) as refused:
        describe_initiative(
            initiative, by=world.cara.actor, quotation="It changed my week.", is_public=True
        )
    assert refused.value.code == "quotation_not_agreed"
    with pytest.raises(IntegrityError):
        Initiative.objects.in_place(world.strathmuir).update(quotation="x", is_public=True)


def test_other_fields_than_those_described_cannot_be_set(world: World) -> None:
    with pytest.raises(TypeError):
        describe_initiative(candidate(world), by=world.cara.actor, origin="forged")


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "eve", "fay"])
def test_others_change_nothing(world: World, name: str) -> None:
    initiative, by = candidate(world), getattr(world, name).actor
    for attempt in (
        lambda: found_initiative(world.strathmuir, title="x", co="assess", by=by),
        lambda: propose_candidate(world.strathmuir, title="x", co="assess", by=by),
        lambda: describe_initiative(initiative, title="x", by=by),
        lambda: decide_initiative(initiative, verdict=Stage.TAKEN_ON, by=by),
    ):
        with pytest.raises(Refusal):
            attempt()
    assert all_of(world).get().title == "Residents inspect parks"


def test_nothing_is_saved_when_its_history_cannot_be_written(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    initiative = candidate(world)

    def full_disk(*_: Any, **__: Any) -> None:
        raise OSError

    for room in (beginning, describing, deciding):
        monkeypatch.setattr(room, "record_event", full_disk)
    for attempt in (
        lambda: propose_candidate(world.strathmuir, title="x", co="assess", by=world.cara.actor),
        lambda: describe_initiative(initiative, title="x", by=world.cara.actor),
        lambda: decide_initiative(initiative, verdict=Stage.TAKEN_ON, by=world.cara.actor),
    ):
        with pytest.raises(OSError):  # noqa: PT011
            attempt()
    assert list(all_of(world).values_list("title", "stage")) == [
        ("Residents inspect parks", "candidate")
    ]
