"""Starting a partnership: all of it or nothing, and once, however often it is pressed."""

import threading
from dataclasses import replace

import pytest
from django.db import connection

from alongside.foundation.accounts.actions import open_account
from alongside.foundation.history.actor import ANONYMOUS, system_actor
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actors import actor_of_user
from alongside.foundation.members.models import Membership
from alongside.foundation.members.queries import living_link
from alongside.foundation.places.actions import open_nation
from alongside.foundation.places.models import Place
from alongside.star.map_it.actions import start as actions
from alongside.star.map_it.actions.start import start_partnership
from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.starting import beginning


@pytest.fixture
def nation(db) -> Place:
    return open_nation(name="Caldonia", slug="caldonia", by=system_actor())


@pytest.fixture
def gail(db):
    return open_account("gail@example.org", password="correct horse battery")


def test_the_hour_begins_with_a_first_look_that_is_open(nation, gail) -> None:
    round_ = start_partnership(beginning(), by=actor_of_user(gail))
    place = round_.place
    assert (place.name, place.slug, place.nation) == (
        "Upper Nith Partnership",
        "upper-nith",
        nation,
    )
    assert (place.contact_name, place.contact_phone) == ("Moira Bain", "01234 567 890")
    assert round_.state == Round.State.OPEN
    assert round_.is_provisional
    assert round_.activity.help_is_answered
    assert round_.round_services.count() == 3
    assert living_link(place, round_.activity_id) is not None


def test_whoever_starts_leads_and_speaks_as_a_manager(nation, gail) -> None:
    place = start_partnership(beginning(), by=actor_of_user(gail)).place
    membership = Membership.objects.in_place(place).get()
    assert (membership.role, membership.group) == ("lead", "manager")
    assert membership.person.name == "Cara Bell"
    assert membership.person.contact.email == "gail@example.org"
    assert actor_of_user(gail).may("round.edit", place.pk)
    verbs = set(Event.objects.in_place(place.pk).values_list("verb", flat=True))
    assert {"open_partnership", "add_member", "prepare_round", "open_round", "open_link"} <= verbs


def test_starting_twice_makes_one_partnership(nation, gail) -> None:
    first = start_partnership(beginning(), by=actor_of_user(gail))
    again = start_partnership(beginning(), by=actor_of_user(gail))
    assert again == first
    assert Place.objects.partnerships().count() == 1


def test_somebody_elses_address_is_refused(nation, gail) -> None:
    start_partnership(beginning(), by=actor_of_user(gail))
    other = open_account("hamish@example.org")
    with pytest.raises(Refusal, match="slug_taken"):
        start_partnership(beginning(), by=actor_of_user(other))
    assert Membership.objects.unscoped(reason="test").count() == 1


def test_the_first_one_here_names_the_nation(gail) -> None:
    round_ = start_partnership(beginning(nation_name="Alba"), by=actor_of_user(gail))
    assert round_.place.nation.name == "Alba"
    assert round_.place.nation.slug == "alba"


def test_a_nation_called_like_a_page_gets_another_address(gail) -> None:
    round_ = start_partnership(beginning(nation_name="Start"), by=actor_of_user(gail))
    assert round_.place.nation.slug == "start-nation"


def test_nobody_starts_in_a_nation_that_has_left(nation, gail) -> None:
    Place.objects.update(state=Place.State.LEFT)
    with pytest.raises(Refusal, match="no_open_nation"):
        start_partnership(beginning(), by=actor_of_user(gail))


def test_a_real_nation_goes_before_an_invented_one(nation, gail) -> None:
    Place.objects.filter(pk=nation.pk).update(is_example=True)
    real = open_nation(name="Alba", slug="alba", by=system_actor())
    assert start_partnership(beginning(), by=actor_of_user(gail)).place.nation == real


def test_a_visitor_without_an_account_starts_nothing(nation) -> None:
    with pytest.raises(Refusal, match="sign_in_first"):
        start_partnership(beginning(), by=ANONYMOUS)


@pytest.mark.parametrize(
    "changes",
    [
        {"own_services": ()},
        {"own_services": ("A", "B", "C", "D", "E")},
        {"own_services": ("home CARE",)},
    ],
)
def test_fewer_than_three_or_more_than_six_services_are_refused(nation, gail, changes) -> None:
    with pytest.raises(Refusal, match="how_many_services"):
        start_partnership(beginning(**changes), by=actor_of_user(gail))
    assert not Place.objects.partnerships().exists()


def test_nothing_is_left_when_the_last_step_fails(nation, gail, monkeypatch) -> None:
    def broken(*args, **kwargs):
        raise RuntimeError

    monkeypatch.setattr(actions, "open_round", broken)
    with pytest.raises(RuntimeError):
        start_partnership(beginning(), by=actor_of_user(gail))
    assert not Place.objects.partnerships().exists()
    assert not Membership.objects.unscoped(reason="test").exists()


@pytest.mark.skipif(connection.vendor == "sqlite", reason="in memory, two can't write at once")
@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_make_one_partnership() -> None:
    open_nation(name="Caldonia", slug="caldonia", by=system_actor())
    by = actor_of_user(open_account("gail@example.org"))
    told, made, failed = beginning(), [], []
    gate = threading.Barrier(2)

    def press() -> None:
        try:
            gate.wait(5)
            made.append(start_partnership(replace(told), by=by).pk)
        except Exception as error:  # noqa: BLE001 - shown by the test
            failed.append(error)
        finally:
            connection.close()

    presses = [threading.Thread(target=press) for _ in range(2)]
    for one in presses:
        one.start()
    for one in presses:
        one.join()
    assert failed == []
    assert made[0] == made[1]
    assert Place.objects.partnerships().count() == 1
