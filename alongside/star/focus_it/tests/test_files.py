"""What was revealed as files: the same figures, and nothing that the release hides."""

import csv
import io
import json
import re

import openpyxl
import pytest
from django.test import Client

from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.star.focus_it.actions.items import change_item
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.matrices import items_of
from tests.matrices import asking, rate_all, reveal
from tests.people import World


@pytest.fixture
def matrix(world: World) -> Matrix:
    """Nine residents and three councillors have rated the first item, four residents the second."""
    matrix = asking(world.strathmuir, by=world.cara.actor)
    first, second, *_others = items_of(matrix)
    change_item(first, cost_pence=400_000, staff_days=30, by=world.cara.actor)
    for number in range(9):
        said = {first: {"impact": 3 + number % 3, "effort": 1 + number % 2}}
        rate_all(matrix, said | ({second: {"impact": 5, "effort": 5}} if number < 4 else {}))
    for impact in (1, 1, 2):
        rate_all(matrix, {first: {"impact": impact, "effort": 5}}, group="elected")
    reveal(matrix, by=world.cara.actor)
    return matrix


def fetch(client: Client, world: World, matrix: Matrix, name: str) -> bytes:
    client.force_login(world.dev.user)
    reply = client.get(f"/strathmuir/workspace/priorities/{matrix.slug}/{name}")
    assert reply.status_code == 200
    return b"".join(reply) if reply.streaming else reply.content  # type: ignore[arg-type]


def test_the_table_holds_one_row_an_item(client: Client, world: World, matrix: Matrix) -> None:
    text = fetch(client, world, matrix, "results.csv").decode("utf-8-sig")
    first, second, third, _fourth = csv.DictReader(io.StringIO(text))
    assert (first["Number"], first["Field"]) == ("1", "Quick wins")
    assert (first["Impact (mean)"], first["Cost (£)"], first["Staff days"]) == (
        "3.3",
        "4000.0",
        "30",
    )
    assert (second["Field"], second["Impact (mean)"]) == ("Too few ratings to show", "")
    assert third["Field"] == "Not rated for impact and effort"


def test_the_data_hold_what_is_shown_and_nothing_else(
    client: Client, world: World, matrix: Matrix
) -> None:
    told = json.loads(fetch(client, world, matrix, "results.json"))
    ratings = told["tables"]["Ratings"]
    assert {row["Group"] for row in ratings} == {"everyone"}
    assert {row["Number"] for row in ratings} == {1}
    assert [row["Score 1"] for row in ratings] == [2, 5]
    assert "Nothing is shown of fewer than 5 people" in " ".join(told["about"]["notes"])


def test_the_workbook_says_where_it_comes_from(
    client: Client, world: World, matrix: Matrix
) -> None:
    content = fetch(client, world, matrix, "results.xlsx")
    workbook = openpyxl.load_workbook(io.BytesIO(content))
    assert workbook.sheetnames == [
        "Matrix", "Ratings", "Who rated", "Where groups differ", "About",
    ]  # fmt: skip
    about = dict(workbook["About"].iter_rows(min_row=2, values_only=True))
    assert about["Title"] == "First, Strathmuir"
    assert about["Instrument"] == "matrix-1"


def test_how_sure_it_is_goes_along_once_it_is_known(client: Client, world: World) -> None:
    matrix = asking(world.strathmuir, by=world.cara.actor, title="Sure")
    Matrix.objects.in_place(world.strathmuir).filter(pk=matrix.pk).update(first_count=1)
    far_ahead, far_behind, *_others = items_of(matrix)
    for n in range(12):
        said = {"impact": 4 + n % 2, "effort": 1 + n % 2}
        rate_all(matrix, {far_ahead: said, far_behind: {"impact": 1 + n % 2, "effort": 4 + n % 2}})
    matrix.refresh_from_db()
    reveal(matrix, by=world.cara.actor)
    assert "How sure" not in json.loads(fetch(client, world, matrix, "results.json"))["tables"]
    run_waiting_jobs()
    told = json.loads(fetch(client, world, matrix, "results.json"))["tables"]["How sure"]
    assert [(row["Number"], row["Among the first 1"]) for row in told] == [(1, 100), (2, 0)]


def test_the_picture_can_never_run_anything(client: Client, world: World, matrix: Matrix) -> None:
    client.force_login(world.dev.user)
    reply = client.get(f"/strathmuir/workspace/priorities/{matrix.slug}/matrix.svg")
    assert reply.headers["Content-Security-Policy"] == "default-src 'none'"
    assert reply.content.startswith(b"<svg")


@pytest.mark.parametrize(
    "name", ["results.xlsx", "results.csv", "results.json", "matrix.svg", "results/how/"]
)
def test_before_the_reveal_there_is_no_file(client: Client, world: World, name: str) -> None:
    matrix = asking(world.strathmuir, by=world.cara.actor)
    client.force_login(world.cara.user)
    address = f"/strathmuir/workspace/priorities/{matrix.slug}/{name}"
    assert client.get(address).status_code == 404


def test_how_it_came_about_can_be_read(client: Client, world: World, matrix: Matrix) -> None:
    text = fetch(client, world, matrix, "results/how/").decode()
    assert "It would change lives" in text
    assert "alongside check" in text
    text = fetch(client, world, matrix, "results/how/1/").decode()
    cells = re.findall(r'<td class="govuk-table__cell[^>]*>([^<]*)', text)
    assert cells[:6] == ["2", "1", "3", "3", "3", "3.3"]
    assert "councillors" in text
    assert "not shown" in text


def test_an_item_that_is_not_there_is_not_found(
    client: Client, world: World, matrix: Matrix
) -> None:
    client.force_login(world.dev.user)
    address = f"/strathmuir/workspace/priorities/{matrix.slug}/results/how/99/"
    assert client.get(address).status_code == 404
