import numpy as np
import pytest

from alongside.engines.disclosure import attacker as module
from alongside.engines.disclosure.attacker import Attacker, Sums
from alongside.engines.disclosure.rollups import Rollups

from .tables import one_way

HEADS = {"elected": (1, 2), "manager": (4, 0), "staff": (6, 6)}
ELECTED, MANAGER = ("elected",), ("manager",)


@pytest.fixture
def reader():
    table = Rollups.of(one_way(HEADS), ())
    sums = Sums(table.under, table.bases, table.counts, table.people)
    return Attacker(sums, {ELECTED, MANAGER})


def test_what_is_left_of_the_total_is_known(reader):
    assert reader.remainders.tolist() == [[5, 2]]
    assert reader.most.tolist() == [[5, 2], [5, 2]]


def test_a_hidden_cell_reaches_from_one_to_all_but_one(reader):
    """Seven are left for two cells: the councillors, three in truth, may be one to six."""
    most = reader.furthest({ELECTED: 1}, sizes_known=False)
    least = reader.furthest({ELECTED: -1}, sizes_known=False)
    assert (most[0].sum(), least[0].sum()) == (3, -2)


def test_told_how_many_a_reader_can_only_move_answers_about(reader):
    moved = reader.furthest({ELECTED: np.array([1, 0])}, sizes_known=True)
    assert moved.tolist() == [[2, -2], [-2, 2]]


def test_nothing_is_proved_when_the_solver_has_no_answer(reader, monkeypatch):
    class Failed:
        status = 4
        x = None

    monkeypatch.setattr(module, "milp", lambda *args, **kwargs: Failed())
    assert not reader.furthest({ELECTED: 1}, sizes_known=False).any()


def test_a_fractional_answer_is_tried_again_in_whole_numbers(reader, monkeypatch):
    honest, asked = module.milp, []

    def halves_at_first(cost, *, integrality, **rest):
        asked.append(bool(integrality.any()))
        found = honest(cost, integrality=integrality, **rest)
        found.x = found.x if asked[-1] else found.x + 0.5
        return found

    monkeypatch.setattr(module, "milp", halves_at_first)
    assert reader.furthest({ELECTED: 1}, sizes_known=False)[0].sum() == 3
    assert asked == [False, True]


def test_an_answer_that_does_not_fit_is_no_answer(reader, monkeypatch):
    honest = module.milp

    def one_too_many(*args, **kwargs):
        found = honest(*args, **kwargs)
        found.x = found.x + 1
        return found

    monkeypatch.setattr(module, "milp", one_too_many)
    assert not reader.furthest({ELECTED: 1}, sizes_known=False).any()


def test_a_shown_sum_of_one_mind_tells_on_all_its_cells():
    table = Rollups.of(one_way({"elected": (4, 0), "manager": (8, 0), "staff": (6, 6)}), ())
    sums = Sums(table.under, table.bases, table.counts, table.people)
    reader = Attacker(sums, {ELECTED, MANAGER})
    assert reader.openly_unanimous(12) == {0, 1}
    assert reader.openly_unanimous(13) == set()
