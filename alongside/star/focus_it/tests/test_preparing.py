"""Preparing a matrix, its list and its questions, as pages."""

import pytest
from django.test import Client

from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.models import Criterion, Item, Matrix
from alongside.star.focus_it.queries.matrices import items_of
from tests.asking import hidden
from tests.matrices import asking, prepared, rate_all
from tests.people import World

BASE = "/strathmuir/workspace/priorities/"
TOLD = {
    "title": "What comes first?",
    "who_decides": "The board, on 3 December",
    "minimum": "5",
    **dict.fromkeys(
        ("help_languages", "help_bsl", "help_easy_read", "help_audio", "help_large_print"),
        "request",
    ),
}


@pytest.fixture
def cara(client: Client, world: World) -> Client:
    client.force_login(world.cara.user)
    return client


def the_matrix(world: World) -> Matrix:
    return Matrix.objects.in_place(world.strathmuir).select_related("activity", "room").get()


def test_from_nothing_to_people_rating(cara: Client, world: World) -> None:
    reply = cara.post(f"{BASE}new/", TOLD)
    assert reply.headers["Location"] == f"{BASE}what-comes-first/items/"
    for title in ("Walking groups", "Peer mentors"):
        key = hidden(cara.get(f"{BASE}what-comes-first/items/idea/"), "submission_key")
        idea = {"title": title, "co": "deliver", "submission_key": key}
        for _press in range(2):
            cara.post(f"{BASE}what-comes-first/items/idea/", idea)
    matrix = the_matrix(world)
    assert [item.title for item in items_of(matrix)] == ["Walking groups", "Peer mentors"]
    assert Initiative.objects.in_place(world.strathmuir).count() == 2
    assert b"Begin" in cara.get(f"{BASE}what-comes-first/").content
    cara.post(f"{BASE}what-comes-first/begin/", {"turn": "1"})
    matrix.room.refresh_from_db()
    assert matrix.room.stage == Room.Stage.ASKING


def test_what_is_missing_is_said_and_nothing_is_made(cara: Client, world: World) -> None:
    reply = cara.post(f"{BASE}new/", {**TOLD, "who_decides": ""})
    assert reply.status_code == 422
    assert not Matrix.objects.in_place(world.strathmuir).exists()


def test_a_last_day_that_is_over_is_refused(cara: Client) -> None:
    day = {"last_day_0": "1", "last_day_1": "2", "last_day_2": "2020"}
    assert b"still to come" in cara.post(f"{BASE}new/", {**TOLD, **day}).content


def test_what_was_prepared_can_be_changed_until_it_begins(cara: Client, world: World) -> None:
    prepared(world.strathmuir, by=world.cara.actor)
    cara.post(f"{BASE}first/edit/", {**TOLD, "title": "First and foremost", "minimum": "3"})
    matrix = the_matrix(world)
    assert (matrix.title, matrix.minimum) == ("First and foremost", 3)
    assert "at least 3 people" in matrix.activity.notice.who_sees
    cara.post(f"{BASE}first/begin/", {"turn": "1"})
    reply = cara.post(f"{BASE}first/edit/", {**TOLD, "minimum": "1"})
    assert reply.status_code == 409
    assert the_matrix(world).minimum == 3
    assert "It has begun." in cara.get(f"{BASE}first/edit/", follow=True).text


def test_what_a_map_found_is_put_on_the_list_once(cara: Client, world: World) -> None:
    first = prepared(world.strathmuir, by=world.cara.actor)
    prepared(world.strathmuir, by=world.cara.actor, ideas=[], title="Second")
    slugs = [item.initiative.slug for item in items_of(first)]
    for _press in range(2):
        cara.post(f"{BASE}second/items/add/", {"initiative": slugs})
    second = Matrix.objects.in_place(world.strathmuir).get(slug="second")
    assert [i.initiative.slug for i in items_of(second)] == sorted(slugs)


def test_nothing_of_another_place_gets_on_the_list(cara: Client, world: World) -> None:
    prepared(world.strathmuir, by=world.cara.actor, ideas=[])
    other = prepared(world.glenbeg, by=world.eve.actor, ideas=["Canary of Glenbeg"])
    slug = items_of(other)[0].initiative.slug
    cara.post(f"{BASE}first/items/add/", {"initiative": [slug]})
    assert not Item.objects.in_place(world.strathmuir).exists()


def test_new_words_ask_those_again_who_rated_the_old(cara: Client, world: World) -> None:
    matrix = asking(world.strathmuir, by=world.cara.actor)
    [first, *_others] = items_of(matrix)
    rate_all(matrix, {first: {"impact": 4}})
    reply = cara.post(f"{BASE}first/items/1/", {"title": "Shopping by van"}, follow=True)
    assert b"asked again" in reply.content
    assert items_of(matrix)[0].version == 2


def test_taken_off_and_put_back_keeps_its_number(cara: Client, world: World) -> None:
    matrix = prepared(world.strathmuir, by=world.cara.actor)
    slug = items_of(matrix)[0].initiative.slug
    cara.post(f"{BASE}first/items/1/withdraw/")
    assert [item.number for item in items_of(matrix)] == [2, 3, 4]
    cara.post(f"{BASE}first/items/add/", {"initiative": [slug]})
    assert [item.number for item in items_of(matrix)] == [1, 2, 3, 4]


def test_one_more_question_with_words_for_each_step(cara: Client, world: World) -> None:
    prepared(world.strathmuir, by=world.cara.actor)
    anchors = {f"anchor_{step}": f"step {step}" for step in range(1, 6)}
    cara.post(
        f"{BASE}first/questions/new/", {"name": "Fairness", "question": "How fair?", **anchors}
    )
    keys = Criterion.objects.in_place(world.strathmuir).values_list("key", flat=True)
    assert list(keys) == ["impact", "effort", "fairness"]
    cara.post(f"{BASE}first/questions/fairness/remove/")
    assert cara.post(f"{BASE}first/questions/impact/remove/").status_code == 409
    assert list(keys.all()) == ["impact", "effort"]


def test_weights_that_are_all_nought_are_refused(cara: Client, world: World) -> None:
    prepared(world.strathmuir, by=world.cara.actor)
    reply = cara.post(f"{BASE}first/questions/", {"impact": "0", "effort": "0"})
    assert reply.status_code == 422
    cara.post(f"{BASE}first/questions/", {"impact": "2", "effort": ""})
    weights = Criterion.objects.in_place(world.strathmuir).values_list("weight", flat=True)
    assert list(weights) == [2, None]


def test_fifty_items_cost_no_more_queries_than_three(
    cara: Client, world: World, django_assert_max_num_queries: object
) -> None:
    prepared(world.strathmuir, by=world.cara.actor, ideas=[f"Idea {n}" for n in range(50)])
    for address in (BASE, f"{BASE}first/", f"{BASE}first/items/"):
        with django_assert_max_num_queries(12):  # type: ignore[operator]
            assert cara.get(address).status_code == 200
