from alongside.engines.disclosure import Hidden, Merge, Policy, Shown, protect
from alongside.engines.disclosure.merging import merges_needed

from .tables import DECIDE, one_way


def used(heads, *merges, policy=None):
    cube = one_way(heads, merges=merges)
    return [merge.label for merge in merges_needed([cube], policy or Policy())]


def test_a_small_group_is_merged_with_its_neighbour_when_together_they_are_enough():
    assert used({"elected": (1, 2), "manager": (2, 2), "staff": (6, 6)}, DECIDE) == ["decide"]


def test_nothing_is_merged_when_every_group_stands_alone():
    assert used({"elected": (3, 2), "manager": (3, 2), "staff": (6, 6)}, DECIDE) == []


def test_nothing_is_merged_when_together_they_are_still_too_few():
    assert used({"elected": (1, 1), "manager": (1, 1), "staff": (6, 6)}, DECIDE) == []


def test_nobody_is_not_a_small_group():
    assert used({"elected": (0, 0), "manager": (4, 4), "staff": (6, 6)}, DECIDE) == []


def test_the_first_declared_merge_that_helps_wins_and_no_member_merges_twice():
    narrow, wide = DECIDE, Merge("work", ("elected", "manager", "staff"))
    assert used({"elected": (1, 2), "manager": (2, 2), "staff": (6, 6)}, narrow, wide) == ["decide"]
    assert used({"elected": (1, 1), "manager": (1, 1), "staff": (6, 6)}, narrow, wide) == ["work"]


def test_three_councillors_and_four_managers_are_shown_as_those_who_decide():
    heads = {"elected": (1, 2), "manager": (3, 1), "staff": (8, 4), "resident": (10, 20)}
    release = protect(one_way(heads, merges=(DECIDE,)), Policy())
    assert release.merges_used == (DECIDE,)
    assert release.cell("decide") == Shown((4, 3), people=7)
    assert release.cell("elected") == release.cell("manager") == Hidden()
    assert ("elected",) not in release.cells
    assert release.cell("*") == Shown((22, 27), people=49)
