"""A round from its preparation to its closing."""

from dataclasses import dataclass
from datetime import timedelta
from itertools import product
from typing import Any

import pytest
from django.utils import timezone

from alongside.foundation.history.actor import Actor, system_actor
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.jobs.models import Job
from alongside.foundation.places.models import Service
from alongside.star.map_it.actions import rounds as actions
from alongside.star.map_it.actions.rounds import running
from alongside.star.map_it.models import Round
from alongside.star.map_it.rules import rounds as rules
from alongside.star.map_it.tests.answered_round import HELP, opened_round
from tests.people import World

VERBS = {
    "open": lambda r, by: actions.open_round(r, by=by),
    "edit": lambda r, by: edited(r, by=by),
    "mend": lambda r, by: mended(r, by=by),
    "discard": lambda r, by: discarded(r, by=by),
    "extend": lambda r, by: actions.extend_round(
        r, closes_at=r.closes_at + timedelta(days=1), because="the holidays", by=by
    ),
    "close": lambda r, by: actions.close_round(r, by=by),
    "reopen": lambda r, by: actions.reopen_round(
        r, closes_at=timezone.now() + timedelta(days=9), because="the holidays", by=by
    ),
}


def edited(round_: Round, *, by: Actor, **changes: Any) -> Round:
    kept = {
        "title": round_.title,
        "closes_at": round_.closes_at,
        "services": Service.objects.in_place(round_.place).filter(slug="parks-and-play"),
        "mode": round_.mode,
        "asked": {"resident": (40, False)},
    }
    return actions.edit_round(round_, **{**kept, **changes}, by=by)


def mended(round_: Round, *, by: Actor) -> Round:
    actions.ask_groups(round_, asked={"resident": (40, False)}, by=by)
    return round_


@dataclass
class Nothing:
    """What is left of a map that was discarded."""

    state: str = rules.GONE


def discarded(round_: Round, *, by: Actor) -> Nothing:
    actions.discard_round(round_, by=by)
    return Nothing()


@pytest.mark.parametrize(("state", "verb"), list(product(Round.State.values, VERBS)))
def test_every_verb_in_every_state_follows_the_table(world: World, state: str, verb: str) -> None:
    round_ = opened_round(world)
    Round.objects.in_place(world.strathmuir).update(state=state)
    round_.refresh_from_db()
    expected = rules.TRANSITIONS.get((state, verb))
    if expected is None:
        with pytest.raises(Refusal, match="wrong_state"):
            VERBS[verb](round_, world.cara.actor)
    else:
        assert VERBS[verb](round_, world.cara.actor).state == expected


@pytest.mark.parametrize("name", ["ann", "bo", "dev", "rona", "eve", "fay"])
@pytest.mark.parametrize("verb", VERBS)
def test_only_the_lead_runs_a_round(world: World, name: str, verb: str) -> None:
    round_ = opened_round(world)
    with pytest.raises(Refusal, match="not_allowed"):
        VERBS[verb](round_, getattr(world, name).actor)


def test_a_round_opens_only_when_help_is_answered(world: World) -> None:
    round_ = actions.prepare_round(
        world.strathmuir,
        title="Map",
        opens_at=timezone.now(),
        closes_at=timezone.now() + timedelta(days=2),
        services=[world.parks],
        by=world.cara.actor,
    )
    with pytest.raises(Refusal, match="help_unanswered"):
        actions.open_round(round_, by=world.cara.actor)
    actions.offer_help(round_.activity, by=world.cara.actor, **HELP)
    assert actions.open_round(round_, by=world.cara.actor).state == Round.State.OPEN


def test_two_rounds_of_one_title_have_two_addresses(world: World) -> None:
    assert [opened_round(world).slug, opened_round(world).slug] == ["map-of-2026", "map-of-2026-2"]


def test_a_round_without_services_is_refused(world: World) -> None:
    with pytest.raises(Refusal, match="no_services"):
        actions.prepare_round(
            world.strathmuir,
            title="Map",
            opens_at=timezone.now(),
            closes_at=timezone.now() + timedelta(days=2),
            services=[],
            by=world.cara.actor,
        )


def test_a_promised_day_is_never_brought_forward(world: World) -> None:
    round_ = opened_round(world)
    with pytest.raises(Refusal, match="not_later"):
        actions.extend_round(
            round_,
            closes_at=round_.closes_at - timedelta(days=1),
            because="we are done",
            by=world.cara.actor,
        )


def test_closing_asks_for_the_star_once(world: World) -> None:
    round_ = opened_round(world)
    actions.close_round(round_, by=world.cara.actor)
    actions.ask_for_star(Round.objects.in_place(world.strathmuir).get(), by=world.cara.actor)
    assert Job.objects.in_place(world.strathmuir).filter(name="map_it.draw_star").count() == 1


def test_the_sweep_closes_what_is_over_and_grace_too(world: World) -> None:
    over, running = opened_round(world), opened_round(world)
    Round.objects.in_place(world.strathmuir).filter(pk=over.pk).update(
        opens_at=timezone.now() - timedelta(days=30), closes_at=timezone.now() - timedelta(hours=25)
    )
    Round.objects.in_place(world.strathmuir).filter(pk=running.pk).update(
        opens_at=timezone.now() - timedelta(days=30), closes_at=timezone.now() - timedelta(hours=1)
    )
    assert actions.close_rounds_that_are_over(by=system_actor()) == 1
    assert actions.close_rounds_that_are_over(by=system_actor()) == 0


def test_nothing_is_saved_when_history_cannot_be_written(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    round_ = opened_round(world)

    def broken(*args: object, **kwargs: object) -> None:
        raise OSError

    monkeypatch.setattr(running, "record_event", broken)
    with pytest.raises(OSError):  # noqa: PT011 - any will do
        actions.close_round(round_, by=world.cara.actor)
    round_.refresh_from_db()
    assert round_.state == Round.State.OPEN


def test_each_step_of_a_round_is_history(world: World) -> None:
    actions.close_round(opened_round(world), by=world.cara.actor)
    verbs = list(
        Event.objects.in_place(world.strathmuir.pk)
        .filter(subject_kind="map_it.round")
        .values_list("verb", flat=True)
    )
    assert verbs == ["close_round", "open_round", "prepare_round"]


def test_a_title_never_hides_behind_another_page(world: World) -> None:
    from alongside.star.map_it import urls

    first_words = {str(p.pattern).split("/")[0] for p in urls.urlpatterns} - {""}
    assert {word for word in first_words if not word.startswith("<")} == actions.RESERVED_SLUGS
    assert opened_round(world, title="New").slug == "new-2"


def test_the_activity_says_when_people_can_take_part(world: World) -> None:
    round_ = opened_round(world)
    assert round_.activity.opened_at is not None
    assert round_.activity.ended_at is None
    round_ = actions.close_round(round_, by=world.cara.actor)
    assert round_.activity.ended_at is not None
    round_ = VERBS["reopen"](round_, world.cara.actor)
    assert round_.activity.ended_at is None
