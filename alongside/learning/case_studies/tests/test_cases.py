"""The case library, as everybody reads it."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from alongside.foundation.history.actor import ANONYMOUS, system_actor
from alongside.foundation.initiatives.actions import found_initiative
from alongside.foundation.initiatives.models import Initiative
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.foundation.places.models import Place
from alongside.foundation.practices.actions import keep_practices
from alongside.foundation.practices.models import Practice
from alongside.foundation.search.queries import find
from alongside.learning.case_studies.actions.likening import work_out_likeness
from alongside.learning.case_studies.models import CaseContact, Likeness
from tests.people import World
from tests.telling import publish_case

CASES = "/learn/cases/"


def kept(place: Place, title: str, **told: Any) -> Practice:
    facts: Mapping[str, Any] = {
        "title": title,
        "service_area": "Older people",
        "co": "deliver",
        "what_happens": "Neighbours shop together",
        "source": "A report of 2013",
        **told,
    }
    keep_practices(place, new=[facts], changed={}, by=system_actor())
    return Practice.objects.in_place(place).get(title=title)


@pytest.fixture
def train(world: World) -> Practice:
    return kept(world.nation, "Food train", approach="co-performing")


def test_everybody_finds_a_case_by_filters_and_words(
    world: World, train: Practice, client: Client
) -> None:
    kept(world.nation, "Tenants check", co="assess", service_area="Housing")
    page = client.get(CASES).text
    assert "Food train" in page
    assert "2 cases" in page
    for query in ("co=deliver", "service_area=Older people", "words=shop food", "words=TRAIN"):
        page = client.get(f"{CASES}?{query}").text
        assert "Food train" in page
        assert "Tenants" not in page
    page = client.get(f"{CASES}?co=assess&service_area=Housing").text
    assert "Cases filtered by: <strong>Check together, Housing</strong>" in page
    assert "No case fits" in client.get(f"{CASES}?words=swimming").text
    assert client.get(f"{CASES}?co=nonsense&page=nan").status_code == 200


def test_what_is_a_partnerships_own_or_has_no_source_stays_inside(
    world: World, client: Client
) -> None:
    for hidden in (
        kept(world.strathmuir, "Our own notes"),
        kept(world.nation, "Somebody said so", source=""),
    ):
        assert hidden.title not in client.get(CASES).text
        address = f"{CASES}{hidden.place.slug}/{hidden.slug}/"
        assert client.get(address).status_code == 404
        assert find(ANONYMOUS, hidden.title).found == []


def test_a_case_says_where_it_comes_from_and_what_is_like_it(
    world: World, train: Practice, client: Client
) -> None:
    kept(world.nation, "Walking bus", approach="co-performing", service_area="Schools")
    kept(world.nation, "Far from it", co="assess", service_area="Housing")
    page = client.get(f"{CASES}{world.nation.slug}/{train.slug}/").text
    assert "A report of 2013" in page
    assert "isn&#x27;t proof" in page or "doesn&#x27;t show what it changed" in page
    assert "Walking bus" in page
    assert "Far from it" not in page


def test_it_shows_who_took_it_up_and_only_what_is_public(
    world: World, train: Practice, client: Client
) -> None:
    for title, public in (("Shopping in Strathmuir", True), ("Not told yet", False)):
        found_initiative(
            world.strathmuir,
            title=title,
            co="deliver",
            practices=[train],
            is_public=public,
            by=world.cara.actor,
        )
    page = client.get(f"{CASES}{world.nation.slug}/{train.slug}/").text
    assert "/strathmuir/activities/shopping-in-strathmuir/" in page
    assert "Not told yet" not in page
    Place.objects.filter(pk=world.strathmuir.pk).update(state=Place.State.LEFT)
    assert "Shopping" not in client.get(f"{CASES}{world.nation.slug}/{train.slug}/").text


def test_search_leads_everybody_to_the_case_and_members_to_their_own_page(
    world: World, train: Practice
) -> None:
    public = f"{CASES}{world.nation.slug}/{train.slug}/"
    assert [found.path for found in find(ANONYMOUS, "food train").found] == [public]
    inside = find(world.ann.actor, "food train").found[0].path
    assert inside.startswith("/strathmuir/workspace/practices/from/")


@pytest.mark.parametrize("rows", [1, 60])
def test_pages_ask_the_database_little(
    world: World, train: Practice, client: Client, rows: int, django_assert_max_num_queries: Any
) -> None:
    told = {"service_area": "Schools", "co": "deliver", "what_happens": "x", "source": "y"}
    new = [{"title": f"Case {n}", **told} for n in range(rows)]
    keep_practices(world.nation, new=new, changed={}, by=system_actor())
    publish_case(world.strathmuir, by=world.cara.actor, team=world.fay.actor)
    full = Practice.objects.in_place(world.nation).exclude(body="").get()
    run_waiting_jobs()
    client.force_login(world.cara.user)
    own = f"{CASES}{world.nation.slug}/"
    pair = f"compare/?a=caldonia/{full.slug}&b=caldonia/{train.slug}"
    for address in (CASES, f"{own}{train.slug}/", f"{own}{full.slug}/", f"{CASES}{pair}"):
        with django_assert_max_num_queries(12):
            client.get(address)


def test_cases_are_found_by_place_way_outcome_and_how_one_knows(
    world: World, train: Practice, client: Client
) -> None:
    publish_case(world.strathmuir, by=world.cara.actor, team=world.fay.actor)
    for query in (
        "where=Strathmuir",
        "outcome=safety",
        "rests_on=counted",
        "rests_on=change",
        "co=assess",  # also assessed together
        "words=marmalade",  # only in its full text
    ):
        page = client.get(f"{CASES}?{query}").text
        assert "Neighbours keep an eye" in page, query
        assert "Food train" not in page, query
    page = client.get(f"{CASES}?rests_on=counted&outcome=safety").text
    assert "feeling safe, figures, before and after" in page
    assert "Food train" in client.get(f"{CASES}?approach=co-performing").text


def test_two_cases_side_by_side(world: World, train: Practice, client: Client) -> None:
    publish_case(world.strathmuir, by=world.cara.actor, team=world.fay.actor)
    full = Practice.objects.in_place(world.nation).exclude(body="").get()
    page = client.get(f"{CASES}compare/?a=caldonia/{full.slug}&b=caldonia/{train.slug}").text
    for told in ("Neighbours shop together", "marmalade", "A report of 2013", "Falls · 41 · 27"):
        assert told in page
    assert "which other?" in client.get(f"{CASES}compare/?a=caldonia/{train.slug}").text
    for nonsense in ("", "?a=x", "?a=caldonia/none&b=/", "?b=caldonia/food-train"):
        assert client.get(f"{CASES}compare/{nonsense}").status_code == 200


def test_alike_is_what_shares_rare_words(world: World, train: Practice, client: Client) -> None:
    kept(
        world.nation, "Helping with the shopping", what_happens="They shop for others", co="assess"
    )
    kept(world.nation, "Rides", what_happens="Drivers give lifts to the clinic")
    work_out_likeness(world.nation)
    page = client.get(f"{CASES}caldonia/{train.slug}/").text
    assert "Helping with the shopping" in page
    before = list(Likeness.objects.in_place(world.nation).values_list("pk", flat=True))
    work_out_likeness(world.nation)
    assert list(Likeness.objects.in_place(world.nation).values_list("pk", flat=True)) == before


def test_a_contact_is_hidden_after_its_day(world: World, client: Client) -> None:
    case = publish_case(world.strathmuir, by=world.cara.actor, team=world.fay.actor)
    full = Practice.objects.in_place(world.nation).get()
    yesterday = timezone.localdate() - timedelta(days=1)
    CaseContact.objects.in_place(case.place).update(expires_on=yesterday)
    page = client.get(f"{CASES}caldonia/{full.slug}/").text
    assert "mo@example.org" not in page
    assert "Nobody is named just now" in page


def test_whoever_may_puts_it_on_their_list_once(
    world: World, train: Practice, client: Client
) -> None:
    address = f"/strathmuir/workspace/cases/try/caldonia/{train.slug}/"
    case = f"{CASES}caldonia/{train.slug}/"
    client.force_login(world.bo.user)
    assert address not in client.get(case).text
    assert client.post(address).status_code == 403
    client.force_login(world.cara.user)
    assert address in client.get(case).text
    first, again = (client.post(address)["Location"] for _ in range(2))
    assert first == again
    made = Initiative.objects.in_place(world.strathmuir).get()
    assert list(made.practices.values_list("pk", flat=True)) == [train.pk]
