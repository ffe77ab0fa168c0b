import pytest

from alongside.engines.disclosure import DisclosureError, Policy, change_may_be_shown


def test_fewer_than_the_minimum_reveals_and_the_minimum_does_not():
    policy = Policy(minimum=5)
    assert [policy.is_too_few(people) for people in (0, 1, 4, 5)] == [False, True, True, False]


def test_a_unanimous_group_needs_the_larger_minimum():
    policy = Policy(minimum=5, unanimous_minimum=10)
    assert policy.is_revealing((0, 0, 9), people=9)
    assert not policy.is_revealing((0, 0, 10), people=10)
    assert not policy.is_revealing((1, 0, 8), people=9)


def test_people_count_and_answers_do_not():
    assert Policy().is_revealing((10, 10), people=4)
    assert Policy().is_revealing((0, 40), people=9)


def test_nobody_reveals_nothing():
    assert not Policy().is_revealing((0, 0, 0), people=0)


@pytest.mark.parametrize("minimum", [-1, 0, 1, 2])
def test_a_minimum_below_three_is_refused(minimum):
    with pytest.raises(DisclosureError) as refused:
        Policy(minimum=minimum)
    assert refused.value.code == "minimum_too_small"


def test_a_unanimous_minimum_below_the_minimum_is_refused():
    with pytest.raises(DisclosureError) as refused:
        Policy(minimum=10, unanimous_minimum=5)
    assert refused.value.code == "unanimous_minimum_too_small"


@pytest.mark.parametrize(
    ("joiners", "leavers", "may"),
    [
        (0, 0, True),
        (5, 0, True),
        (0, 5, True),
        (5, 5, True),
        (4, 5, False),
        (9, 1, False),
        (1, 0, False),
    ],
)
def test_a_change_is_shown_only_when_nobody_or_enough_came_and_went(joiners, leavers, may):
    assert change_may_be_shown(joiners, leavers, Policy()) is may


def test_a_negative_number_of_people_is_refused():
    with pytest.raises(DisclosureError) as refused:
        change_may_be_shown(-1, 0, Policy())
    assert refused.value.code == "negative_people"
