"""What nothing can be matched from is refused, by name."""

import math
from dataclasses import replace

import pytest

from alongside.engines.matching import Book, Giver, MatchingError, Policy, Role

ANN, COOK = Giver(id="ann"), Role(id="cook")


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"skills": frozenset({"flying"})}, "unknown_skill"),
        ({"wishes": frozenset({"flying"})}, "unknown_skill"),
        ({"place": (math.nan, 0)}, "impossible_place"),
        ({"place": (math.inf, 0)}, "impossible_place"),
        ({"place": (1, 2, 3)}, "impossible_place"),
        ({"reach": -1}, "impossible_reach"),
        ({"reach": 2.5}, "impossible_reach"),
        ({"times": -1}, "impossible_times"),
        ({"times": 1 << 63}, "impossible_times"),
        ({"wants": -1}, "impossible_count"),
        ({"wants": 7}, "impossible_count"),
        ({"roles_now": -1}, "impossible_count"),
    ],
)
def test_a_person_that_cant_be_is_named(changed, code):
    with pytest.raises(MatchingError, match=r"^ann: ") as refused:
        Book.of([replace(ANN, **changed)], [COOK], skills={"cooking"})
    assert (refused.value.code, refused.value.params) == (code, {"giver": "ann"})


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"must": frozenset({"flying"})}, "unknown_skill"),
        ({"does": frozenset({"flying"})}, "unknown_skill"),
        ({"capacity": -1}, "impossible_capacity"),
        ({"capacity": True}, "impossible_capacity"),
        ({"slots": 0}, "impossible_count"),
        ({"place": (0, 3e7)}, "impossible_place"),
        ({"times": 1.0}, "impossible_times"),
        ({"checks": frozenset({"adults"})}, "no_begin"),
    ],
)
def test_a_role_that_cant_be_is_named(changed, code):
    with pytest.raises(MatchingError, match=r"^cook: ") as refused:
        Book.of([ANN], [replace(COOK, **changed)], skills={"cooking"})
    assert (refused.value.code, refused.value.params) == (code, {"role": "cook"})


def test_an_id_stands_once_on_each_side():
    with pytest.raises(MatchingError, match="ann: there is more than one giver"):
        Book.of([ANN, ANN], [])
    with pytest.raises(MatchingError, match="cook: there is more than one role"):
        Book.of([], [COOK, COOK])


@pytest.mark.parametrize("weight", [-1, 2.5, True])
def test_weights_are_whole_points(weight):
    with pytest.raises(MatchingError, match="wish: a weight is a whole number"):
        Policy(wish=weight)


def test_weights_have_a_limit():
    with pytest.raises(MatchingError, match="10000 at most"):
        Policy(place=10_001)
