"""The lottery, beside every panel there is."""

import pytest

from alongside.engines.lotteries import LotteriesError, Quota, Task, hold_lottery
from alongside.engines.lotteries.lottery import TICKETS
from alongside.engines.lotteries.tests import slow
from alongside.engines.lotteries.tests.pools import invented, people

# Pools whose fairest chances need people to be divided, or where a value bars somebody.
AWKWARD = [19, 74]


@pytest.mark.parametrize("seed", [*range(12), *AWKWARD])
@pytest.mark.parametrize("homes", [False, True], ids=["people", "households"])
def test_leximin_gives_the_chances_that_all_panels_together_allow(seed, homes):
    task = invented(seed, homes=homes)
    held = hold_lottery(task)
    assert held.chances == pytest.approx(slow.leximin(task), abs=1e-6)
    assert held.lowest <= held.bound <= held.lowest + 1e-6


@pytest.mark.parametrize("seed", [*range(12, 24), *AWKWARD])
@pytest.mark.parametrize("homes", [False, True], ids=["people", "households"])
def test_maximin_gives_the_highest_lowest_chance(seed, homes):
    task = invented(seed, homes=homes, most=11, fairness="maximin")
    held = hold_lottery(task)
    assert held.lowest == pytest.approx(slow.lowest(task), abs=1e-7)
    assert held.lowest <= held.bound <= held.lowest + 1e-6


@pytest.mark.parametrize("seed", range(20))
def test_every_panel_keeps_to_every_quota_and_chances_add_up(seed):
    held = hold_lottery(invented(seed, homes=True, most=20))
    assert all(held.kinds.allows(held.kinds.counts * 0 + panel) for panel in held.panels)
    assert sum(held.tickets) == TICKETS
    assert min(held.tickets) > 0
    counts = held.kinds.counts.tolist()
    total = sum(chance * n for chance, n in zip(held.exact, counts, strict=True))
    assert total == held.task.size


def test_without_quotas_everybody_has_the_same_chance():
    held = hold_lottery(Task.of(people("ann", "bo", "cara", "dev"), [], size=3))
    assert set(held.chances.values()) == {0.75}
    assert (held.lowest, held.highest, held.bound) == (0.75, 0.75, pytest.approx(0.75))


def test_who_fits_on_no_panel_is_named_and_not_counted_as_the_lowest():
    pool = people("ann old", "bo mid", "cara young", "dev mid")
    quotas = [Quota("age", "old", 1, 1), Quota("age", "mid", 1, 1), Quota("age", "young", 0, 0)]
    held = hold_lottery(Task.of(pool, quotas, size=2))
    assert held.left_out == ("cara",)
    assert held.chances == {"ann": 1, "bo": 0.5, "cara": 0, "dev": 0.5}
    assert held.lowest == 0.5


def test_a_household_sends_no_more_than_its_places():
    pool = people("ann", "bo", "cara", "dev", household={"ann": "x", "bo": "x", "cara": "x"})
    held = hold_lottery(Task.of(pool, [], size=2))
    assert held.chances == pytest.approx({"ann": 1 / 3, "bo": 1 / 3, "cara": 1 / 3, "dev": 1})


def test_automatic_is_leximin_for_few_kinds_and_maximin_for_many(monkeypatch):
    task = invented(1, fairness="automatic")
    assert hold_lottery(task).fairness == "leximin"
    monkeypatch.setattr("alongside.engines.lotteries.lottery.AFFORDABLE", 0)
    assert hold_lottery(task).fairness == "maximin"


def test_the_same_task_gives_the_same_lottery_in_whatever_order():
    task = invented(3, homes=True, most=20)
    moved = Task.of(
        task.people[::-1],
        task.quotas[::-1],
        size=task.size,
        per_household=task.per_household,
        fairness="leximin",
    )
    assert hold_lottery(moved).sha256 == hold_lottery(task).sha256


def test_more_places_than_people_is_told():
    with pytest.raises(LotteriesError, match="can fill 2 places, and there are 3") as refused:
        hold_lottery(Task.of(people("ann", "bo"), [], size=3))
    assert refused.value.code == "too_few_people"
