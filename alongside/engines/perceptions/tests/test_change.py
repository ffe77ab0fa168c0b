"""Change between two rounds."""

import numpy as np
import pytest
from hypothesis import given

from alongside.engines.perceptions import NOT_OUR_ROLE, Answers, ChangeReason, change
from alongside.engines.perceptions.tests import slow
from alongside.engines.perceptions.tests.rows import one_service, rounds
from bench.perceptions_coverage import Case, false_changes


def moved(before, after, shown=("manager", "resident"), *, versions=("1", "1"), **more):
    more.setdefault("cos", ["do"])
    return change(
        Answers.of(before), Answers.of(after), versions=versions, shown_groups=shown, **more
    )["do"]


THEN = one_service(manager=[1, 1, 2, 1, 1, 1, 2, 1], resident=[0, 1, 1, 0, 1, 1, 0, 1])
NOW = one_service(manager=[3, 3, 3, 3, 2, 3, 3, 3], resident=[3, 2, 3, 3, 3, 2, 3, 3])


def test_a_large_move_is_shown_ring_by_ring():
    found = moved(THEN, NOW)
    assert found.reason is ChangeReason.CHANGED
    assert found.rings == (None, pytest.approx(0.875), pytest.approx(0.8125), None)
    assert found.before == (0.8125, 0.125, 0, 0)
    assert found.after == (1, 1, 0.8125, 0)
    assert found.levels == (1, 3)


def test_another_version_of_the_questions_has_no_change():
    found = moved(THEN, NOW, versions=("1", "2"))
    assert found.reason is ChangeReason.OTHER_VERSION
    assert found.rings is None
    assert found.before is None


def test_groups_heard_in_one_round_only_are_left_out():
    found = moved(THEN, one_service(manager=[1] * 8))
    assert list(found.services) == ["manager"]
    nobody = moved(THEN, one_service(resident=[NOT_OUR_ROLE] * 3))
    assert nobody.reason is ChangeReason.NO_COMMON_GROUP


def test_a_service_is_compared_only_where_the_group_rated_it_in_both_rounds():
    fresh = one_service(service="care", manager=[0] * 8, resident=[0] * 8)
    assert moved(THEN, NOW + fresh) == moved(THEN, NOW)
    elsewhere = one_service(service="roads", manager=[3] * 8, resident=[3] * 8)
    assert moved(THEN, elsewhere).reason is ChangeReason.NO_COMMON_SERVICE


def test_a_hidden_group_leaves_no_trace():
    hidden = one_service(elected=[4, 4, 4])
    assert moved(THEN + hidden, NOW + hidden) == moved(THEN, NOW)


def test_a_move_within_chance_is_not_shown():
    found = moved(
        one_service(manager=[1, 2, 3, 2, 0], resident=[1, 2, 2, 3, 1]),
        one_service(manager=[2, 2, 3, 2, 1], resident=[1, 2, 3, 3, 2]),
    )
    assert found.reason is ChangeReason.WITHIN_CHANCE
    assert found.rings is None
    assert found.after[1] - found.before[1] >= 0.10


def test_a_certain_but_small_move_is_not_shown():
    found = moved(one_service(resident=[1] * 2000), one_service(resident=[2] * 180 + [1] * 1820))
    assert found.reason is ChangeReason.TOO_SMALL
    assert found.intervals[1].low > 0


@pytest.mark.parametrize(("risen", "reason"), [(10, "changed"), (9, "too_small")])
def test_exactly_ten_points_are_enough_when_everyone_asked_answered(risen, reason):
    asked = ({"resident": 100}, {"resident": 100})
    found = moved(
        one_service(resident=[1] * 100),
        one_service(resident=[2] * risen + [1] * (100 - risen)),
        asked=asked,
    )
    assert found.intervals is None
    assert found.reason == reason


def test_people_who_stayed_make_a_change_surer_than_strangers_would():
    before = one_service(resident=[1, 1, 2, 2] * 7)
    after = one_service(resident=[2, 1, 2, 2] * 7)
    strangers = [(f"new {p}", *rest) for p, *rest in after]
    stayed, replaced = (moved(before, some).intervals[1] for some in (after, strangers))
    assert stayed.high - stayed.low < replaced.high - replaced.low
    assert moved(before, after).reason is ChangeReason.CHANGED
    assert moved(before, strangers).reason is ChangeReason.WITHIN_CHANCE


def test_who_stayed_joined_and_left_is_counted_by_group():
    before = [(p, "resident", "parks", "do", 1) for p in ("ann", "bo", "cara")]
    after = [(p, "resident", "parks", "do", 1) for p in ("bo", "dev", "eve", "fay")]
    found = moved(before, after)
    assert (found.stayed, found.joined, found.left) == (
        {"resident": 1},
        {"resident": 3},
        {"resident": 2},
    )


def test_the_same_person_in_another_group_is_not_the_same_voice():
    before = [("ann", "resident", "parks", "do", 1), ("bo", "manager", "parks", "do", 1)]
    after = [("bo", "resident", "parks", "do", 1), ("ann", "manager", "parks", "do", 1)]
    assert moved(before, after).stayed == {"manager": 0, "resident": 0}


def test_a_falling_star_is_shown_as_falling():
    up, down = moved(THEN, NOW), moved(NOW, THEN)
    assert [by and -by for by in down.rings] == list(up.rings)
    assert down.intervals[1].high == pytest.approx(-up.intervals[1].low)


def test_a_round_nobody_took_part_in_has_no_change():
    assert moved([], NOW).reason is ChangeReason.NO_COMMON_GROUP
    assert moved([], []).reason is ChangeReason.NO_COMMON_GROUP


@given(rounds, rounds)
def test_rings_agree_with_a_slow_count_on_the_common_ground(before, after):
    found = moved(before, after)
    if found.before:
        for rows, rings in ((before, found.before), (after, found.after)):
            ground = [r for r in rows if r[2] in found.services.get(r[1], ())]
            expected = slow.rings(ground, list(found.services))
            assert rings == pytest.approx([float(b) for b in expected])
        for interval, then, now in zip(found.intervals, found.before, found.after, strict=True):
            assert interval.spans(now - then)


@given(rounds)
def test_the_same_answers_twice_are_no_change(rows):
    assert moved(rows, rows).rings is None


@pytest.mark.parametrize("people", [5, 8, 30])
def test_a_change_is_seldom_seen_where_nothing_moved(people):
    case = Case(people=people, groups=4, services=3, apart=1.0)
    assert false_changes(np.random.default_rng(3), case, runs=60) <= 0.10
