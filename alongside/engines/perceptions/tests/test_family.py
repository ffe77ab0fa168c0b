"""Which differences may be spoken."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from alongside.engines.perceptions import (
    CLEAR_SIZE,
    NOT_OUR_ROLE,
    Answers,
    LeftOut,
    LeftOutReason,
    Sureness,
    gaps,
)
from alongside.engines.perceptions.family import benjamini_hochberg
from alongside.engines.perceptions.tests.rows import GROUPS, a_round, one_service, rounds

COS = ["c0", "c1", "c2", "c3"]


def family(rows, contrasts=("manager",), **more):
    more.setdefault("cos", ["do"])
    return gaps(Answers.of(rows), reference_group="resident", contrasts=list(contrasts), **more)


APART = one_service(manager=[3, 4, 3, 4, 2, 3, 4, 3], resident=[0, 1, 0, 2, 1, 0, 1, 3, 0])
ALIKE = one_service(manager=[0, 1, 2, 3, 4, 2], resident=[2, 1, 3, 2, 4, 0])


def test_a_clear_difference_is_the_biggest_and_said_in_words():
    found = family(APART)
    gap = found.biggest
    assert gap is found.all[0]
    assert (gap.co, gap.group, gap.reference) == ("do", "manager", "resident")
    assert (gap.higher, gap.lower, gap.same) == (92, 1, 7)
    assert gap.certainty is Sureness.SURE
    assert gap.interval.low > CLEAR_SIZE
    assert (gap.voices, gap.reference_voices, gap.services) == (8, 9, 1)


def test_where_views_are_alike_there_is_no_clear_difference():
    found = family(ALIKE)
    assert found.biggest is None
    assert found.all[0].certainty is Sureness.CANT_TELL
    assert found.all[0].interval.spans(0)
    assert found.selected == 0


def test_a_sure_but_negligible_difference_is_not_the_biggest():
    rows = one_service(manager=[2] * 900 + [3] * 100, resident=[2] * 1000)
    found = family(rows)
    assert found.all[0].certainty is Sureness.SURE
    assert found.all[0].delta == pytest.approx(0.10)
    assert not found.all[0].clear
    assert found.biggest is None


def test_the_direction_of_a_difference_is_that_of_the_group():
    turned = gaps(Answers.of(APART), reference_group="manager", contrasts=["resident"]).biggest
    assert (turned.higher, turned.lower, turned.same) == (1, 92, 7)
    assert turned.delta < 0
    assert turned.clear


def test_a_larger_family_needs_more_proof():
    rows = one_service(manager=[3, 2, 4, 3, 2, 1, 3], resident=[1, 2, 0, 1, 3, 1, 2, 1])
    alone = family(rows)
    among = family(rows, cos=["do", *COS], contrasts=["manager", "staff", "elected"])
    assert alone.all[0].p_value == among.all[0].p_value
    assert alone.all[0].selected
    assert not among.all[0].selected
    assert among.family_size == 15


def test_selected_intervals_are_widened_by_how_few_were_selected():
    found = family(APART, cos=["do", *COS], contrasts=["manager", "staff"])
    assert found.selected == 1
    assert found.all[0].confidence == pytest.approx(1 - 0.1 / 10)
    assert family(APART).all[0].confidence == 0.95


def test_contrasts_without_figures_are_named_with_the_reason():
    rows = APART + one_service(service="care", staff=[1, 2])
    rows += one_service(elected=[NOT_OUR_ROLE])
    found = family(rows, ["elected", "manager", "staff"], cos=["do", "design"])
    assert [(gap.co, gap.group) for gap in found.all] == [("do", "manager")]
    assert LeftOut("do", "staff", LeftOutReason.NO_COMMON_SERVICE) in found.left_out
    assert len(found.left_out) == 5


def test_too_few_on_the_common_services_are_left_out():
    assert family(APART, minimum_voices=8).all
    assert family(APART, minimum_voices=9).left_out == (
        LeftOut("do", "manager", LeftOutReason.TOO_FEW),
    )


def test_when_everyone_asked_answered_the_difference_is_what_it_is():
    found = family(ALIKE, asked={"manager": 6, "resident": 6}).all[0]
    assert found.certainty is Sureness.EVERYONE_ANSWERED
    assert (found.interval, found.confidence, found.p_value) == (None, None, None)
    assert not found.clear
    clear = family(APART, asked={"manager": 8, "resident": 9})
    assert clear.biggest.certainty is Sureness.EVERYONE_ANSWERED


def test_of_several_clear_differences_the_larger_is_the_biggest():
    rows = APART + one_service(staff=[2, 3, 2, 3, 2, 2, 3, 2, 3, 3])
    found = family(rows, ["staff", "manager"])
    assert all(gap.clear for gap in found.all)
    assert found.biggest.group == "manager"


def test_equally_big_differences_go_to_the_first_declared():
    twin = [(p, "staff", s, co, c) for p, g, s, co, c in APART if g == "manager"]
    assert family(APART + twin, ["staff", "manager"]).biggest.group == "staff"
    assert family(APART + twin, ["manager", "staff"]).biggest.group == "manager"


def test_an_empty_round_has_no_gaps():
    found = family([], ["manager", "staff"], cos=None)
    assert (found.all, found.left_out, found.biggest, found.family_size) == ((), (), None, 0)


def test_equal_p_values_are_selected_together():
    assert benjamini_hochberg([0.02, 0.02], 0.04, size=4) == [True, True]
    assert benjamini_hochberg([0.02, 0.5], 0.04, size=4) == [False, False]
    assert benjamini_hochberg([], 0.1, size=12) == []


@given(st.lists(st.floats(0, 1), min_size=1, max_size=12))
def test_what_is_selected_strictly_is_selected_loosely_too(p_values):
    strict, loose = (benjamini_hochberg(p_values, q, size=12) for q in (0.05, 0.10))
    assert all(b for a, b in zip(strict, loose, strict=True) if a)


@given(rounds)
def test_pairs_make_a_hundred_and_the_order_of_answers_changes_nothing(rows):
    mixed = list(rows)
    random.Random(2).shuffle(mixed)
    found = family(rows)
    assert found == family(mixed)
    assert all(gap.higher + gap.lower + gap.same == 100 for gap in found.all)


@given(rounds)
def test_not_our_role_on_one_more_service_changes_nothing(rows):
    more = [(p, g, "swimming", "do", NOT_OUR_ROLE) for p, g in {(r[0], r[1]) for r in rows}]
    assert family([*rows, *more]) == family(rows)


def test_groups_drawn_alike_are_seldom_called_different():
    clear = [
        family(a_round(80, 4, 4, seed=seed), GROUPS[:3], cos=None).biggest is not None
        for seed in range(25)
    ]
    assert sum(clear) <= 2
