"""The moves of a room, every pair of them."""

import itertools

import pytest

from alongside.foundation.rooms.models import Room
from alongside.foundation.rooms.rules import TRANSITIONS, stage_after

VERBS = {verb for _stage, verb in TRANSITIONS}


@pytest.mark.parametrize(
    ("stage", "verb"), list(itertools.product(Room.Stage.values, sorted(VERBS)))
)
def test_every_move_leads_where_the_table_says_or_nowhere(stage: str, verb: str) -> None:
    assert stage_after(stage, verb) == TRANSITIONS.get((stage, verb))


def test_every_stage_but_the_last_leads_on_and_all_can_be_reached() -> None:
    left = {stage for stage, _verb in TRANSITIONS}
    assert left == set(Room.Stage.values) - {Room.Stage.ENDED}
    assert set(TRANSITIONS.values()) == set(Room.Stage.values) - {Room.Stage.PREPARING}
