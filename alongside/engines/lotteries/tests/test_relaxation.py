"""The smallest change of quotas that can't be met."""

import pytest

from alongside.engines.lotteries import LotteriesError, Move, Quota, Task, hold_lottery
from alongside.engines.lotteries.tests import slow
from alongside.engines.lotteries.tests.pools import invented, people


def refused(task) -> LotteriesError:
    with pytest.raises(LotteriesError) as refusal:
        hold_lottery(task)
    return refusal.value


def impossible(homes):
    tasks = (invented(seed, homes=homes, fits=False) for seed in range(60))
    return [task for task in tasks if not len(slow.panels(task))][:15]


@pytest.mark.parametrize("homes", [False, True])
def test_no_smaller_change_makes_a_panel_possible(homes):
    for task in impossible(homes):
        error = refused(task)
        smallest = slow.smallest_change(task)
        if smallest is None:
            assert error.code == "too_few_people"
            continue
        moves = error.params["moves"]
        assert (sum(abs(m.after - m.before) for m in moves), len(moves)) == smallest
        assert len(slow.panels(task, _moved(task, moves)))


def _moved(task, moves):
    after = {(move.feature, move.value, move.side): move.after for move in moves}
    return [
        Quota(
            quota.feature,
            quota.value,
            after.get((quota.feature, quota.value, "min"), quota.least),
            after.get((quota.feature, quota.value, "max"), quota.most),
        )
        for quota in task.quotas
    ]


def test_the_quota_that_moves_is_named_with_both_numbers():
    pool = people("ann old", "bo mid", "cara mid")
    quotas = [Quota("age", "old", 2, 2), Quota("age", "mid", 0, 1)]
    error = refused(Task.of(pool, quotas, size=2))
    assert error.params["moves"] == (Move("age", "old", "min", 2, 1),)
    assert "age, old: min 2 -> 1" in str(error)


def test_a_change_stays_within_what_quotas_allow_where_it_can():
    pool = people("ann old hill", "bo old shore", "cara mid hill", "dev mid shore")
    firm, soft = {"least_flex": 2, "most_flex": 2}, {"least_flex": 0, "most_flex": 4}
    quotas = [Quota("age", "old", 2, 2, **firm), Quota("age", "mid", 1, 4, **soft)]
    error = refused(Task.of(pool, quotas, size=2))
    assert error.params["moves"] == (Move("age", "mid", "min", 1, 0),)
    assert error.params["within_flex"]
    quotas = [Quota("age", "old", 3, 3, least_flex=3, most_flex=3), Quota("age", "mid", 0, 4)]
    error = refused(Task.of(pool, quotas, size=3))
    assert not error.params["within_flex"]
    assert "further than min_flex and max_flex allow" in str(error)


def test_of_equal_changes_the_first_by_feature_and_value_is_told():
    pool = people("ann old hill", "bo old shore", "cara mid hill", "dev mid shore")
    quotas = [Quota("area", "hill", 0, 1), Quota("area", "shore", 0, 1)]
    error = refused(Task.of(pool, quotas, size=3))
    assert error.params["moves"] == (Move("area", "hill", "max", 1, 2),)
