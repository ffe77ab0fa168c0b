"""The pages of what was revealed: nothing before, the picture and its table afterwards."""

import re

import pytest
from django.test import Client

from alongside.star.focus_it.actions.items import add_idea, change_item, withdraw_item
from alongside.star.focus_it.models import Matrix
from alongside.star.focus_it.queries.matrices import items_of
from tests.matrices import asking, rate_all, reveal
from tests.people import World

SCORES = [(5, 1), (4, 2), (5, 2), (3, 3), (4, 1), (2, 4), (5, 1), (4, 4)]


@pytest.fixture
def matrix(world: World) -> Matrix:
    """Eight residents and six of staff have rated three of four items."""
    matrix = asking(world.strathmuir, by=world.cara.actor)
    first, second, third, _fourth = items_of(matrix)
    for impact, effort in SCORES:
        said = {
            first: {"impact": impact, "effort": effort},
            second: {"impact": 6 - impact, "effort": 6 - effort},
            third: {"impact": impact},
        }
        rate_all(matrix, said)
    for impact, effort in SCORES[:6]:
        rate_all(matrix, {first: {"impact": effort, "effort": impact}}, group="staff")
    return matrix


def page(client: Client, matrix: Matrix, path: str = "results/") -> str:
    reply = client.get(f"/strathmuir/workspace/priorities/{matrix.slug}/{path}")
    assert reply.status_code == 200
    return reply.content.decode()


def post(client: Client, matrix: Matrix, verb: str, **sent: object) -> int:
    address = f"/strathmuir/workspace/priorities/{matrix.slug}/{verb}/"
    return client.post(address, sent).status_code


def test_before_the_reveal_only_people_are_counted(
    client: Client, world: World, matrix: Matrix
) -> None:
    client.force_login(world.ann.user)
    text = page(client, matrix)
    assert "14 people have begun, 0 done" in text
    assert "matrix-ground" not in text
    assert "Quick wins" not in text


def test_the_facilitator_reveals_from_the_desk(
    client: Client, world: World, matrix: Matrix
) -> None:
    client.force_login(world.cara.user)
    assert post(client, matrix, "reveal", turn=1) == 302
    text = page(client, matrix)
    assert "Quick wins" in text
    assert "Shopping volunteers" in text
    assert "14 people rated" in text


def test_a_page_that_says_nothing_of_its_turn_moves_nothing(
    client: Client, world: World, matrix: Matrix
) -> None:
    client.force_login(world.cara.user)
    assert post(client, matrix, "reveal") == 409
    assert post(client, matrix, "reveal", turn="²") == 409
    assert "Quick wins" not in page(client, matrix)


def test_the_table_says_what_the_picture_shows(
    client: Client, world: World, matrix: Matrix
) -> None:
    reveal(matrix, by=world.cara.actor)
    client.force_login(world.ann.user)
    text = page(client, matrix)
    cells = re.findall(r'<td class="govuk-table__cell[^>]*>([^<]*)', text)
    assert cells[:5] == [
        "Shopping volunteers",
        "Quick wins",
        "3.2",
        "2.9",
        "divided about impact and effort",
    ]
    assert "Too few ratings to show" not in text
    assert "Not rated for impact and effort" in text


def test_where_a_group_sees_it_is_shown_on_demand(
    client: Client, world: World, matrix: Matrix
) -> None:
    reveal(matrix, by=world.cara.actor)
    client.force_login(world.ann.user)
    assert "star-badge" not in page(client, matrix)
    assert page(client, matrix, "results/?group=resident").count("star-badge") > 2
    assert "star-badge" not in page(client, matrix, "results/?group=elected")


def test_one_rater_is_told_of_in_words(client: Client, world: World) -> None:
    matrix = asking(world.strathmuir, by=world.cara.actor)
    first, *_others = items_of(matrix)
    rate_all(matrix, {first: {"impact": 5, "effort": 1}})
    reveal(matrix, by=world.cara.actor)
    client.force_login(world.ann.user)
    text = page(client, matrix)
    assert "1 person rated" in text
    assert "Too few ratings to show" in text
    assert "Quick wins</h2>" not in text


def test_what_was_taken_off_the_list_is_not_shown(
    client: Client, world: World, matrix: Matrix
) -> None:
    reveal(matrix, by=world.cara.actor)
    withdraw_item(items_of(matrix)[0], by=world.cara.actor)
    client.force_login(world.ann.user)
    assert "Shopping volunteers" not in page(client, matrix)


def test_new_words_are_marked_as_not_yet_rated(
    client: Client, world: World, matrix: Matrix
) -> None:
    reveal(matrix, by=world.cara.actor)
    change_item(items_of(matrix)[0], title="Shopping by van", by=world.cara.actor)
    client.force_login(world.ann.user)
    text = page(client, matrix)
    assert "Shopping by van" in text
    assert "its words have changed since" in text


def test_what_was_put_on_the_list_since_is_named_apart(
    client: Client, world: World, matrix: Matrix
) -> None:
    reveal(matrix, by=world.cara.actor)
    client.force_login(world.ann.user)
    assert "Put on the list since" not in page(client, matrix)
    add_idea(matrix, title="A choir", co="deliver", by=world.cara.actor)
    text = page(client, matrix)
    assert "A choir" in text.split("Put on the list since")[1]


def test_nobody_from_elsewhere_sees_anything(client: Client, world: World, matrix: Matrix) -> None:
    reveal(matrix, by=world.cara.actor)
    client.force_login(world.eve.user)
    address = f"/strathmuir/workspace/priorities/{matrix.slug}/results/"
    assert client.get(address).status_code == 404


def test_a_page_of_a_matrix_asks_little(
    client: Client, world: World, matrix: Matrix, django_assert_max_num_queries: object
) -> None:
    reveal(matrix, by=world.cara.actor)
    client.force_login(world.ann.user)
    with django_assert_max_num_queries(12):  # type: ignore[operator]
        page(client, matrix)
