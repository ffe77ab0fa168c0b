"""Answers in columns."""

import numpy as np
import pytest

from alongside.engines.perceptions import DONT_KNOW, Answer, Answers, PerceptionsError


def test_no_answers_at_all_are_still_answers():
    empty = Answers.of([])
    assert len(empty) == 0
    assert empty.cos == ()
    assert len(empty.about("design")) == 0


def test_the_order_in_which_answers_arrive_leaves_the_labels_alike():
    rows = [Answer("bo", "staff", "parks", "do", 1), Answer("ann", "resident", "care", "do", 2)]
    assert Answers.of(rows).people == Answers.of(rows[::-1]).people == ("ann", "bo")


@pytest.mark.parametrize("code", [5, -3, 99])
def test_a_code_that_is_no_answer_is_refused(code):
    with pytest.raises(PerceptionsError, match="not an answer") as refused:
        Answers.of([("ann", "resident", "parks", "do", code)])
    assert refused.value.code == "unknown_code"


def test_two_answers_to_one_question_are_refused_by_name():
    twice = [("ann", "resident", "parks", "do", 1), ("ann", "resident", "parks", "do", DONT_KNOW)]
    with pytest.raises(PerceptionsError, match=r"ann \(resident\) answered twice about parks"):
        Answers.of(twice)


def test_a_person_with_two_hats_may_answer_in_both():
    both = [("ann", "resident", "parks", "do", 1), ("ann", "staff", "parks", "do", 3)]
    assert len(Answers.of(both)) == 2


def test_choosing_by_an_unknown_label_gives_nothing():
    some = Answers.of([("ann", "resident", "parks", "do", 1)])
    assert len(some.by("elected")) == len(some.on("care")) == len(some.about("assess")) == 0
    assert np.array_equal(some.by("resident").code, [1])
