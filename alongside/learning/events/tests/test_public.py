"""Events for everybody: found, read, and put into a calendar."""

import pytest
from django.test import Client

from alongside.foundation.gatherings.actions.gatherings import cancel_gathering
from alongside.foundation.gatherings.models import Gathering
from tests.gatherings import announced, books, held_with, prepared
from tests.people import World

LIST = "/learn/events/"
PAGE = "/learn/events/strathmuir/plan-it-together/"


@pytest.fixture
def workshop(world: World) -> Gathering:
    return announced(world.strathmuir, by=world.cara.actor)


def text(client: Client, path: str) -> str:
    response = client.get(path)
    assert response.status_code == 200, path
    return response.content.decode()


def test_the_list_filters_by_place_kind_and_time_and_says_so(
    client: Client, world: World, workshop: Gathering
) -> None:
    announced(world.nation, by=world.fay.actor, title="Conference of all", kind="conference")
    held_with(world.glenbeg, ["Gail"], by=world.eve.actor, title="Long ago in Glenbeg")
    everything = text(client, LIST)
    assert "Conference of all" in everything
    assert "Long ago" not in everything
    told = text(client, f"{LIST}?place=strathmuir&kind=workshop")
    assert "Plan it together" in told
    assert "Conference of all" not in told
    assert "Events filtered by: <strong>Strathmuir, Workshop</strong>" in told
    assert "Long ago in Glenbeg" in text(client, f"{LIST}?time=past")
    assert "Plan it together" in text(client, f"{LIST}?place=nowhere&kind=%00"), "an old link"


def test_a_long_story_ends_at_a_word_and_says_that_there_is_more(
    client: Client, world: World
) -> None:
    announced(world.strathmuir, by=world.cara.actor, what="We plan together. " * 30)
    assert "together. We …</p>" in text(client, LIST)


def test_a_draft_and_a_members_event_look_as_if_they_were_not_there(
    client: Client, world: World
) -> None:
    by = world.cara.actor
    prepared(world.strathmuir, by=by, title="Draft")
    announced(world.strathmuir, by=by, title="Inside", audience="members")
    nothing = client.get(f"{LIST}strathmuir/nothing/").status_code
    for slug in ("draft", "inside"):
        for page in ("", "book/", "booking/", "here/", "event.ics"):
            assert client.get(f"{LIST}strathmuir/{slug}/{page}").status_code == nothing == 404
    assert "Inside" not in text(client, LIST) + text(client, f"{LIST}calendar.ics")
    client.force_login(world.ann.user)
    assert "Inside" in text(client, f"{LIST}strathmuir/inside/")
    assert "Inside" not in text(client, f"{LIST}calendar.ics"), "feeds are kept by others"


def test_an_events_page_says_how_help_stands_and_keeps_the_link_to_join(
    client: Client, world: World
) -> None:
    announced(
        world.strathmuir,
        by=world.cara.actor,
        venue="",
        join_link="https://meet.example.org/secret",
    )
    page = text(client, PAGE)
    assert "British Sign Language" in page
    assert "01632 960 114" in page
    for path in (PAGE, f"{PAGE}event.ics", f"{LIST}calendar.ics"):
        assert "meet.example.org" not in text(client, path)


def test_what_is_called_off_says_so_and_takes_no_bookings(
    client: Client, world: World, workshop: Gathering
) -> None:
    cancel_gathering(workshop, why="The hall is flooded.", by=world.cara.actor)
    page = text(client, PAGE)
    assert "The hall is flooded." in page
    assert "Book a place" not in page
    assert "STATUS:CANCELLED" in text(client, f"{PAGE}event.ics")
    assert client.get(f"{PAGE}book/").status_code == 302


def test_how_many_came_is_told_to_everybody_unless_they_were_few(
    client: Client, world: World
) -> None:
    names = ["Gail", "Hugh", "Ida", "Jean", "Kim"]
    held_with(world.strathmuir, names, by=world.cara.actor, title="Many")
    held_with(world.strathmuir, names[:2], by=world.cara.actor, title="Few")
    assert "5 people came" in text(client, f"{LIST}strathmuir/many/")
    assert "came." not in text(client, f"{LIST}strathmuir/few/")


def test_what_people_write_is_escaped(client: Client, world: World) -> None:
    hostile = "<script>alert('x')</script>"
    announced(world.strathmuir, by=world.cara.actor, title="Plan it together", what=hostile)
    books(Gathering.objects.in_place(world.strathmuir).get(), hostile, email="x@example.org")
    assert hostile not in text(client, PAGE)
    client.force_login(world.cara.user)
    people = text(client, "/strathmuir/workspace/events/plan-it-together/people/")
    assert hostile not in people
    assert "&lt;script&gt;" in people


def test_search_leads_to_events_that_everybody_may_read(
    client: Client, world: World, workshop: Gathering
) -> None:
    announced(world.strathmuir, by=world.cara.actor, title="Inside together", audience="members")
    page = text(client, "/search/?q=together&kind=event")
    assert f'href="{PAGE}"' in page
    assert "Inside" not in page
    assert PAGE in text(client, "/sitemap-found.xml")
