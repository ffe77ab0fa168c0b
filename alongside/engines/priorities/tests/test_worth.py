"""Worth and places by the plain means."""

import numpy as np
import pytest

from alongside.engines.priorities import PrioritiesError
from alongside.engines.priorities.groups import heard
from alongside.engines.priorities.tests import slow
from alongside.engines.priorities.tests.marks import BY_BOTH, invented, matrix
from alongside.engines.priorities.worth import (
    places,
    plain_worth,
    refuse_no_places,
    settled_first,
)


@pytest.mark.parametrize("seed", range(5))
def test_worth_agrees_with_the_slow_sum(seed):
    rows = invented(seed, missing=0.7)
    means = heard(matrix(rows), group_weights=None).means
    ours = plain_worth(means, BY_BOTH, np.array([0.25, 0.75]))
    theirs = slow.worths(
        rows, [f"i{at}" for at in range(6)], {"impact": 1, "effort": 3}, {"effort"}
    )
    for at in range(6):
        if any(row[2] == f"i{at}" for row in rows):
            assert ours[at] == pytest.approx(theirs[f"i{at}"])
        else:
            assert np.isnan(ours[at])


def test_a_criterion_without_a_share_rates_nobody():
    means = np.array([[4.0, np.nan]])
    assert np.isnan(plain_worth(means, BY_BOTH, np.array([0.0, 1.0])))
    assert not np.isnan(plain_worth(means, BY_BOTH, np.array([0.5, 0.5])))


def test_sums_in_another_order_are_still_ties():
    means = np.array([[1 + 4 * 0.1, 5 - 4 * 0.2], [1 + 4 * 0.2, 5 - 4 * 0.1]])
    worth = plain_worth(means, BY_BOTH, np.array([0.5, 0.5]))
    assert worth[0] == worth[1]


def test_equal_items_share_the_best_of_their_places():
    worth = np.array([0.5, 0.7, 0.5, np.nan, 0.7, 0.1])
    assert places(worth) == [3, 1, 3, None, 1, 5]


@pytest.mark.parametrize(
    ("first", "expected"),
    [
        (1, [False, None, False, False, None, False]),
        (2, [False, True, False, False, True, False]),
        (3, [None, True, None, False, True, False]),
        (4, [True, True, True, False, True, False]),
        (99, [True, True, True, False, True, True]),
    ],
)
def test_a_tie_across_the_border_is_left_open(first, expected):
    assert settled_first(np.array([0.5, 0.7, 0.5, np.nan, 0.7, 0.1]), first) == expected


def test_the_first_none_are_refused():
    with pytest.raises(PrioritiesError, match="one place or more"):
        refuse_no_places(0)
