"""The national picture, visits, and what neither of them opens."""

from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.actions import start_visit
from alongside.foundation.members.models import Membership, Person, Visit
from alongside.foundation.places.actions import open_nation
from alongside.foundation.places.models import Place
from alongside.insight.national.queries.shared_stars import _latest_releases
from alongside.star.map_it.actions.draw import draw_star
from alongside.star.map_it.models import Round
from alongside.star.map_it.tests.answered_round import answer
from alongside.star.map_it.tests.test_draw import drawn_round
from tests.people import Somebody, World, make_somebody

PICTURE = "/caldonia/national/"
VISIT = "/caldonia/national/visit/strathmuir/"
BOARD = "/strathmuir/workspace/"
REASON = "They asked us to look at their first map."


@pytest.fixture
def alec(world: World) -> Somebody:
    return make_somebody(world.nation, "Alec", role="national_associate")


def shared(world: World, sharing: str) -> None:
    round_, _ = drawn_round(world)
    Round.objects.in_place(world.strathmuir).filter(pk=round_.pk).update(sharing=sharing)


@pytest.mark.parametrize(("sharing", "seen"), [("private", 0), ("national", 1), ("public", 1)])
def test_only_shared_stars_are_seen(world: World, client: Client, sharing: str, seen: int) -> None:
    shared(world, sharing)
    client.force_login(world.fay.user)
    page = client.get(PICTURE).content.decode()
    assert page.count("star--small") == seen
    assert page.count("Nothing shared") == 2 - seen


@pytest.mark.parametrize(("sharing", "is_linked"), [("national", False), ("public", True)])
def test_a_star_that_is_public_is_one_press_away(
    world: World, client: Client, sharing: str, *, is_linked: bool
) -> None:
    shared(world, sharing)
    client.force_login(world.fay.user)
    assert ('href="/strathmuir/star/"' in client.get(PICTURE).content.decode()) is is_linked
    assert client.get("/strathmuir/star/").status_code == (200 if is_linked else 404)


def test_the_picture_costs_the_same_for_any_number_of_partnerships(
    world: World, client: Client, django_assert_max_num_queries
) -> None:
    shared(world, "public")
    client.force_login(world.fay.user)
    with django_assert_max_num_queries(12):
        client.get(PICTURE)


@pytest.mark.parametrize("name", ["ann", "cara", "eve"])
def test_people_of_partnerships_find_no_national_picture(
    world: World, client: Client, name: str
) -> None:
    client.force_login(getattr(world, name).user)
    assert client.get(PICTURE).status_code == 404
    assert client.get(VISIT).status_code == 404


def test_a_visit_opens_the_workspace_for_hours_and_the_partnership_sees_it(
    world: World, alec: Somebody, client: Client
) -> None:
    client.force_login(alec.user)
    assert client.get(BOARD).status_code == 404
    client.post(VISIT, {"reason": REASON})
    assert client.get(BOARD).status_code == 200
    client.force_login(world.cara.user)
    assert REASON in client.get("/strathmuir/workspace/members/").content.decode()


def test_a_visit_lets_nobody_change_anything(world: World, alec: Somebody, client: Client) -> None:
    start_visit(world.strathmuir, reason=REASON, by=alec.actor)
    client.force_login(alec.user)
    assert client.get("/strathmuir/workspace/map/new/").status_code == 403
    assert client.get("/strathmuir/workspace/members/").status_code == 403


def test_after_eight_hours_the_door_is_shut_again(
    world: World, alec: Somebody, client: Client
) -> None:
    visit = start_visit(world.strathmuir, reason=REASON, by=alec.actor)
    assert visit.ends_at - visit.started_at == timedelta(hours=8)
    Visit.objects.to_partnership(world.strathmuir).update(
        started_at=timezone.now() - timedelta(hours=9),
        ends_at=timezone.now() - timedelta(hours=1),
    )
    client.force_login(alec.user)
    assert client.get(BOARD).status_code == 404


def test_a_visit_without_a_reason_is_refused(world: World, alec: Somebody) -> None:
    with pytest.raises(Refusal, match="no_reason"):
        start_visit(world.strathmuir, reason="  look  ", by=alec.actor)


@pytest.mark.parametrize("name", ["ann", "cara", "eve", "fay"])
def test_only_associates_visit(world: World, name: str) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        start_visit(world.strathmuir, reason=REASON, by=getattr(world, name).actor)


def test_the_national_team_sees_no_release_drawn_after_the_shared_one(world: World) -> None:
    round_, first = drawn_round(world)
    Round.objects.in_place(world.strathmuir).update(sharing="national", shared_number=first.number)
    answer(round_, "resident", ["4"] * 4 + ["3"] * 4, services=[world.home_care, world.parks])
    assert draw_star(round_, by=world.cara.actor).number == 2
    assert first in _latest_releases([Round.objects.in_place(world.strathmuir).get()]).values()


def test_a_partnership_that_left_is_closed_to_a_visit_under_way(
    world: World, alec: Somebody, client: Client
) -> None:
    start_visit(world.strathmuir, reason=REASON, by=alec.actor)
    Place.objects.filter(pk=world.strathmuir.pk).update(state=Place.State.LEFT)
    client.force_login(alec.user)
    assert client.get(BOARD).status_code == 404


def test_a_visit_ends_with_the_membership_that_made_it(
    world: World, alec: Somebody, client: Client
) -> None:
    """Being an associate of another nation does not keep the door open."""
    start_visit(world.strathmuir, reason=REASON, by=alec.actor)
    Membership.objects.in_place(world.nation).filter(person=alec.person).delete()
    other = open_nation(name="Elsewhere", slug="elsewhere", by=system_actor())
    person = Person.objects.create(place=other, user=alec.user, name="Alec")
    Membership.objects.create(place=other, person=person, role="national_associate")
    client.force_login(alec.user)
    assert client.get(BOARD).status_code == 404
