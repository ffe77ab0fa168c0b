"""The table of verdicts, tried pair by pair."""

from alongside.foundation.initiatives import rules
from alongside.foundation.initiatives.models import Stage
from tests.people import World


def test_every_stage_has_a_way_on_and_a_verdict() -> None:
    assert set(rules.MOVES) == set(Stage) == set(rules.VERDICTS)
    assert all(rules.MOVES.values())


def test_every_stage_but_the_first_two_can_be_reached() -> None:
    reached = {following for moves in rules.MOVES.values() for following in moves}
    assert reached == set(Stage)


def test_whatever_is_let_go_says_why() -> None:
    for stage in (Stage.NOT_FORWARD, Stage.BACK_BURNER, Stage.STOPPED):
        assert rules.VERDICTS[stage].needs == ("reason",)
    assert rules.VERDICTS[Stage.TRYING].needs == ("question", "stops_on")


def test_only_those_who_run_the_programme_or_lead_for_residents_may_edit(world: World) -> None:
    may = {
        name: rules.can_edit_initiatives(getattr(world, name).actor, world.strathmuir)
        for name in ("ann", "bo", "cara", "dev", "rona", "eve", "fay")
    }
    assert {name for name, allowed in may.items() if allowed} == {"cara", "rona"}


def test_nothing_changes_in_a_place_that_is_leaving(world: World) -> None:
    world.strathmuir.state = "leaving"
    assert not rules.can_edit_initiatives(world.cara.actor, world.strathmuir)
