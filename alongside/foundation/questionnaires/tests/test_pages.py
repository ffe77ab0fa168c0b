"""The pages on which people answer, over HTTP: double presses, lost cookies, old links, odd input."""

import uuid

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from alongside.foundation.members.models import Seat
from alongside.foundation.members.seats import COOKIE
from alongside.foundation.questionnaires.models import Answers, Questionnaire
from alongside.foundation.responses.models import Response
from tests.asking import hidden
from tests.people import World
from tests.questionnaires import opened


@pytest.fixture
def asked(world: World) -> Questionnaire:
    return opened(world.strathmuir, by=world.cara.actor)


def url(asked: Questionnaire, name: str, **at: str) -> str:
    return reverse(f"ask:{name}", kwargs={"place": "strathmuir", "slug": asked.slug, **at})


def begin(asked: Questionnaire, client: Client, key: uuid.UUID | None = None) -> str:
    """Press Start, and return the first page's token."""
    client.post(url(asked, "begin"), {"submission_key": str(key or uuid.uuid4())})
    return hidden(client.get(url(asked, "page", key="helps")), "page")


def said(asked: Questionnaire) -> list[dict[str, object]]:
    return list(Answers.objects.in_place(asked.place).values_list("document", flat=True))


def test_two_presses_of_start_make_one_sheet(asked: Questionnaire, client: Client) -> None:
    key = {"submission_key": str(uuid.uuid4())}
    client.post(url(asked, "begin"), key)
    client.cookies.clear()  # the second press left before the first came back
    client.post(url(asked, "begin"), key)
    assert Response.objects.in_place(asked.place).filter(activity=asked.activity_id).count() == 1
    assert client.get(url(asked, "next")).status_code == 302
    assert COOKIE in client.cookies


def test_what_was_typed_is_kept_though_the_cookie_has_gone(
    asked: Questionnaire, client: Client
) -> None:
    token = begin(asked, client)
    client.cookies.clear()
    reply = client.post(url(asked, "page", key="helps"), {"page": token, "q1": "yes"})
    assert reply.status_code == 302
    assert COOKIE in reply.cookies
    assert said(asked) == [{"helps": "yes"}]


def test_a_page_without_token_or_cookie_leads_to_the_beginning(asked: Questionnaire) -> None:
    reply = Client().post(url(asked, "page", key="helps"), {"q1": "yes"})
    assert reply.headers["Location"] == url(asked, "begin")
    assert said(asked) == []


@pytest.mark.parametrize(
    "key", ["nothing", "neighbour/99/often", "skills", "../../x", "neighbour/1"]
)
def test_an_old_or_made_up_page_leads_to_where_one_is(
    asked: Questionnaire, client: Client, key: str
) -> None:
    begin(asked, client)
    reply = client.get(url(asked, "page", key=key))
    assert reply.headers["Location"] == url(asked, "page", key="welcome")


@pytest.mark.parametrize(
    ("key", "typed", "words"),
    [
        ("agree", {}, "This needs an answer before you can go on."),
        ("age", {"q1": "many"}, "Enter a number, such as 12."),
        ("age", {"q1": "4.5"}, "Enter a whole number, such as 12."),
        ("age", {"q1": "130"}, "This doesn&#x27;t fit what is asked for."),
        ("order", {"q1_1": "1", "q1_2": "1", "q1_3": "2"}, "Give each of them its own place"),
        ("since", {"q1_0": "31", "q1_1": "2", "q1_2": "2026"}, "Enter a real date"),
        ("time", {"q1": "soon"}, "Enter a time, such as 14:30."),
        ("more", {"q1": "x" * 10_001}, "Use 10000 letters at most."),
    ],
)
def test_what_does_not_fit_is_told_and_stays_typed(
    asked: Questionnaire, client: Client, key: str, typed: dict[str, str], words: str
) -> None:
    begin(asked, client)
    reply = client.post(url(asked, "page", key=key), typed)
    assert reply.status_code == 422
    assert words in reply.content.decode()
    assert said(asked) == [{}]


def test_two_who_send_at_once_from_two_pages_see_the_newer_state(
    asked: Questionnaire, client: Client
) -> None:
    begin(asked, client)
    client.post(url(asked, "page", key="agree"), {"q1": "on"})
    client.post(url(asked, "page", key="helps"), {"q1": "no"})
    seen = hidden(client.get(url(asked, "check")), "seen")
    client.post(url(asked, "page", key="age"), {"q1": "44"})
    reply = client.post(url(asked, "check"), {"seen": seen})
    assert reply.status_code == 409
    assert "44" in reply.content.decode()
    assert not Response.objects.in_place(asked.place).counted().exists()
    seen = hidden(client.get(url(asked, "check")), "seen")
    assert client.post(url(asked, "check"), {"seen": seen}).headers["Location"] == url(
        asked, "receipt"
    )
    assert Response.objects.in_place(asked.place).counted().count() == 1


def test_taken_back_one_begins_anew_in_the_same_seat(asked: Questionnaire, client: Client) -> None:
    begin(asked, client)
    client.post(url(asked, "withdraw"))
    begin(asked, client)
    assert Seat.objects.in_place(asked.place).filter(activity_id=asked.activity_id).count() == 1
    assert said(asked) == [{}]


def test_words_for_something_else_open_nothing_here(asked: Questionnaire, world: World) -> None:
    cache.clear()
    other = opened(world.strathmuir, by=world.cara.actor, title="Another street")
    guest = Client()
    begin(other, guest)
    page = guest.post(url(other, "leave"), follow=True).content.decode()
    words = page.split('al-three-words__words">')[1].split("<")[0]
    reply = Client().post(url(asked, "come-back"), {"words": words})
    assert reply.status_code in {403, 409}
    assert Client().post(url(other, "come-back"), {"words": words}).status_code == 302
