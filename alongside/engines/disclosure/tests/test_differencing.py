import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from alongside.engines.disclosure import (
    Cube,
    DisclosureError,
    Hidden,
    Policy,
    Record,
    Shown,
    can_follow,
    differencing,
    protect,
)

from .tables import DECIDE, one_way, records_of, survey, surveys


def release(*, merges=(), policy=None, **heads):
    return protect(one_way(heads, merges=merges), policy or Policy())


def test_the_same_answers_give_the_same_release():
    then = release(staff=(6, 6), resident=(9, 9))
    now = release(staff=(6, 6), resident=(9, 9))
    assert can_follow(then, now)
    assert now.digest == then.digest


def test_six_more_people_may_be_shown():
    assert can_follow(
        release(staff=(6, 6), resident=(9, 9)), release(staff=(6, 6), resident=(12, 12))
    )


@pytest.mark.parametrize("later", [(9, 10), (9, 13), (8, 9)])
def test_one_to_four_more_or_fewer_may_not(later):
    assert not can_follow(
        release(staff=(6, 6), resident=(9, 9)), release(staff=(6, 6), resident=later)
    )


def test_somebody_who_changed_their_mind_may_not():
    assert not can_follow(
        release(staff=(6, 6), resident=(9, 9)), release(staff=(6, 6), resident=(8, 10))
    )


def test_six_newcomers_of_one_mind_may_not():
    assert not can_follow(
        release(staff=(6, 6), resident=(9, 9)), release(staff=(6, 6), resident=(15, 9))
    )


def test_protect_gives_the_earlier_release_back_whole():
    then = release(staff=(6, 6), resident=(9, 9))
    cube = one_way({"staff": (12, 12), "resident": (9, 10)})
    assert protect(cube, Policy(), earlier=[then]) is then


def test_protect_moves_on_when_it_may_and_checks_every_earlier_release():
    first = release(staff=(6, 6), resident=(9, 9))
    second = release(staff=(6, 6), resident=(12, 12))
    enough = one_way({"staff": (6, 6), "resident": (16, 15)})
    assert protect(enough, Policy(), earlier=[first, second]).cell("resident") == Shown(
        (16, 15), 31
    )
    back = one_way({"staff": (6, 6), "resident": (10, 9)})
    assert protect(back, Policy(), earlier=[first, second]) is second


def test_a_group_shown_at_last_may_not_tell_on_what_was_hidden_beside_it():
    """At first 3 and 8 are hidden, 11 together; later the 8 stand alone: 11 less 8 are the 3."""
    then = release(elected=(1, 2), manager=(4, 4), staff=(20, 20), resident=(30, 30))
    now = release(elected=(4, 5), manager=(4, 4), staff=(20, 20), resident=(30, 30))
    assert then.cell("manager") == Hidden()
    assert now.cell("manager") == Shown((4, 4), 8)
    assert not can_follow(then, now)


def test_nor_the_other_way_round():
    then = release(elected=(4, 5), manager=(4, 4), staff=(20, 20), resident=(30, 30))
    now = release(elected=(1, 2), manager=(4, 4), staff=(20, 20), resident=(30, 30))
    assert not can_follow(then, now)


def test_a_hidden_remainder_may_not_grow_by_one():
    """The total grew by six and staff by five: whoever else came is one hidden person."""
    then = release(elected=(1, 2), manager=(4, 4), staff=(20, 20), resident=(30, 30))
    now = release(elected=(2, 2), manager=(4, 4), staff=(22, 23), resident=(30, 30))
    assert isinstance(now.cell("elected"), Hidden)
    assert not can_follow(then, now)


def test_a_merge_given_up_may_not_tell_on_its_smaller_part():
    then = release(merges=(DECIDE,), elected=(1, 1), manager=(3, 3), staff=(20, 20))
    now = release(merges=(DECIDE,), elected=(4, 4), manager=(3, 3), staff=(20, 20))
    assert (then.merges_used, now.merges_used) == ((DECIDE,), ())
    assert not can_follow(then, now)


def test_a_merge_may_be_given_up_when_both_parts_have_grown():
    then = release(merges=(DECIDE,), elected=(1, 2), manager=(2, 3), staff=(20, 20))
    now = release(merges=(DECIDE,), elected=(5, 5), manager=(7, 8), staff=(20, 20))
    assert now.merges_used == ()
    assert can_follow(then, now)


def test_releases_of_different_tables_or_policies_can_not_be_compared():
    then = release(staff=(6, 6), resident=(9, 9))
    with pytest.raises(DisclosureError) as refused:
        can_follow(then, release(staff=(6, 6), manager=(9, 9)))
    assert refused.value.code == "different_table"
    with pytest.raises(DisclosureError) as refused:
        can_follow(then, release(policy=Policy(minimum=4), staff=(6, 6), resident=(9, 9)))
    assert refused.value.code == "different_policy"


def test_one_late_answer_in_a_whole_survey_waits_for_company():
    base = {"services": 3, "part": 1.0}
    then = protect(survey(1, heads=(12, 20, 30, 40), **base), Policy())
    late = survey(1, heads=(12, 20, 30, 41), **base)
    assert protect(late, Policy(), earlier=[then]) is then


def test_more_ways_to_fill_a_line_in_than_are_tried_count_as_too_many(monkeypatch):
    then = release(elected=(2, 2), manager=(2, 2), staff=(20, 20))
    now = release(elected=(6, 7), manager=(7, 6), staff=(20, 20))
    assert can_follow(then, now)
    monkeypatch.setattr(differencing, "MOST_CHOICES", 0)
    assert not can_follow(then, now)


@settings(max_examples=20, deadline=None)
@given(cube=surveys(largest=8), more=st.integers(0, 12))
def test_a_later_release_is_the_new_one_or_the_earlier_one_whole(cube, more):
    then = protect(cube, Policy())
    records = records_of(cube)
    records += [
        Record(f"new {n}", cube_key, cube.categories[n % len(cube.categories)])
        for n in range(more)
        for cube_key in cube.counts
    ]
    grown = Cube.from_records(cube.dimensions, cube.categories, records)
    alone, beside = protect(grown, Policy()), protect(grown, Policy(), earlier=[then])
    assert beside in (alone, then)
    if 0 < more < 5 and isinstance(then.cell("*", "*"), Shown) and cube.counts:
        assert beside is then
