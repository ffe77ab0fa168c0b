"""Groups side by side: who differs beyond chance, and who may be overheard."""

import pytest
from django.test import Client

from alongside.foundation.places.vocabulary import words_of
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.compared import differences, overheard
from alongside.star.focus_it.queries.matrices import items_of
from alongside.star.focus_it.queries.results import Results, results_of
from tests.matrices import asking, rate_all, reveal
from tests.people import World


@pytest.fixture
def matrix(world: World) -> Matrix:
    """Six residents rate the first item high, fifteen of staff low; all alike on the second."""
    matrix = asking(world.strathmuir, by=world.cara.actor)
    first, second, *_others = items_of(matrix)
    for number in range(6):
        said = {
            first: {"impact": 4 + number % 2, "effort": 2 + number % 3},
            second: {"impact": 1 + number % 3, "effort": 3},
        }
        rate_all(matrix, said)
    for number in range(15):
        said = {
            first: {"impact": 1 + number % 2, "effort": 2 + number % 3},
            second: {"impact": 1 + number % 3, "effort": 3},
        }
        rate_all(matrix, said, group="staff")
    return matrix


@pytest.fixture
def results(world: World, matrix: Matrix) -> Results:
    reveal(matrix, by=world.cara.actor)
    found = results_of(matrix)
    assert found is not None
    return found


def test_a_difference_beyond_chance_is_told_in_pairs_of_people(results: Results) -> None:
    told = differences(results, words_of(results.matrix.place))
    assert [(one.item.number, one.criterion) for one in told if one.is_clear] == [(1, "Impact")]
    assert told[0].sentence == "Front-line staff rate it lower than residents do."
    assert told[0].pairs == (
        "Of 100 pairs, front-line staff rate higher in 0, lower in 100, the same in 0."
    )
    assert told[0].sureness == "Sure."


def test_what_may_be_chance_is_told_as_that(results: Results) -> None:
    rest = [one for one in differences(results, words_of(results.matrix.place)) if not one.is_clear]
    assert {one.sureness for one in rest} == {"Can't tell."}
    assert {one.sentence for one in rest} == {
        "Front-line staff and residents: no clear difference."
    }


def test_an_item_has_its_own_comparisons(results: Results) -> None:
    second = results.item(2)
    told = differences(results, words_of(results.matrix.place), only=second)
    assert {one.item.number for one in told} == {2}


def test_what_the_few_rate_high_is_not_drowned(results: Results) -> None:
    [one] = overheard(results, words_of(results.matrix.place))
    assert one.sentence == "Residents are 6 of the 21 who rated. They see a high impact in:"
    assert [item.number for item in one.items] == [1]


def test_where_residents_are_half_nobody_is_overheard(world: World) -> None:
    matrix = asking(world.strathmuir, by=world.cara.actor)
    first, *_others = items_of(matrix)
    for number in range(8):
        rate_all(matrix, {first: {"impact": 4 + number % 2, "effort": 2}})
        rate_all(matrix, {first: {"impact": 1 + number % 2, "effort": 2}}, group="staff")
    reveal(matrix, by=world.cara.actor)
    found = results_of(matrix)
    assert found is not None
    assert overheard(found, words_of(world.strathmuir)) == []


def test_the_pages_tell_it(client: Client, world: World, results: Results) -> None:
    client.force_login(world.dev.user)
    base = f"/strathmuir/workspace/priorities/{results.matrix.slug}/results/"
    text = client.get(base).content.decode()
    assert "Residents are 6 of the 21 who rated" in text
    assert "rated high by residents" in text
    assert "lower in 100" in text
    text = client.get(f"{base}how/2/").content.decode()
    assert "lower in 100" not in text
    assert "Can't tell" in text.replace("&#x27;", "'")


def test_without_residents_nobody_is_compared(client: Client, world: World) -> None:
    matrix = asking(world.strathmuir, by=world.cara.actor)
    first, *_others = items_of(matrix)
    for number in range(8):
        rate_all(matrix, {first: {"impact": 1 + number % 5, "effort": 2}}, group="staff")
    reveal(matrix, by=world.cara.actor)
    client.force_login(world.dev.user)
    text = client.get(f"/strathmuir/workspace/priorities/{matrix.slug}/results/").content.decode()
    assert "No clear difference between groups" in text
    assert "No residents rated." in text
