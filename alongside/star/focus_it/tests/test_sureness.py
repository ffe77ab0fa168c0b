"""How sure the order is: worked out once for each question, from what is shown, told in words."""

import pytest
from django.test import Client

from alongside.foundation.disclosure.models import Release
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.star.focus_it.actions.criteria import weigh_criteria
from alongside.star.focus_it.actions.sureness import ask_how_sure, work_out_sureness
from alongside.star.focus_it.models import Criterion, Matrix
from alongside.star.focus_it.queries.matrices import criteria_of, items_of
from alongside.star.focus_it.queries.releases import latest_figures, latest_sureness
from alongside.star.focus_it.queries.results import results_of
from alongside.star.focus_it.queries.sure_words import Sureness, sureness_of
from alongside.star.focus_it.queries.sureness import sureness_figures
from tests.matrices import asking, move, rate_all, reveal
from tests.people import World


@pytest.fixture
def matrix(world: World) -> Matrix:
    """Of four items the first is far ahead, the second and third are alike, the fourth far behind."""
    matrix = asking(world.strathmuir, by=world.cara.actor)
    Matrix.objects.in_place(world.strathmuir).update(first_count=2)
    matrix.first_count = 2
    first, second, third, fourth = items_of(matrix)
    for n in range(12):
        rate_all(
            matrix,
            {
                first: {"impact": 4 + n % 2, "effort": 1 + n % 2},
                second: {"impact": 2 + n % 3, "effort": 2 + n % 3},
                third: {"impact": 4 - n % 3, "effort": 4 - n % 3},
                fourth: {"impact": 1 + n % 2, "effort": 4 + n % 2},
            },
        )
    return reveal(matrix, by=world.cara.actor)


def sure(matrix: Matrix) -> Sureness:
    results = results_of(matrix)
    assert results is not None
    told = sureness_of(results, latest_sureness(matrix))
    assert told is not None
    return told


def test_it_is_worked_out_after_the_reveal(matrix: Matrix) -> None:
    assert latest_sureness(matrix) is None
    run_waiting_jobs()
    told = sure(matrix)
    assert [item.reading.number for item in told.firm] == [1]
    assert [item.reading.number for item in told.open] == [2, 3]
    first = told.of(1)
    assert first is not None
    assert first.quick_win is not None
    assert first.quick_win > 95


def test_the_same_question_is_worked_out_once(matrix: Matrix) -> None:
    run_waiting_jobs()
    once = latest_sureness(matrix)
    assert work_out_sureness(matrix) == once
    assert Release.objects.in_place(matrix.place).filter(kind="matrix_sure").count() == 1


def test_other_weights_are_another_question(world: World, matrix: Matrix) -> None:
    run_waiting_jobs()
    weigh_criteria(matrix, weights={"impact": 1, "effort": 0}, by=world.cara.actor)
    assert sure(matrix).is_pending
    run_waiting_jobs()
    assert not sure(matrix).is_pending
    release = latest_sureness(matrix)
    assert release is not None
    assert release.bundle["weights"] == {"impact": 1, "effort": 0}


def test_weights_changed_after_the_reveal_are_told_with_the_day(
    client: Client, world: World, matrix: Matrix
) -> None:
    base = f"/strathmuir/workspace/priorities/{matrix.slug}/"
    run_waiting_jobs()
    client.force_login(world.cara.user)
    assert "after the reveal" not in client.get(f"{base}results/").text
    assert "the results say so" in client.get(f"{base}questions/").text
    client.post(f"{base}questions/", {"impact": "3", "effort": "1"})
    assert "after the reveal" in client.get(f"{base}results/").text


def test_after_the_end_weights_stay(world: World, matrix: Matrix, client: Client) -> None:
    move(matrix, "end", by=world.cara.actor)
    with pytest.raises(Refusal, match="ended"):
        weigh_criteria(matrix, weights={"impact": 1, "effort": 0}, by=world.cara.actor)
    client.force_login(world.cara.user)
    page = client.get(f"/strathmuir/workspace/priorities/{matrix.slug}/questions/").text
    assert "it stays as it was" in page


def test_where_all_may_come_first_the_order_decides_nothing(matrix: Matrix) -> None:
    matrix.first_count = 4
    figures = latest_figures(matrix)
    assert figures is not None
    told = sureness_figures(figures.bundle, criteria_of(matrix), first=4, seed=1)
    assert told["refused"] == "all_first"


def test_it_is_made_from_what_is_shown_and_from_nothing_else(matrix: Matrix) -> None:
    """Whoever has the release can work it out again."""
    run_waiting_jobs()
    figures, release = latest_figures(matrix), latest_sureness(matrix)
    assert figures is not None
    assert release is not None
    again = sureness_figures(figures.bundle, criteria_of(matrix), first=2, seed=release.seed)
    assert again == release.bundle


def test_nothing_is_asked_before_the_reveal(world: World) -> None:
    matrix = asking(world.strathmuir, by=world.cara.actor)
    assert ask_how_sure(matrix, by=world.cara.actor) is None
    assert work_out_sureness(matrix) is None


def test_weights_that_are_all_zero_are_told_of_in_words(matrix: Matrix) -> None:
    Criterion.objects.in_place(matrix.place).update(weight=0)
    work_out_sureness(matrix)
    assert "Every question has the weight zero" in sure(matrix).refused


def test_one_rater_says_nothing_about_the_order(world: World) -> None:
    matrix = asking(world.strathmuir, by=world.cara.actor)
    rate_all(matrix, {items_of(matrix)[0]: {"impact": 5, "effort": 1}})
    reveal(matrix, by=world.cara.actor)
    run_waiting_jobs()
    assert "Too few ratings are shown" in sure(matrix).refused


def test_where_all_tie_nobody_can_say_who_comes_first(world: World) -> None:
    matrix = asking(world.strathmuir, by=world.cara.actor)
    Matrix.objects.in_place(world.strathmuir).filter(pk=matrix.pk).update(first_count=2)
    matrix.first_count = 2
    for number in range(10):
        rate_all(
            matrix, {item: {"impact": 2 + number % 3, "effort": 3} for item in items_of(matrix)}
        )
    reveal(matrix, by=world.cara.actor)
    run_waiting_jobs()
    told = sure(matrix)
    assert told.firm == []
    assert len(told.open) == 4


def test_the_page_tells_it(client: Client, world: World, matrix: Matrix) -> None:
    client.force_login(world.dev.user)
    base = f"/strathmuir/workspace/priorities/{matrix.slug}/results/"
    assert "This is being worked out" in client.get(base).content.decode()
    run_waiting_jobs()
    text = client.get(base).content.decode()
    assert "of 100 re-runs <strong>1 Shopping volunteers</strong> stays in the first 2" in text
    assert "Too close to say: 2 Peer mentors; 3 Youth panel." in " ".join(text.split())
    assert "every share was tried" in text
