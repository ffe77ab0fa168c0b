"""The shares of one group's people."""

import numpy as np
import pytest
from hypothesis import given

from alongside.engines.perceptions import DONT_KNOW, NOT_OUR_ROLE, Answers
from alongside.engines.perceptions.tests import slow
from alongside.engines.perceptions.tests.rows import one_service, rounds
from alongside.engines.perceptions.voices import at_least, is_complete, voices


def test_someone_who_knows_six_services_counts_as_much_as_someone_who_knows_one():
    rows = [("ann", "resident", f"s{i}", "do", 4) for i in range(6)]
    rows += [("bo", "resident", "s0", "do", 0)]
    assert at_least([voices(Answers.of(rows), "resident")]).tolist() == [0.5] * 4


def test_dont_know_and_not_our_role_are_no_part_of_a_share():
    rows = [("ann", "staff", "a", "do", 3), ("ann", "staff", "b", "do", DONT_KNOW)]
    rows += [("ann", "staff", "c", "do", NOT_OUR_ROLE)]
    assert voices(Answers.of(rows), "staff").shares.tolist() == [[1, 1, 1, 0]]


def test_not_our_role_is_no_part_of_the_doubt():
    rows = [("ann", "staff", "a", "do", 3), ("ann", "staff", "b", "do", DONT_KNOW)]
    rows += [("ann", "staff", "c", "do", NOT_OUR_ROLE), ("bo", "staff", "a", "do", NOT_OUR_ROLE)]
    some = voices(Answers.of(rows), "staff")
    assert some.doubt == 0.5
    assert (some.answered, some.heard) == (2, 1)


def test_half_of_ones_services_at_each_end_is_neither_end():
    rows = [("ann", "staff", "a", "do", 0), ("ann", "staff", "b", "do", 4)]
    some = voices(Answers.of(rows), "staff")
    assert (some.low, some.high) == (0, 0)


def test_groups_count_equally_however_large():
    rows = one_service(staff=[4] * 30, resident=[0])
    both = [voices(Answers.of(rows), group) for group in ("staff", "resident")]
    assert at_least(both).tolist() == [0.5] * 4


def test_a_group_without_a_rater_has_no_weight():
    rows = one_service(staff=[4, 4], resident=[DONT_KNOW, NOT_OUR_ROLE])
    both = [voices(Answers.of(rows), group) for group in ("staff", "resident")]
    assert at_least(both).tolist() == [1.0] * 4
    assert np.isnan(at_least(both[1:])).all()


@pytest.mark.parametrize(("asked", "complete"), [({}, False), ({"staff": 3}, True)])
def test_a_group_is_complete_when_everyone_asked_answered(asked, complete):
    rows = Answers.of(one_service(staff=[1, DONT_KNOW, NOT_OUR_ROLE]))
    assert is_complete(rows, "staff", asked) is complete


@pytest.mark.parametrize("asked", [0, 2, 4])
def test_more_or_fewer_answers_than_asked_are_not_complete(asked):
    assert not is_complete(Answers.of(one_service(staff=[1, 1, 1])), "staff", {"staff": asked})


def test_a_group_of_nobody_is_never_complete():
    assert not is_complete(Answers.of([]), "staff", {"staff": 0})


@given(rounds)
def test_shares_agree_with_a_slow_count(rows):
    for group in ("manager", "resident"):
        expected = [
            [float(s) for s in some] for _, some in sorted(slow.shares(rows, group).items())
        ]
        found = voices(Answers.of(rows), group).shares
        assert np.allclose(found, np.reshape(expected, (-1, 4)))
