"""Where an initiative happens: on its form, its page, in the list and in the file; one ward's page."""

import csv
import io
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.initiatives.actions import (
    decide_initiative,
    describe_initiative,
    found_initiative,
    propose_candidate,
)
from alongside.foundation.initiatives.models import Initiative, InitiativeWard, Stage
from alongside.foundation.initiatives.panels import ward_panel
from alongside.foundation.initiatives.queries import told_in
from alongside.foundation.places.actions import ToldWard, add_wards, end_ward, remove_ward
from alongside.foundation.places.models import Ward
from alongside.foundation.places.queries import wards_of
from tests.people import World

LIST = "/strathmuir/workspace/activities/"
PAGE = f"{LIST}lunch-club/"
TODAY = timezone.localdate()
BASE = {"title": "Lunch club", "co": "deliver", "service": "home-care"}


@pytest.fixture
def wards(world: World) -> list[Ward]:
    told = [ToldWard("Hill"), ToldWard("Moor"), ToldWard("Quay")]
    add_wards(world.strathmuir, told, by=world.cara.actor)
    wards = wards_of(world.strathmuir)
    for ward in wards:
        ward.place = world.strathmuir
    return wards


def found(world: World, title: str, *wards: Ward, **more: Any) -> Initiative:
    return found_initiative(
        world.strathmuir, title=title, co="deliver", wards=wards, by=world.cara.actor, **more
    )


def names(initiative: Initiative) -> list[str]:
    return [ward.name for ward in initiative.wards.all()]


def test_it_happens_everywhere_until_wards_are_named(world: World, wards: list[Ward]) -> None:
    hill, moor, _quay = wards
    lunch = found(world, "Lunch club")
    assert names(lunch) == []
    for told in ([hill, moor], [moor], []):
        describe_initiative(lunch, wards=told, by=world.cara.actor)
        assert names(lunch) == [ward.name for ward in told]
    events = Event.objects.filter(verb="describe_initiative")
    assert [event.changed_fields for event in events] == [["wards"]] * 3
    describe_initiative(lunch, wards=[], by=world.cara.actor)
    assert events.count() == 3


def test_describing_something_else_leaves_it_where_it_is(world: World, wards: list[Ward]) -> None:
    lunch = found(world, "Lunch club", wards[0])
    describe_initiative(lunch, what_happens="Soup.", by=world.cara.actor)
    assert names(lunch) == ["Hill"]


def test_a_ward_of_another_partnership_is_passed_over(world: World, wards: list[Ward]) -> None:
    add_wards(world.glenbeg, [ToldWard("Canary")], by=world.eve.actor)
    [theirs] = wards_of(world.glenbeg)
    lunch = found(world, "Lunch club", theirs)
    assert names(lunch) == []
    with pytest.raises(IntegrityError, match="another place"), transaction.atomic():
        InitiativeWard.objects.create(place=world.strathmuir, initiative=lunch, ward=theirs)


def test_who_may_not_describe_may_not_place(world: World, wards: list[Ward]) -> None:
    lunch = found(world, "Lunch club")
    for name in ("ann", "dev", "eve"):
        with pytest.raises(Refusal, match="not_allowed"):
            describe_initiative(lunch, wards=wards, by=getattr(world, name).actor)
    assert names(lunch) == []


def test_a_ward_in_which_something_happens_stays_on_the_list(
    world: World, wards: list[Ward], client: Client
) -> None:
    found(world, "Lunch club", wards[0])
    with pytest.raises(Refusal, match="ward_in_use"):
        remove_ward(wards[0], by=world.cara.actor)
    client.force_login(world.cara.user)
    address = "/strathmuir/workspace/settings/wards/hill/end/"
    page = client.post(address, {"why": "mistake"}).text
    assert "belongs to this ward, so it can&#x27;t go" in page
    assert len(wards_of(world.strathmuir)) == 3
    assert not Event.objects.filter(verb="remove_ward").exists()


def test_the_form_offers_the_wards_and_shows_where_it_is(
    world: World, wards: list[Ward], client: Client
) -> None:
    found(world, "Lunch club", wards[0])
    client.force_login(world.rona.user)
    page = client.get(f"{PAGE}edit/")
    assert page.context["form"].initial["wards"] == ["hill"]
    assert "Leave all empty if it happens everywhere in Strathmuir." in page.text
    client.post(f"{PAGE}edit/", {**BASE, "wards": ["moor", "quay"]})
    lunch = Initiative.objects.in_place(world.strathmuir).get()
    assert names(lunch) == ["Moor", "Quay"]
    client.post(f"{PAGE}edit/", BASE)
    assert names(lunch) == []
    assert client.post(f"{PAGE}edit/", {**BASE, "wards": ["nowhere"]}).status_code == 422


def test_a_ward_that_ended_stays_where_it_was_chosen_and_is_not_offered_anew(
    world: World, wards: list[Ward], client: Client
) -> None:
    found(world, "Lunch club", wards[0])
    found(world, "Choir")
    end_ward(wards[0], by=world.cara.actor)
    client.force_login(world.cara.user)
    offered = {
        name: [slug for slug, _words in client.get(address).context["form"].fields["wards"].choices]
        for name, address in (("lunch", f"{PAGE}edit/"), ("choir", f"{LIST}choir/edit/"))
    }
    assert offered == {"lunch": ["hill", "moor", "quay"], "choir": ["moor", "quay"]}


def test_a_partnership_without_wards_is_asked_nothing(world: World, client: Client) -> None:
    found(world, "Lunch club")
    client.force_login(world.cara.user)
    assert "Where it happens" not in client.get(f"{PAGE}edit/").text
    assert "Everywhere in Strathmuir" not in client.get(PAGE).text
    assert 'name="ward"' not in client.get(LIST).text
    assert client.post(f"{PAGE}edit/", BASE).status_code == 303


def test_its_page_says_where_to_everyone(world: World, wards: list[Ward], client: Client) -> None:
    lunch = found(world, "Lunch club", is_public=True)
    public = "/strathmuir/activities/lunch-club/"
    assert "Everywhere in Strathmuir" in client.get(public).text
    describe_initiative(lunch, wards=wards[:1], by=world.cara.actor)
    assert "<li>Hill</li>" in client.get(public).text
    client.force_login(world.ann.user)
    assert f'<a class="govuk-link" href="{LIST}?ward=hill">Hill</a>' in client.get(PAGE).text


def test_the_list_is_filtered_by_ward(world: World, wards: list[Ward], client: Client) -> None:
    hill, moor, quay = wards
    found(world, "Lunch club", hill, moor, quay)
    found(world, "Choir", moor)
    found(world, "Radio")
    client.force_login(world.ann.user)

    def shown(ward: str) -> set[str]:
        return {c["initiative"].title for c in client.get(LIST, {"ward": ward}).context["cards"]}

    assert shown("hill") == {"Lunch club"}
    assert shown("moor") == {"Lunch club", "Choir"}
    assert shown("everywhere") == {"Radio"}
    assert shown("nowhere") == shown("") == {"Lunch club", "Choir", "Radio"}
    page = client.get(LIST, {"ward": "hill"}).text
    assert "Hill, Moor and 1 more" in page
    assert f"{LIST}activities.csv?ward=hill" in page


def test_the_file_says_where_and_keeps_to_the_filter(
    world: World, wards: list[Ward], client: Client
) -> None:
    found(world, "=Lunch club", *wards[:2], people_count=12, cost_pence=125050)
    found(world, "Radio")
    client.force_login(world.dev.user)

    def rows(**filters: str) -> list[dict[str, str]]:
        content = client.get(f"{LIST}activities.csv", filters).content.decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(content)))

    where = {row["What it is called"]: row["Where"] for row in rows()}
    assert where == {"'=Lunch club": "Hill; Moor", "Radio": "Everywhere in Strathmuir"}
    [row] = rows(ward="hill")
    assert (row["People"], row["Cost in pounds"]) == ("12", "1250.5")


def panel_of(ward: Ward) -> dict[str, Any]:
    return ward_panel(ward, told_in(ward.place, ward), today=TODAY)


def trial(world: World, title: str, days: int, *wards: Ward) -> None:
    made = propose_candidate(
        world.strathmuir, title=title, co="design", wards=wards, by=world.cara.actor
    )
    decide_initiative(
        made, verdict=Stage.TRYING, question="?", stops_on=TODAY + timedelta(days=days),
        by=world.cara.actor,
    )  # fmt: skip


def test_one_ward_tells_what_is_tried_decided_and_possible_there(
    world: World, wards: list[Ward], django_assert_num_queries: Any
) -> None:
    hill, moor, _quay = wards
    trial(world, "Later", 90, hill)
    trial(world, "Soon", 9, hill, moor)
    trial(world, "Overdue", -3, hill)
    trial(world, "In another ward", 9, moor)
    found(world, "Lunch club", hill, people_count=1)
    found(world, "Radio")
    propose_candidate(
        world.strathmuir, title="A bench", co="design", wards=[hill], by=world.cara.actor
    )
    by, day = world.cara.actor, TODAY + timedelta(days=60)
    parked = found(world, "Parked", hill)
    decide_initiative(parked, verdict=Stage.BACK_BURNER, reason="x", review_on=day, by=by)
    with django_assert_num_queries(1):
        panel = panel_of(hill)
    told = {
        group.title: [(one.title, one.is_soon) for one in group.lines] for group in panel["groups"]
    }
    assert told == {
        "Being tried": [("Overdue", True), ("Soon", True), ("Later", False)],
        "Happening already": [("Lunch club", False)],
        "Could be tried": [("A bench", False)],
        "On the back burner": [("Parked", False)],
    }
    notes = [one.note for group in panel["groups"] for one in group.lines]
    assert [note.partition(" on ")[0] for note in notes] == [
        "was to stop", "stops", "stops", "1 person", "", "look again"
    ]  # fmt: skip
    assert panel["everywhere"] == "1 happens everywhere in Strathmuir, and so here too."


def test_one_page_has_room_for_some_and_says_how_many_more(world: World, wards: list[Ward]) -> None:
    for n in range(6):
        found(world, f"Activity {n}", wards[0])
    [group] = panel_of(wards[0])["groups"]
    assert (len(group.lines), group.more) == (4, 2)


def test_a_ward_without_anything_says_nothing(world: World, wards: list[Ward]) -> None:
    assert panel_of(wards[2]) == {
        "name": "Quay", "slug": "quay", "groups": [], "everywhere": ""
    }  # fmt: skip
