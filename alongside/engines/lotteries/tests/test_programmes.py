"""The bound, the relaxation, the best panel."""

import numpy as np
import pytest

from alongside.engines.lotteries.kinds import kinds_of
from alongside.engines.lotteries.programmes import best_panel, proved_bound, relaxed
from alongside.engines.lotteries.swaps import climbed
from alongside.engines.lotteries.tests import slow
from alongside.engines.lotteries.tests.pools import invented


def by_kind(task, kinds):
    """Every panel, as people of each kind."""
    at = {person: kind for kind, ids in enumerate(kinds.members) for person in ids}
    number = [at[person.id] for person in task.people]
    return np.array(
        [np.bincount(number, row, len(kinds)) for row in slow.panels(task)], dtype=np.int64
    )


@pytest.mark.parametrize("seed", range(8))
def test_the_best_panel_is_the_best_of_all_panels(seed):
    task = invented(seed, homes=True)
    kinds, chance = kinds_of(task), np.random.default_rng(seed)
    worth = chance.normal(size=len(kinds))
    every = by_kind(task, kinds)
    panel, most = best_panel(kinds, worth)
    assert worth @ panel == pytest.approx((every @ worth).max()) == pytest.approx(most)
    assert all(kinds.allows(one) for one in every)
    better = climbed(kinds, every[0], worth)
    assert kinds.allows(better)
    assert worth @ every[0] <= worth @ better + 1e-9 <= most + 2e-9


@pytest.mark.parametrize("seed", range(8))
def test_any_prices_give_a_true_bound(seed):
    task = invented(seed, homes=True)
    kinds, chance = kinds_of(task), np.random.default_rng(seed)
    worth, rows = chance.random(len(kinds)), len(kinds.least)
    weight = float(worth @ kinds.counts)
    most = (by_kind(task, kinds) @ worth).max() / weight
    for _ in range(5):
        over, under = chance.random((2, rows))
        assert proved_bound(kinds, worth, over, under, float(chance.normal())) >= most - 1e-12


@pytest.mark.parametrize("seed", range(8))
def test_the_relaxation_promises_no_less_than_there_is(seed):
    task = invented(seed)
    outlook = relaxed(kinds_of(task))
    assert outlook.chances.max() <= 1 + 1e-9
    everybody = slow.panels(task).any(axis=0).all()
    if everybody:
        assert outlook.ceiling >= slow.lowest(task) - 1e-12


def test_a_panel_that_breaks_a_rule_is_seen():
    task = invented(2)
    kinds = kinds_of(task)
    panel, _ = best_panel(kinds, np.ones(len(kinds)))
    assert kinds.allows(panel)
    assert not kinds.allows(panel * 0)
    assert not kinds.allows(panel + 1)
