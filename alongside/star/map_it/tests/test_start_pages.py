"""The hour's path as pages: for anyone at first, kept on the way, written once at the end."""

import re

import pytest
from django.core import mail
from django.test import Client

from alongside.foundation.accounts.actions import open_account
from alongside.foundation.history.actor import system_actor
from alongside.foundation.jobs.models import Job
from alongside.foundation.places.actions import load_reference_areas, open_nation
from alongside.foundation.places.models import Place
from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.starting import PAGES

HUB = "/start/upper-nith-partnership/our-first-look/"


@pytest.fixture
def nation(db) -> Place:
    return open_nation(name="Caldonia", slug="caldonia", by=system_actor())


@pytest.fixture
def gail(client, nation):
    user = open_account("gail@example.org", password="correct horse battery")
    client.force_login(user)
    return user


def walk(client: Client, *, until: str = "") -> None:
    assert client.post("/start/").status_code == 302
    for key, typed in PAGES.items():
        if key == until:
            return
        response = client.post(f"/start/{key}/", typed)
        assert response.status_code == 302, response.content.decode()


def test_anyone_may_read_what_happens_in_an_hour(client, nation) -> None:
    html = client.get("/start/").content.decode()
    assert "What happens in the hour" in html
    assert "Nobody here reads answers one by one" in html
    assert "Start now" in html


def test_from_nothing_to_a_room_that_can_answer(client, nation) -> None:
    load_reference_areas()
    assert client.post("/start/")["Location"] == "/start/account/"
    page = client.get("/start/account/").content.decode()
    assert "/accounts/signup/?next=/start/partnership/" in page
    typed = {"email": "gail@example.org", "next": "/start/partnership/"}
    client.post("/accounts/signup/?next=/start/partnership/", typed)
    code = re.search(r"^\S{4,12}$", mail.outbox[0].body, re.MULTILINE)
    assert code
    done = client.post("/accounts/confirm-email/", {"code": code.group()})
    assert done["Location"] == "/start/partnership/"
    assert "Glasgow City" in client.get("/start/partnership/").content.decode()
    for key, answers in PAGES.items():
        assert client.post(f"/start/{key}/", answers).status_code == 302
    check = client.get("/start/check/").content.decode()
    assert "Men&#x27;s shed" in check
    assert "/upper-nith-partnership/" in check
    assert not Place.objects.partnerships().exists()
    assert client.post("/start/check/")["Location"] == HUB
    html = client.get(HUB).content.decode()
    assert "<svg" in html.split('class="start-qr"')[1]
    assert re.search(r"/j/[0-9a-z]{4}-[0-9a-z]{4}-[0-9a-z]{4}", html)
    assert "Draw our Star now" in html
    assert "may_sign_up" not in client.session


def test_the_second_press_leads_to_the_same_first_look(client, gail) -> None:
    walk(client)
    first = client.post("/start/check/")
    again = client.post("/start/check/")
    assert first["Location"] == again["Location"] == HUB
    assert Place.objects.partnerships().count() == 1


def test_what_was_typed_stands_there_when_one_goes_back(client, gail) -> None:
    walk(client, until="services")
    assert 'value="Upper Nith Partnership"' in client.get("/start/partnership/").content.decode()
    assert 'value="01234 567 890"' in client.get("/start/people/").content.decode()


def test_a_later_page_waits_for_the_earlier_ones(client, gail) -> None:
    client.post("/start/")
    assert client.get("/start/promise/")["Location"] == "/start/partnership/"
    assert client.post("/start/check/")["Location"] == "/start/partnership/"


def test_a_change_from_the_last_page_leads_back_to_it(client, gail) -> None:
    walk(client)
    response = client.post("/start/people/?check", {**PAGES["people"], "lead_name": "Gail Reid"})
    assert response["Location"] == "/start/check/"
    assert "Gail Reid" in client.get("/start/check/").content.decode()


@pytest.mark.parametrize(
    ("key", "changes", "words"),
    [
        ("partnership", {"name": ""}, "Fill in: What is your partnership called?"),
        ("partnership", {"slug": "caldonia"}, "is already in use"),
        ("partnership", {"slug": "static"}, "is already in use"),
        ("partnership", {"name": "北", "slug": ""}, "begins with a letter from a to z"),
        ("partnership", {"name": "21st Ward", "slug": ""}, "begins with a letter from a to z"),
        ("people", {"contact_phone": "ask at the desk"}, "Give a telephone number"),
        ("services", {"services": ["housing"], "own_1": ""}, "You have picked 1"),
        ("services", {"services": ["home-care"], "own_1": "home care"}, "You have picked 1"),
        ("promise", {"help_bsl": ""}, "Choose an answer: British Sign Language"),
    ],
)
def test_what_is_wrong_is_said_and_what_was_typed_is_kept(
    client, gail, key, changes, words
) -> None:
    walk(client, until=key)
    response = client.post(f"/start/{key}/", {**PAGES[key], **changes})
    html = response.content.decode()
    assert response.status_code == 200
    assert "govuk-error-summary" in html
    assert words in html
    assert key not in client.session["start"]


def test_an_address_taken_meanwhile_is_said_on_the_first_page(client, gail) -> None:
    walk(client)
    from alongside.foundation.places.actions import open_partnership

    open_partnership(
        nation=Place.objects.get(), name="Other", slug="upper-nith-partnership", by=system_actor()
    )
    response = client.post("/start/check/")
    assert response.status_code == 409
    assert "is already in use" in response.content.decode()


def test_the_first_one_here_is_asked_for_the_nation(client, db) -> None:
    client.force_login(open_account("gail@example.org"))
    client.post("/start/")
    assert "Which nation or region" in client.get("/start/partnership/").content.decode()


def test_a_closed_nation_is_said_and_offers_no_button(client, gail) -> None:
    walk(client)
    Place.objects.update(state=Place.State.LEAVING)
    html = client.get("/start/").content.decode()
    assert "No partnership can start here" in html
    assert "Start now</button>" not in html
    assert client.get("/start/partnership/")["Location"] == "/start/"
    assert client.post("/start/check/").status_code == 403


def test_a_lead_who_needs_a_second_step_is_told_before_and_not_after(
    client, gail, settings
) -> None:
    settings.SECOND_FACTOR_REQUIRED = True
    client.post("/start/")
    assert client.get("/start/partnership/")["Location"] == "/start/account/"
    assert "Add a second step first" in client.get("/start/account/").content.decode()


@pytest.mark.parametrize("address", ["partnership/", "people/", "check/", "a-place/a-round/"])
def test_visitors_sign_in_first(client, nation, address) -> None:
    assert client.get(f"/start/{address}")["Location"].startswith("/accounts/login/")


def test_an_account_page_without_a_beginning_leads_to_the_first_page(client, nation) -> None:
    assert client.get("/start/account/")["Location"] == "/start/"


def test_an_unknown_page_of_the_path_is_not_found(client, gail) -> None:
    client.post("/start/")
    assert client.get("/start/money/").status_code == 404


@pytest.mark.parametrize("page", ["", "draw/"])
def test_the_hub_opens_only_for_those_who_run_the_room(client, gail, page) -> None:
    from tests.people import make_somebody

    walk(client)
    client.post("/start/check/")
    place = Place.objects.partnerships().get()
    elsewhere = Client()
    elsewhere.force_login(open_account("eve@example.org"))
    viewer = Client()
    viewer.force_login(make_somebody(place, "Vera", role="viewer").user)
    send = "post" if page == "draw/" else "get"
    assert getattr(elsewhere, send)(f"{HUB}{page}").status_code == 404
    assert getattr(viewer, send)(f"{HUB}{page}").status_code == 403


def test_drawing_leads_to_the_work_under_way_and_is_asked_once(client, gail) -> None:
    walk(client)
    client.post("/start/check/")
    first, again = client.post(f"{HUB}draw/"), client.post(f"{HUB}draw/")
    job = Job.objects.in_place(Place.objects.partnerships().get()).get()
    assert first["Location"] == again["Location"]
    assert str(job.public_id) in first["Location"]
    assert "It is being drawn" in client.get(HUB).content.decode()


def test_somebody_who_comes_back_finds_what_they_started(client, gail) -> None:
    walk(client)
    client.post("/start/check/")
    assert HUB in client.get("/start/").content.decode()


def test_a_closed_first_look_says_so(client, gail) -> None:
    walk(client)
    client.post("/start/check/")
    Round.objects.unscoped(reason="test").update(state=Round.State.CLOSED)
    assert "This first look has closed" in client.get(HUB).content.decode()
