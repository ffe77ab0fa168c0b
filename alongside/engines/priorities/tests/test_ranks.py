"""Shares of places."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from alongside.engines.priorities.ranks import NEAR, STEPS, place_shares
from alongside.engines.priorities.tests import slow


def shares(*rows):
    return place_shares([np.array(rows, dtype=np.float32)], len(rows[0]))


@given(
    hnp.arrays(np.int8, st.tuples(st.integers(1, 6), st.integers(1, 7)), elements=st.integers(0, 4))
)
def test_places_are_shared_as_by_going_through_all_orders(levels):
    draws = (levels / 4).astype(np.float32)
    assert place_shares([draws], draws.shape[1]) == pytest.approx(
        np.array(slow.place_shares(draws.tolist()))
    )


def test_items_and_places_each_add_up_to_one():
    found = place_shares([np.random.default_rng(1).random((500, 9), dtype=np.float32)], 9)
    assert found.sum(axis=0) == pytest.approx(1)
    assert found.sum(axis=1) == pytest.approx(1)


def test_ties_everywhere_share_every_place():
    assert shares([0.4] * 4, [0.0] * 4, [1.0] * 4) == pytest.approx(np.full((4, 4), 0.25))


def test_pieces_count_by_their_draws():
    first, second = np.array([[0.1, 0.9]] * 3), np.array([[0.9, 0.1]])
    pieces = [some.astype(np.float32) for some in (first, second)]
    assert place_shares(pieces, 2).tolist() == [[0.25, 0.75], [0.75, 0.25]]


def test_a_hair_is_a_tie_and_a_thousandth_is_not():
    hair = (NEAR - 1) / STEPS
    assert shares([0.5, 0.5 + hair])[0, 0] == 0.5
    assert shares([0.5, 0.501])[0, 0] == 0


def test_one_item_is_always_first():
    assert shares([0.3], [0.7]).tolist() == [[1.0]]
