import pytest

from alongside.engines.disclosure import (
    DisclosureError,
    GroupState,
    Policy,
    Standing,
    group_states,
    protect,
)

from .tables import DECIDE, one_way, survey


def states(heads, *merges):
    return group_states(protect(one_way(heads, merges=merges), Policy()))


def test_shown_merged_and_nobody():
    found = states(
        {"elected": (1, 2), "manager": (2, 2), "staff": (0, 0), "resident": (9, 9)}, DECIDE
    )
    assert found == {
        "elected": GroupState(Standing.MERGED, "decide"),
        "manager": GroupState(Standing.MERGED, "decide"),
        "staff": GroupState(Standing.NONE),
        "resident": GroupState(Standing.SHOWN),
    }


def test_a_group_hidden_for_anothers_sake_has_the_same_standing():
    found = states({"elected": (1, 2), "staff": (6, 6), "resident": (9, 9)})
    assert found["elected"] == found["staff"] == GroupState(Standing.TOO_FEW)


def test_a_merged_group_that_is_hidden_is_too_few():
    found = states(
        {"elected": (3, 0), "manager": (4, 0), "staff": (6, 6), "resident": (9, 9)}, DECIDE
    )
    assert found["elected"] == GroupState(Standing.TOO_FEW)


def test_groups_are_taken_over_all_services():
    cube = survey(1, heads=(12, 30), services=6, part=0.5)
    found = group_states(protect(cube, Policy()))
    assert found["elected"].standing == Standing.SHOWN


def test_an_unknown_dimension_is_refused():
    with pytest.raises(DisclosureError) as refused:
        group_states(protect(one_way({"staff": (6, 6)}), Policy()), "colour")
    assert refused.value.code == "unknown_dimension"
