"""Tests of how finely shares and pairs are told."""

import pytest

from alongside.star.map_it.queries import telling
from alongside.star.map_it.queries.figures import star_figures
from alongside.star.map_it.queries.telling import ends_of, in_steps
from alongside.star.map_it.tests.rounds_of_answers import people, round_of

SERVICES = ["parks", "care"]
EVERYBODY = people("resident", ["1", "2", "1", "0", "2", "1", "3", "1"], services=SERVICES)
STAFF = people("staff", ["2", "3", "2", "1", "3", "2", "2"], services=SERVICES)
# Two managers spoke of care alone: their cell is hidden, and so is another in that row.
MANAGERS = [
    *people("manager", ["3", "2", "3", "4", "2"], services=["parks"]),
    *people("manager", ["3", "1"], services=["care"], start=20),
]
SMALL = round_of(EVERYBODY, STAFF, MANAGERS, services=SERVICES)


def steps_when(monkeypatch: pytest.MonkeyPatch, *in_doubt: bool) -> tuple[set[int], set[bool]]:
    """The steps of the first Co, and whether its pairs are told, if doubles are found so."""
    answers = iter([*in_doubt, *[True] * 50])
    monkeypatch.setattr(telling, "all_in_doubt", lambda *_: next(answers))
    bundle = star_figures(SMALL)
    gaps = [gap for gap in bundle["gaps"]["all"] if gap["co"] == "commission"]
    return {bundle["points"][0]["steps"]}, {gap["higher"] is not None for gap in gaps}


def test_the_finest_telling_that_leaves_all_in_doubt_is_taken(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert steps_when(monkeypatch) == ({20}, {True})
    assert False in steps_when(monkeypatch, False)[1]
    assert steps_when(monkeypatch, False)[0] == {20}
    assert steps_when(monkeypatch, False, False)[0] == {10}
    assert steps_when(monkeypatch, False, False, False)[0] == {4}
    assert steps_when(monkeypatch, False, False, False, False)[0] == {0}


def test_where_every_cell_is_shown_nothing_is_looked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(telling, "all_in_doubt", lambda *_: False)
    bundle = star_figures(round_of(EVERYBODY, STAFF, services=SERVICES))
    assert {point["steps"] for point in bundle["points"]} == {20}


@pytest.mark.parametrize("steps", [4, 10, 20])
def test_a_share_lies_where_its_step_says_and_no_step_crosses_one_half(steps: int) -> None:
    for hundredth in range(101):
        share = hundredth / 100
        low, high = ends_of(in_steps(share, steps), steps)
        assert low - 1e-9 <= share <= high + 1e-9
        assert (in_steps(share, steps) >= 0.5) == (share >= 0.5)
