"""Draws over raters and weights."""

import numpy as np
import pytest

from alongside.engines.priorities import Better, Criterion, PrioritiesError, Ratings
from alongside.engines.priorities import draws as module
from alongside.engines.priorities.criteria import Weights
from alongside.engines.priorities.draws import goodness
from alongside.engines.priorities.posterior import posterior
from alongside.engines.priorities.tests.marks import AXES, BY_BOTH, invented, matrix, on_both

OPEN = (Criterion("impact"), Criterion("effort", Better.LOWER))


def drawn(ratings, criteria=BY_BOTH, *, draws=2000, seed=1, **given):
    figures = posterior(ratings, **given)
    pieces = goodness(figures, criteria, Weights.of(criteria), draws=draws, seed=seed)
    return np.concatenate(list(pieces))


RATINGS = matrix(invented(2))


def test_the_same_seed_draws_the_same_and_another_does_not():
    assert (drawn(RATINGS) == drawn(RATINGS)).all()
    assert (drawn(RATINGS) != drawn(RATINGS, seed=2)).any()


@pytest.mark.parametrize("criteria", [BY_BOTH, OPEN])
def test_the_size_of_a_piece_changes_nothing(criteria, monkeypatch):
    whole = drawn(RATINGS, criteria)
    monkeypatch.setattr(module, "PIECE", 100)
    assert drawn(RATINGS, criteria) == pytest.approx(whole, abs=1e-6)


def test_pieces_are_of_fixed_size_and_together_as_many_as_asked():
    figures = posterior(RATINGS)
    sizes = [
        len(piece) for piece in goodness(figures, OPEN, Weights.of(OPEN), draws=50_000, seed=1)
    ]
    assert sum(sizes) == 50_000
    assert max(sizes) * figures.a.size <= module.PIECE


def test_goodness_lies_between_the_worst_and_the_best():
    values = drawn(RATINGS, OPEN)
    assert values.min() >= 0
    assert values.max() <= 1


def test_the_mean_over_the_draws_is_that_of_the_figures():
    ratings = on_both({"a": [(5, 2), (4, 1), (4, 3)], "b": [(1, 4), (2, 5), (1, 3)]})
    impact, effort = (13 + 3) / 4, (6 + 3) / 4
    expected = ((impact - 1) / 4 + (5 - effort) / 4) / 2
    assert drawn(ratings, draws=20_000).mean(axis=0)[0] == pytest.approx(expected, abs=0.005)


def test_lower_is_better_mirrors_higher_is_better():
    rows = [("ann", "", "a", "impact", 4), ("bo", "", "a", "impact", 2)]
    up = Ratings.of(rows, items=["a"], criteria=["impact"])
    down = Ratings.of([(*row[:4], 6 - row[4]) for row in rows], items=["a"], criteria=["impact"])
    higher = drawn(up, [Criterion("impact")])
    lower = drawn(down, [Criterion("impact", Better.LOWER)])
    assert lower == pytest.approx(higher, abs=1e-6)


def test_a_criterion_of_no_weight_changes_nothing():
    rows = invented(3)
    other = [*BY_BOTH, Criterion("fun", weight=0)]
    more = [*rows, *[(f"r{at:02}", "g0", "i0", "fun", 5) for at in range(8)]]
    with_fun = matrix(more, criteria=[*AXES, "fun"])
    assert drawn(with_fun, other).mean(axis=0) == pytest.approx(
        drawn(matrix(rows)).mean(axis=0), abs=0.02
    )


@pytest.mark.parametrize("criteria", [BY_BOTH, OPEN])
def test_equal_items_without_doubt_are_equal_in_every_draw(criteria):
    three = on_both({name: [(4, 2), (5, 3), (4, 1)] for name in "abcdefghijklmnopq"})
    values = drawn(three, criteria, asked={"": 3})
    assert (values == values[:, :1]).all()


def test_strict_raters_move_all_items_together():
    strict = {"a": [(1, 3), (3, 3), (5, 3), (2, 3)], "b": [(1, 3), (3, 3), (5, 3), (2, 3)]}
    values = drawn(on_both(strict))
    assert np.corrcoef(values.T)[0, 1] > 0.5


def test_an_exponent_beyond_floats_is_an_end_of_the_scale():
    sure = on_both({"a": [(5, 1)] * 3000, "b": [(1, 5)] * 3000})
    values = drawn(sure, draws=5000)
    assert values[:, 0].min() > 0.99
    assert values[:, 1].max() < 0.01


def test_no_draws_are_refused():
    with pytest.raises(PrioritiesError) as refusal:
        drawn(RATINGS, draws=0)
    assert refusal.value.code == "no_draws"
