"""Of 100 pairs, who rates higher."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.perceptions import DONT_KNOW, NOT_OUR_ROLE, Answers
from alongside.engines.perceptions.pairs import common_sides, compare, of_hundred
from alongside.engines.perceptions.tests import slow
from alongside.engines.perceptions.tests.rows import one_service, rounds


def pairs(rows, x="manager", y="resident"):
    sides = common_sides(Answers.of(rows), x, y)
    return compare(*sides) if sides[2] else None


def test_an_example_worked_by_hand():
    # 3 above 1 and 2, 3 above 1 again; 2 ties with 2 and beats 1; 1 loses to 2 and ties with 1
    found = pairs(one_service(manager=[3, 2, 1], resident=[2, 1]))
    assert (found.higher, found.lower, found.same) == pytest.approx((3 / 6, 1 / 6, 2 / 6))
    assert found.delta == pytest.approx(1 / 3)


def test_people_are_compared_within_a_service_only():
    rows = one_service(service="good", manager=[4] * 8, resident=[4] * 2)
    rows += one_service(service="poor", manager=[0] * 2, resident=[0] * 8)
    assert pairs(rows).delta == 0


def test_services_that_only_one_group_rated_are_left_out():
    rows = one_service(manager=[2], resident=[2])
    more = one_service(service="care", manager=[4] * 9)
    more += one_service(service="roads", manager=[4], resident=[DONT_KNOW, NOT_OUR_ROLE])
    assert common_sides(Answers.of(rows + more), "manager", "resident")[2] == 1
    assert pairs(rows + more).delta == 0


def test_services_weigh_by_how_many_can_be_compared():
    rows = one_service(service="large", manager=[4] * 6, resident=[0] * 3)  # weight 2
    rows += one_service(service="small", manager=[0], resident=[0])  # weight 1/2
    assert pairs(rows).higher == pytest.approx(0.8)


def test_contributions_are_around_nought():
    rows = one_service(manager=[3, 2, 1], resident=[2, 1]) + one_service(
        service="care", manager=[4, 4], resident=[0, 4, 1]
    )
    found = pairs(rows)
    assert found.of_x.sum() == pytest.approx(0)
    assert found.of_y.sum() == pytest.approx(0)


@given(rounds)
def test_pairs_agree_with_looking_at_every_pair(rows):
    expected, found = slow.pairs(rows, "manager", "resident"), pairs(rows)
    if expected is None:
        assert found is None
    else:
        parts = (found.higher, found.lower, found.same)
        assert parts == pytest.approx([float(part) for part in expected])


@given(rounds)
def test_swapping_the_groups_turns_the_sign(rows):
    one, other = pairs(rows), pairs(rows, "resident", "manager")
    if one:
        assert one.delta == pytest.approx(-other.delta)
        assert one.of_x == pytest.approx(other.of_y * -1)


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        ((1, 0, 0), (100, 0, 0)),
        ((1 / 3, 1 / 3, 1 / 3), (33, 33, 34)),
        ((2 / 3, 1 / 6, 1 / 6), (67, 17, 16)),
        ((0.126, 0.126, 0.748), (13, 13, 74)),
        ((0.125, 0.125, 0.75), (12, 12, 76)),
        ((0.005, 0, 0.995), (0, 0, 100)),
        ((0.0051, 0, 0.9949), (1, 0, 99)),
    ],
)
def test_pairs_in_a_hundred(parts, words):
    assert of_hundred(*parts) == words


@given(st.tuples(*[st.integers(0, 60)] * 3).filter(any))
def test_pairs_always_make_a_hundred_and_swap_fairly(counts):
    up, down, level = (count / sum(counts) for count in counts)
    words = of_hundred(up, down, level)
    assert sum(words) == 100
    assert words == pytest.approx((100 * up, 100 * down, 100 * level), abs=1)
    assert of_hundred(down, up, level) == (words[1], words[0], words[2])
