"""Which sentence the voices allow."""

import itertools

import pytest

from alongside.engines.perceptions import DONT_KNOW, NOT_OUR_ROLE, Answers, Status
from alongside.engines.perceptions.reading import highest_half, read
from alongside.engines.perceptions.tests.rows import one_service
from alongside.engines.perceptions.voices import voices


def reading(*, complete=False, rows=(), **codes):
    answers = Answers.of([*one_service(**codes), *rows])
    groups = [voices(answers, group, complete=complete) for group in answers.groups]
    return read(groups, confidence=0.95)


def test_exactly_half_is_enough():
    assert highest_half([1, 1, 0.5, 0]) == 3
    assert highest_half([1, 1, 0.49, 0]) == 2


def test_a_half_made_of_thirds_is_a_half():
    assert highest_half([(1 / 3 + 2 / 3 + 1 / 2) / 3 - 1e-16]) == 1


def test_nobody_is_never_level_nought():
    for codes in ([], [NOT_OUR_ROLE] * 9):
        found = reading(resident=codes)
        assert found.status is Status.NOBODY
        assert found.level is None
        assert found.rule_level is None
        assert found.rings is None
        assert found.bounds is None
        assert not found.complete


def test_everyone_saying_nowhere_is_level_nought():
    found = reading(resident=[0] * 30)
    assert (found.status, found.level) == (Status.LEVEL, 0)


def test_more_than_half_not_knowing_speaks_no_level():
    found = reading(resident=[3, 3, DONT_KNOW, DONT_KNOW, DONT_KNOW])
    assert found.status is Status.MOSTLY_DONT_KNOW
    assert found.level is None
    assert found.rule_level == 3
    assert found.dont_know == 0.6
    assert found.bounds == (0, 4)


def test_exactly_half_not_knowing_is_not_most():
    assert reading(resident=[2] * 9 + [DONT_KNOW] * 9).status is not Status.MOSTLY_DONT_KNOW


def test_nobody_knowing_is_not_the_same_as_nobody_answering():
    found = reading(resident=[DONT_KNOW] * 3)
    assert found.status is Status.MOSTLY_DONT_KNOW
    assert (found.answered, found.voices) == (3, 0)
    assert found.bounds == (0, 4)


def test_bounds_say_what_those_who_dont_know_could_have_changed():
    assert reading(resident=[2] * 8 + [DONT_KNOW] * 2).bounds == (2, 2)
    assert reading(resident=[2] * 5 + [DONT_KNOW] * 5).bounds == (2, 4)
    assert reading(resident=[2] * 5 + [NOT_OUR_ROLE] * 5).bounds == (2, 2)


def test_a_third_at_each_end_is_divided():
    found = reading(resident=[0, 1, 2, 2, 3, 4])
    assert found.status is Status.DIVIDED
    assert found.level is None
    assert found.ends == pytest.approx((1 / 3, 1 / 3))


def test_less_than_a_third_at_one_end_is_not_divided():
    assert reading(resident=[0, 1, 2, 2, 2, 3, 4]).status is not Status.DIVIDED


def test_groups_that_contradict_each_other_are_divided():
    assert reading(staff=[4] * 20, resident=[0] * 5).status is Status.DIVIDED


def test_people_who_agree_that_services_differ_are_not_divided():
    rows = [
        (f"r{p}", "resident", service, "do", code)
        for p in range(20)
        for service, code in (("a", 0), ("b", 0), ("c", 0), ("d", 4), ("e", 4))
    ]
    found = reading(rows=rows)
    assert found.ends == (1, 0)
    assert found.status is Status.LEVEL
    assert found.rings == pytest.approx([0.4] * 4)


@pytest.mark.parametrize("people", [10, 100, 1000])
def test_a_split_that_moves_from_40_to_50_percent_does_not_leap(people):
    splits = [
        reading(resident=[4] * (people * part // 10) + [0] * (people * (10 - part) // 10))
        for part in (4, 5, 6)
    ]
    assert [found.status for found in splits] == [Status.DIVIDED] * 3
    assert [found.level for found in splits] == [None] * 3
    assert [found.rings[3] for found in splits] == pytest.approx([0.4, 0.5, 0.6])
    assert [found.rule_level for found in splits] == [0, 4, 4]


def test_no_step_of_a_growing_split_goes_from_one_spoken_level_to_a_far_one():
    spoken = []
    for top in range(101):
        found = reading(resident=[4] * top + [0] * (100 - top))
        spoken.append(found.level)
    for one, other in itertools.pairwise(spoken):
        assert one is None or other is None or abs(one - other) <= 1


def test_few_people_leave_the_level_between_two():
    found = reading(resident=[2, 2, 2, 1, 1, 2, 1, 2])
    assert found.status is Status.BETWEEN
    assert found.between == (1, 2)
    assert found.level == found.rule_level == 2


def test_many_people_settle_the_level():
    found = reading(resident=[2, 2, 2, 1, 1, 2, 1, 2] * 40)
    assert (found.status, found.level, found.between) == (Status.LEVEL, 2, (2, 2))


def test_everyone_asked_answering_settles_it_too():
    found = reading(resident=[2, 2, 2, 1, 1, 2, 1, 2], complete=True)
    assert found.complete
    assert found.intervals is None
    assert (found.status, found.level, found.between) == (Status.LEVEL, 2, (2, 2))
