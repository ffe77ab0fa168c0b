"""Where a national lead says yes first: prepared at once, begun afterwards, and told by email."""

import pytest
from django.core import mail
from django.test import Client

from alongside.foundation.accounts.actions import open_account
from alongside.foundation.accounts.models import User
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actions import admit_partnership
from alongside.foundation.members.actors import actor_of_user
from alongside.foundation.members.queries import living_link
from alongside.foundation.places.models import Place
from alongside.star.map_it.actions.rounds import open_round
from alongside.star.map_it.actions.start import STARTS, begin_first_look, start_partnership
from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.starting import PAGES, beginning
from tests.people import World

HUB = "/start/upper-nith/our-first-look/"


@pytest.fixture
def gail(world: World, settings) -> User:
    settings.NEW_PARTNERSHIPS = "approval"
    return open_account("gail@example.org")


@pytest.fixture
def first_look(gail: User, django_capture_on_commit_callbacks) -> Round:
    with django_capture_on_commit_callbacks(execute=True):
        return start_partnership(beginning(), by=actor_of_user(gail))


@pytest.fixture
def here(client: Client, gail: User) -> Client:
    client.force_login(gail)
    return client


def test_it_is_prepared_and_asks_nobody(first_look: Round) -> None:
    assert first_look.place.state == Place.State.PENDING
    assert first_look.state == Round.State.DRAFT
    assert first_look.round_services.count() == 3
    assert living_link(first_look.place, first_look.activity_id) is None


def test_the_national_lead_and_the_applicant_are_told_by_email(first_look: Round) -> None:
    told = {message.to[0]: message for message in mail.outbox}
    assert set(told) == {"fay@example.org", "gail@example.org"}
    assert "/caldonia/national/new/" in told["fay@example.org"].body
    assert "you can prepare everything" in told["gail@example.org"].body


def test_it_cannot_be_opened_before_the_yes(gail: User, first_look: Round) -> None:
    for opening in (open_round, begin_first_look):
        with pytest.raises(Refusal, match="not_admitted"):
            opening(first_look, by=actor_of_user(gail))
    assert Round.objects.in_place(first_look.place).get().state == Round.State.DRAFT


def test_after_the_yes_the_hour_begins_for_a_week(
    world: World, here: Client, gail: User, first_look: Round
) -> None:
    assert "Waiting for a yes" in here.get(HUB).content.decode()
    admit_partnership(first_look.place, by=world.fay.actor)
    html = here.get(HUB).content.decode()
    assert "Begin our hour" in html
    assert here.post(f"{HUB}begin/")["Location"] == HUB
    begun = Round.objects.in_place(first_look.place).get()
    assert begun.state == Round.State.OPEN
    assert 6 <= (begun.closes_at - begun.opens_at).days <= 7
    assert living_link(first_look.place, begun.activity_id) is not None
    assert here.post(f"{HUB}begin/")["Location"] == HUB


def test_whoever_waits_sees_it_and_nobody_else_does(
    world: World, here: Client, first_look: Round
) -> None:
    assert "Waiting for the national team" in here.get("/upper-nith/workspace/").content.decode()
    assert here.get("/upper-nith/").status_code == 200
    for address in ("/upper-nith/", "/upper-nith/answer/our-first-look/"):
        assert Client().get(address).status_code == 404
    assert "Upper Nith" not in Client().get("/").content.decode()
    fay = Client()
    fay.force_login(world.fay.user)
    assert "Upper Nith" not in fay.get("/caldonia/national/").content.decode()


def test_the_path_says_beforehand_that_somebody_says_yes(here: Client) -> None:
    assert "A national lead says yes first" in here.get("/start/").content.decode()
    here.post("/start/")
    for key, typed in PAGES.items():
        here.post(f"/start/{key}/", typed)
    html = here.get("/start/check/").content.decode()
    assert "with your name and email address" in html
    assert "Send it to them" in html
    assert here.post("/start/check/")["Location"] == "/start/upper-nith-partnership/our-first-look/"


def test_a_nation_may_let_everybody_start(world: World, gail: User) -> None:
    Place.objects.filter(pk=world.nation.pk).update(admission=Place.Admission.OPEN)
    round_ = start_partnership(beginning(), by=actor_of_user(gail))
    assert (round_.state, round_.place.state) == (Round.State.OPEN, Place.State.ACTIVE)
    assert mail.outbox == []


def test_without_a_nation_there_is_nobody_to_say_yes(client: Client, db: None, settings) -> None:
    settings.NEW_PARTNERSHIPS = "approval"
    assert "No partnership can start here" in client.get("/start/").content.decode()
    with pytest.raises(Refusal, match="no_open_nation"):
        start_partnership(beginning(), by=actor_of_user(open_account("gail@example.org")))


def test_one_person_starts_three_a_day(db: None, world: World) -> None:
    by = actor_of_user(open_account("gail@example.org"))
    for number in range(STARTS.most):
        start_partnership(beginning(slug=f"nith-{number}"), by=by)
    with pytest.raises(Refusal, match="started_enough"):
        start_partnership(beginning(slug="one-more"), by=by)
    again = start_partnership(beginning(slug="nith-0"), by=by)
    assert again.place.slug == "nith-0"
    other = actor_of_user(open_account("hamish@example.org"))
    assert start_partnership(beginning(slug="one-more"), by=other).pk
    assert not Place.objects.filter(slug="one-more", state=Place.State.PENDING).exists()
