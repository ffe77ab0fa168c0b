"""Choices side by side."""

import numpy as np

from alongside.engines.priorities.beginnings import WORD, Beginnings


def among(items):
    """All choices among some items that all gain and cost the same."""
    now = Beginnings.of_nothing(1, items)
    for at in range(items):
        now = now.doubled(at, 1, 5, np.array([2]))
    return now


def test_each_item_doubles_the_choices():
    three = among(3)
    assert sorted(three.worth.tolist()) == [0, 5, 5, 5, 10, 10, 10, 15]
    assert (three.spent[0] * 5 == three.worth * 2).all()
    assert (three.loss == 3 - three.worth // 5).all()


def test_an_item_that_loses_costs_a_loss_when_it_is_taken():
    two = Beginnings.of_nothing(1, 1).doubled(0, -4, 5, np.array([2]))
    assert sorted(zip(two.worth.tolist(), two.loss.tolist(), strict=True)) == [(0, 0), (5, 4)]


def test_of_equal_choices_the_one_with_the_first_item_is_kept():
    kept = among(3).distinct()
    assert sorted(kept.worth.tolist()) == [0, 5, 10, 15]
    two_of_three = kept.only(kept.worth == 10)
    assert two_of_three.best().tolist() == [0, 1]


def test_more_items_than_a_word_holds():
    now = Beginnings.of_nothing(1, 2 * WORD + 3)
    for at in (2 * WORD + 1, WORD, 3):
        now = now.doubled(at, 1, 5, np.array([2])).distinct()
    assert now.best().tolist() == [3, WORD, 2 * WORD + 1]
    two = now.only(now.worth == 10)
    assert two.best().tolist() == [3, WORD]


def test_unlike_choices_all_stay():
    now = Beginnings.of_nothing(1, 2).doubled(0, 1, 5, np.array([2]))
    now = now.doubled(1, 1, 5, np.array([3]))
    assert len(now.distinct().loss) == 4
