"""Replacements after drop-outs."""

import pytest

from alongside.engines.lotteries import (
    LotteriesError,
    Quota,
    Task,
    draw_panel,
    hold_lottery,
    replacements,
)
from alongside.engines.lotteries.tests import slow
from alongside.engines.lotteries.tests.pools import invented, people

POOL = people("ann old", "bo old", "cara mid", "dev mid", household={"ann": "x", "dev": "x"})
TASK = Task.of(POOL, [Quota("age", "old", 1, 1), Quota("age", "mid", 1, 1)], size=2)


@pytest.mark.parametrize("seed", range(12))
def test_those_who_stay_and_those_who_come_keep_to_every_quota_together(seed):
    task = invented(seed, homes=True, most=14)
    first = draw_panel(hold_lottery(task), "first").panel
    stay, gone = first[1:], first[:1]
    if not stay:
        return
    left = replacements(task, accepted=stay, gone=gone)
    if not len(slow.panels(left)):
        with pytest.raises(LotteriesError, match=r"quotas can't|pool can fill|nobody"):
            hold_lottery(left)
        return
    held = hold_lottery(left)
    second = draw_panel(held, "second").panel
    together = {*stay, *second}
    assert not together & set(gone)
    assert len(together) == task.size
    assert slow.keeps(task, [person for person in task.people if person.id in together])


def test_nobody_comes_from_the_household_of_somebody_who_stays():
    held = hold_lottery(replacements(TASK, accepted=["ann"], gone=[]))
    assert held.chances == {"bo": 0, "cara": 1, "dev": 0}


def test_a_place_that_nobody_can_take_is_told_with_what_would_have_to_move():
    with pytest.raises(LotteriesError) as refused:
        hold_lottery(replacements(TASK, accepted=["ann"], gone=["cara"]))
    assert refused.value.code == "quotas_impossible"
    moves = [str(move) for move in refused.value.params["moves"]]
    assert moves == ["age, mid: min 1 -> 0", "age, old: max 0 -> 1"]


def test_replacements_are_another_task_with_another_hash():
    assert replacements(TASK, accepted=["ann"]).sha256 != TASK.sha256


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"accepted": ["zoe"]}, "unknown_person"),
        ({"accepted": ["ann"], "gone": ["ann"]}, "accepted_and_gone"),
        ({"accepted": ["ann", "cara"]}, "nothing_free"),
    ],
)
def test_what_is_unclear_is_refused(given, code):
    with pytest.raises(LotteriesError) as refused:
        replacements(TASK, **given)
    assert refused.value.code == code
