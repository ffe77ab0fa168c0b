"""The whole answer about a matrix."""

import numpy as np
import pytest

from alongside.engines.priorities import (
    Better,
    Criterion,
    Lines,
    PrioritiesError,
    Quadrant,
    Ratings,
    robustness,
)
from alongside.engines.priorities.tests.marks import (
    AXES,
    BY_BOTH,
    invented,
    matrix,
    on_both,
    on_impact,
)
from bench.priorities_coverage import WORLDS, by_bins, firsts, quick_wins

OPEN = (Criterion("impact"), Criterion("effort", Better.LOWER))


def found(ratings, criteria=BY_BOTH, **given):
    settings = {"first": 2, "seed": 1, "lines": Lines(), "draws": 2000} | given
    return robustness(ratings, criteria, **settings)


def refused(**given):
    with pytest.raises(PrioritiesError) as refusal:
        found(on_both({"a": [(4, 2)]}), **given)
    return refusal.value.code


def test_a_clear_matrix_is_told_as_it_is():
    answer = found(
        on_both({"cafe": [(5, 1)] * 9, "bridge": [(5, 5)] * 9, "bench": [(1, 1)] * 9}), first=1
    )
    assert [one.item for one in answer.standings] == ["cafe", "bridge", "bench"]
    assert [one.quadrant for one in answer.standings] == list(Quadrant)[:3]
    cafe = answer.of("cafe")
    assert (cafe.place, cafe.in_first) == (1, True)
    assert cafe.quick_win_chance > 0.99
    assert cafe.first_chance > 0.99
    assert cafe.expected_place == pytest.approx(1, abs=0.01)
    assert cafe.place_chances[0] == cafe.first_chance
    assert (answer.first, answer.draws, answer.seed) == (1, 2000, 1)


def test_the_same_seed_gives_the_same_answer():
    ratings = matrix(invented(1))
    assert found(ratings, OPEN) == found(ratings, OPEN)
    assert found(ratings, OPEN) != found(ratings, OPEN, seed=2)


def test_the_order_of_arrival_and_of_items_decides_nothing():
    rows = invented(1)
    turned = Ratings.of(rows[::-1], items=[f"i{at}" for at in reversed(range(6))], criteria=AXES)
    one, other = found(matrix(rows), draws=20_000), found(turned, draws=20_000)
    for item in ("i0", "i3", "i5"):
        assert one.of(item).readings == other.of(item).readings
        assert one.of(item).chances == pytest.approx(other.of(item).chances)
        assert one.of(item).first_chance == pytest.approx(other.of(item).first_chance, abs=0.015)


def test_chances_of_the_first_k_add_up_to_k():
    answer = found(matrix(invented(2)), OPEN, first=4)
    assert sum(one.first_chance for one in answer.standings) == pytest.approx(4)
    assert sum(one.expected_place for one in answer.standings) == pytest.approx(21)


def test_ties_everywhere_share_everything():
    same = on_both({name: [(3, 3), (4, 2)] for name in "abcd"})
    answer = found(same, asked={"": 2})
    for one in answer.standings:
        assert (one.place, one.in_first) == (1, None)
        assert one.first_chance == pytest.approx(0.5)
        assert one.expected_place == pytest.approx(2.5)


def test_one_rater_is_heard_and_hardly_believed():
    answer = found(on_both({"a": [(5, 1)], "b": [(3, 3)], "c": [(2, 4)]}), first=1)
    a = answer.of("a")
    assert (a.quadrant, a.place, a.readings[0].spread) == (Quadrant.QUICK_WIN, 1, None)
    assert 0.5 < a.quick_win_chance < 0.9
    assert 0.5 < a.first_chance < 0.9


def test_no_rater_at_all_is_no_answer_and_no_error():
    answer = found(Ratings.of([], items=["a", "b"], criteria=AXES))
    for one in answer.standings:
        assert (one.quadrant, one.chances, one.quick_win_chance) == (None, None, None)
        assert (one.place, one.in_first, one.first_chance) == (None, False, None)
        assert (one.expected_place, one.place_chances) == (None, None)


def test_an_item_that_nobody_rated_takes_no_place_from_others():
    ratings = on_both({"a": [(5, 1)] * 3, "b": [(1, 5)] * 3, "c": []})
    answer = found(ratings, first=2)
    assert [one.first_chance for one in answer.standings] == pytest.approx([1, 1, None])
    assert len(answer.of("a").place_chances) == 2


def test_an_item_rated_on_one_criterion_only_can_be_anything_on_the_other():
    rows = [
        ("ann", "", "a", "impact", 5),
        ("ann", "", "b", "impact", 3),
        ("ann", "", "b", "effort", 3),
    ]
    ratings = Ratings.of(rows, items=["a", "b"], criteria=AXES)
    a = found(ratings, first=1).of("a")
    assert (a.quadrant, a.chances, a.place) == (None, None, 1)
    assert 0.5 < a.first_chance < 0.8


def test_one_item_is_first():
    one = found(on_both({"a": [(4, 2)]}), first=1).of("a")
    assert (one.place, one.first_chance, one.expected_place) == (1, 1, 1)


def test_more_places_than_items_hold_all():
    answer = found(on_both({"a": [(4, 2)], "b": [(2, 4)]}), first=7)
    assert [one.first_chance for one in answer.standings] == [1, 1]
    assert [one.in_first for one in answer.standings] == [True, True]


def test_without_lines_there_are_no_quadrants():
    one = found(on_impact(a=[4, 5]), [Criterion("impact")], lines=None).of("a")
    assert (one.quadrant, one.chances, one.quick_win_chance) == (None, None, None)
    assert one.first_chance == 1


def test_lines_may_name_what_does_not_decide_the_places():
    ratings = on_both({"a": [(5, 5)] * 5, "b": [(4, 1)] * 5})
    by_impact = found(ratings, [Criterion("impact")], first=1)
    assert (by_impact.of("a").place, by_impact.of("a").quadrant) == (1, Quadrant.MAJOR_PROJECT)


def test_open_weights_leave_more_open_than_agreed_ones():
    ratings = on_both({"a": [(5, 5)] * 9, "b": [(4, 2)] * 9})
    agreed = [Criterion("impact", weight=1), Criterion("effort", Better.LOWER, weight=1)]
    settled = found(ratings, agreed, first=1).of("b").first_chance
    assert 0.6 < found(ratings, OPEN, first=1).of("b").first_chance < 0.85 < settled


def test_groups_count_as_agreed():
    rows = [(f"s{at}", "staff", "a", "impact", 2) for at in range(12)]
    rows += [(f"r{at}", "resident", "a", "impact", 5) for at in range(2)]
    ratings = Ratings.of(rows, items=["a"], criteria=["impact"])
    settings = {"first": 1, "lines": None}
    pooled = found(ratings, [Criterion("impact")], **settings).of("a").readings[0]
    equal = found(
        ratings, [Criterion("impact")], group_weights={"staff": 1, "resident": 1, "elected": 1},
        **settings,
    ).of("a")  # fmt: skip
    assert pooled.mean == pytest.approx(34 / 14)
    assert (equal.readings[0].mean, equal.readings[0].raters) == (3.5, 14)
    assert equal.unheard == ("elected",)


def test_what_makes_no_sense_is_refused_in_words():
    assert refused(first=0) == "no_places"
    assert refused(confidence=1) == "no_confidence"
    assert refused(confidence=0.0) == "no_confidence"
    assert refused(draws=0) == "no_draws"
    assert refused(lines=Lines(impact="gain")) == "unknown_criterion"
    assert refused(criteria=[Criterion("gain")]) == "unknown_criterion"
    assert refused(criteria=[Criterion("impact", weight=0)]) == "weights_all_zero"
    assert refused(group_weights={"staff": 1}) == "group_without_weight"


@pytest.mark.parametrize("raters", [3, 8])
def test_chances_come_true_about_as_often_as_they_say(raters):
    for measure in (
        lambda *some: quick_wins(*some, 60),
        lambda *some: firsts(*some, 150, named=True),
    ):
        said, came = measure(np.random.default_rng(5), WORLDS[0], raters)
        assert came.mean() == pytest.approx(said.mean(), abs=0.06)
        for low, high in ((0, 0.2), (0.2, 0.5), (0.5, 0.8), (0.8, 1)):
            here = (said >= low) & (said <= high)
            assert came[here].mean() == pytest.approx(said[here].mean(), abs=0.13)
        assert by_bins(said, came)


def test_200_items_6_criteria_and_10_000_draws_are_no_trouble():
    criteria = [*AXES, "fairness", "reach", "risk", "learning"]
    ratings = matrix(
        invented(1, items=200, raters=20, criteria=criteria), items=200, criteria=criteria
    )
    answer = found(ratings, [Criterion(name) for name in criteria], first=10, draws=10_000)
    assert len(answer.standings) == 200
