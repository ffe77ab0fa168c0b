"""What `alongside check` proves of matrices, and that it would find what is wrong."""

import pytest

from alongside.star.focus_it import invariants as of_matrices
from alongside.star.focus_it.actions.reveal import ask_again
from alongside.star.focus_it.models import Matrix, Rating
from alongside.star.focus_it.queries.matrices import items_of
from tests.matrices import asking, rate_all, reveal
from tests.people import World


@pytest.fixture
def matrix(world: World) -> Matrix:
    cara = world.cara.actor
    matrix = asking(world.strathmuir, by=cara)
    first, *_others = items_of(matrix)
    for number in range(8):
        rate_all(matrix, {first: {"impact": 1 + number % 5, "effort": 1 + number % 3}})
    ask_again(reveal(matrix, by=cara), turn=1, by=cara)
    for number in range(7):
        rate_all(matrix, {first: {"impact": 1 + number % 4, "effort": 2}}, turn=2)
    return reveal(matrix, by=cara)


def broken() -> list[str]:
    return [line for find in of_matrices.invariants().values() for line in find()]


def test_every_turn_can_be_made_again(matrix: Matrix) -> None:
    assert broken() == []


def test_figures_that_come_out_differently_are_found(
    matrix: Matrix, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(of_matrices, "matrix_figures", lambda _rows, **_more: {"turn": 0})
    assert broken() == ["strathmuir/first, turn 1", "strathmuir/first, turn 2"]


def test_a_matrix_whose_ratings_changed_since_is_left_alone(
    matrix: Matrix, monkeypatch: pytest.MonkeyPatch
) -> None:
    Rating.objects.in_place(matrix.place).filter(turn=1).first().delete()  # type: ignore[union-attr]
    monkeypatch.setattr(of_matrices, "matrix_figures", lambda _rows, **_more: {"turn": 0})
    assert broken() == []


def test_a_rating_on_somebody_elses_sheet_is_found(world: World, matrix: Matrix) -> None:
    other = asking(world.strathmuir, by=world.cara.actor, title="Second")
    rating = Rating.objects.in_place(matrix.place).first()
    assert rating is not None
    Rating.objects.in_place(matrix.place).filter(pk=rating.pk).update(item=items_of(other)[0])
    assert f"rating {rating.pk} of matrix {other.pk}" in broken()
