"""Ratings as they arrive."""

import math
import random

import pytest

from alongside.engines.priorities import PrioritiesError, Rating, Ratings, Tally
from alongside.engines.priorities.tests.marks import invented, matrix

ANN = Rating("ann", "resident", "café", "impact", 4)
NAMES = {"items": ["café", "bus"], "criteria": ["impact", "effort"]}


def refused(rows, **names):
    with pytest.raises(PrioritiesError) as refusal:
        Ratings.of(rows, **(NAMES | names))
    return refusal.value


def test_the_order_of_arrival_changes_nothing():
    rows = invented(1, groups=2)
    shuffled = random.Random(2).sample(rows, len(rows))
    one, other = matrix(rows), matrix(shuffled)
    assert (one.counts == other.counts).all()
    assert (one.marks == other.marks).all()
    assert (one.group == other.group).all()


def test_an_item_that_nobody_rated_is_still_there():
    found = Ratings.of([ANN], **NAMES)
    assert found.items == ("café", "bus")
    assert found.counts.sum(axis=(0, 3)).tolist() == [[1, 0], [0, 0]]


def test_no_ratings_at_all_are_ratings():
    found = Ratings.of([], **NAMES)
    assert found.counts.shape == (0, 2, 2, 5)
    assert found.marks.shape == (0, 2, 2)


def test_the_same_person_in_two_groups_wears_two_hats():
    found = Ratings.of([ANN, ANN._replace(group="staff", mark=1)], **NAMES)
    assert found.groups == ("resident", "staff")
    assert found.counts[:, 0, 0].tolist() == [[0, 0, 0, 1, 0], [1, 0, 0, 0, 0]]


@pytest.mark.parametrize("mark", [0, 6, -1, 3.5, 4.0, None, math.nan, "4"])
def test_only_whole_numbers_from_1_to_5_are_marks(mark):
    assert refused([ANN, ANN._replace(rater="bo", mark=mark)]).code == "unknown_mark"


def test_rating_twice_is_named():
    error = refused([ANN, ANN._replace(item="bus"), ANN._replace(mark=5)])
    assert error.code == "rated_twice"
    assert error.params == {"who": "ann", "item": "café", "criterion": "impact"}


def test_ratings_of_something_else_are_refused_by_name():
    assert refused([ANN._replace(item="zoo")]).params == {"names": ("zoo",)}
    assert refused([ANN._replace(criterion="fun")]).code == "unknown_criterion"


def test_a_matrix_needs_items_and_criteria_each_named_once():
    assert refused([], items=[]).code == "no_items"
    assert refused([], criteria=[]).code == "no_criteria"
    assert refused([], items=["café", "café"]).params == {"names": ("café",)}


def test_tallies_count_like_the_ratings_that_they_come_from():
    named = matrix(invented(3, groups=2))
    rows = [
        Tally(group, item, criterion, named.counts[g, i, c].tolist())
        for g, group in enumerate(named.groups)
        for i, item in enumerate(named.items)
        for c, criterion in enumerate(named.criteria)
    ]
    tallied = Ratings.of_tallies(rows, items=named.items, criteria=named.criteria)
    assert (tallied.counts == named.counts).all()
    assert tallied.groups == named.groups
    assert len(tallied.marks) == 0


@pytest.mark.parametrize("counts", [[1, 2, 3, 4], [0, 0, 0, 0, -1], [0, 0, 1.5, 0, 0]])
def test_a_tally_has_five_counts(counts):
    with pytest.raises(PrioritiesError, match="five counts") as refusal:
        Ratings.of_tallies([("", "café", "impact", counts)], **NAMES)
    assert refusal.value.code == "unknown_count"


def test_two_tallies_of_one_group_on_one_thing_are_refused():
    row = Tally("staff", "café", "impact", [1, 0, 0, 0, 0])
    with pytest.raises(PrioritiesError) as refusal:
        Ratings.of_tallies([row, row], **NAMES)
    assert refusal.value.code == "rated_twice"
