"""The pages of what somebody promised."""

import uuid

import pytest
from django.test import Client

from alongside.foundation.commitments.models import Commitment
from alongside.foundation.commitments.tests.test_commitments import promised
from tests.people import World

pytestmark = pytest.mark.django_db


def signed_in(who) -> Client:
    client = Client()
    client.force_login(who.user)
    return client


def test_a_promise_is_changed_shown_and_finished(world: World) -> None:
    mine, client = promised(world.bo), signed_in(world.bo)
    page = f"/me/commitments/{mine.public_id}/"
    day = {"due_on_0": "31", "due_on_1": "3", "due_on_2": "2027"}
    assert client.post(f"{page}edit/", {"what": "Ring all four", **day}).status_code == 302
    said = {
        "what": "Notes of the call",
        "link": "example.org/notes",
        "submission_key": uuid.uuid4(),
    }
    client.post(f"{page}evidence/", said)
    client.post(f"{page}move/", {"verb": "finish", "what_came": "Two will come"})
    told = client.get(page).content.decode()
    for words in ("Ring all four", "31 March 2027", "https://example.org/notes", "Two will come"):
        assert words in told
    ended = client.get("/me/commitments/?show=ended").content.decode()
    assert "Ring all four" in ended
    assert "1 thing to see" in ended


def test_what_is_missing_is_said_and_nothing_is_lost(world: World) -> None:
    mine, client = promised(world.bo), signed_in(world.bo)
    page = f"/me/commitments/{mine.public_id}/"
    wrong = {"what": "My notes", "link": "no address", "submission_key": uuid.uuid4()}
    answer = client.post(f"{page}evidence/", wrong)
    assert answer.status_code == 422
    assert 'value="My notes"' in answer.content.decode()
    assert client.post(f"{page}edit/", {"what": "", "due_on_0": "40"}).status_code == 422
    assert client.post(f"{page}evidence/", {"remove": "²"}).status_code == 302


def test_the_list_takes_as_many_queries_for_many(
    world: World, django_assert_max_num_queries
) -> None:
    client = signed_in(world.bo)
    for number in range(40):
        promised(world.bo, what=f"Thing {number}")
    assert Commitment.objects.in_place(world.strathmuir).count() == 40
    with django_assert_max_num_queries(12):
        page = client.get("/me/commitments/")
    assert "Thing 0" in page.content.decode()
