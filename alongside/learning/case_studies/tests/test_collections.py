"""Collections: picked, ordered, read by everybody, taken along as a booklet."""

import zipfile
from io import BytesIO

import pytest
from django.test import Client

from alongside.foundation.history.actor import ANONYMOUS
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.jobs.models import Job
from alongside.foundation.jobs.testing import run_waiting_jobs
from alongside.foundation.practices.models import Practice
from alongside.foundation.search.queries import find
from alongside.learning.case_studies.actions.collecting import (
    begin_collection,
    describe_collection,
    put_in,
)
from alongside.learning.case_studies.actions.moving import move_case
from alongside.learning.case_studies.jobs import follow_booklets
from alongside.learning.case_studies.models import Booklet, Collection
from alongside.learning.case_studies.tests.test_cases import kept
from tests.people import World
from tests.telling import publish_case

OWN = "/caldonia/national/cases/collections/"
PUBLIC = "/learn/cases/collections/caldonia/homes/"


@pytest.fixture
def homes(world: World) -> Collection:
    """Two short entries and a case told in full, in this order."""
    by = world.fay.actor
    made = begin_collection(world.nation, title="Homes", introduction="Why these.", by=by)
    for title in ("Warm rooms", "Tenants check"):
        put_in(made, kept(world.nation, title), by=by)
    publish_case(world.strathmuir, by=world.cara.actor, team=by)
    put_in(made, Practice.objects.in_place(world.nation).exclude(body="").get(), by=by)
    return made


def show(collection: Collection, world: World) -> Collection:
    return describe_collection(
        collection,
        title=collection.title,
        introduction=collection.introduction,
        is_public=True,
        by=world.fay.actor,
    )


def test_the_team_puts_it_together_by_keyboard_and_buttons(world: World, client: Client) -> None:
    kept(world.nation, "Warm rooms")
    kept(world.nation, "Tenants check")
    client.force_login(world.fay.user)
    began = client.post(f"{OWN}new/", {"title": "Homes"})
    assert began["Location"] == f"{OWN}homes/"
    assert client.post(f"{OWN}new/", {"title": "Homes"})["Location"] == f"{OWN}homes/"
    assert "Warm rooms" in client.get(f"{OWN}homes/?words=warm").text
    for slug in ("warm-rooms", "tenants-check", "tenants-check", "nothing"):
        client.post(f"{OWN}homes/put-in/", {"case": slug})
    client.post(f"{OWN}homes/up/", {"case": "tenants-check"})
    page = client.get(f"{OWN}homes/").text
    assert page.index("Tenants check") < page.index("Warm rooms")
    client.post(f"{OWN}homes/take-out/", {"case": "tenants-check"})
    collection = Collection.objects.in_place(world.nation).get()
    assert collection.collected.count() == 1


def test_nobody_reads_it_before_the_team_says_so(
    world: World, homes: Collection, client: Client
) -> None:
    assert client.get(PUBLIC).status_code == 404
    assert "Homes" not in client.get("/learn/cases/collections/").text
    assert not find(ANONYMOUS, "homes", kind="collection").found
    show(homes, world)
    assert [one.path for one in find(ANONYMOUS, "homes", kind="collection").found] == [PUBLIC]
    page = client.get(PUBLIC).text
    assert page.index("Warm rooms") < page.index("Tenants check") < page.index("Neighbours keep")
    assert "being made" in page
    assert "Homes" in client.get("/learn/cases/collections/").text
    case = Practice.objects.in_place(world.nation).exclude(body="").get()
    assert PUBLIC in client.get(f"/learn/cases/caldonia/{case.slug}/").text


def test_an_empty_one_is_shown_to_nobody(world: World) -> None:
    empty = begin_collection(world.nation, title="Empty", introduction="", by=world.fay.actor)
    with pytest.raises(Refusal) as refused:
        show(empty, world)
    assert refused.value.code == "empty"


def test_only_the_team_of_the_nation_collects(world: World, homes: Collection) -> None:
    for actor in (world.cara.actor, world.eve.actor):
        with pytest.raises(Refusal):
            begin_collection(world.nation, title="Ours", introduction="", by=actor)
        with pytest.raises(Refusal):
            put_in(homes, kept(world.nation, f"Case {actor.id}"), by=actor)
    with pytest.raises(Refusal):
        begin_collection(world.strathmuir, title="Ours", introduction="", by=world.cara.actor)


def test_the_booklet_is_made_once_and_anew_when_a_case_changes(
    world: World, homes: Collection, client: Client
) -> None:
    show(homes, world)
    run_waiting_jobs()
    pdf = client.get(f"{PUBLIC}booklet.pdf")
    assert pdf["Content-Type"] == "application/pdf"
    assert b"pdfuaid" in pdf.content
    epub = client.get(f"{PUBLIC}booklet.epub")
    assert epub["Content-Type"] == "application/epub+zip"
    book = zipfile.ZipFile(BytesIO(epub.content))
    assert book.namelist()[0] == "mimetype"
    told = "".join(book.read(name).decode() for name in book.namelist() if name[-5:] == "xhtml")
    for words in ("Why these.", "The leaflet about marmalade.", "A report of 2013", "£3,200"):
        assert words in told
    assert "mo@example.org" not in told  # contacts expire, booklets stay
    follow_booklets()
    assert not Job.objects.in_place(world.nation).filter(state="waiting").exists()
    kept(world.nation, "Another")
    Practice.objects.in_place(world.nation).filter(title="Warm rooms").update(what_happens="New")
    follow_booklets()
    assert run_waiting_jobs() == 1
    assert Booklet.objects.in_place(world.nation).count() == 1


def test_what_is_withdrawn_leaves_the_collection_and_its_booklet(
    world: World, homes: Collection, client: Client
) -> None:
    case = publish_case(world.glenbeg, by=world.eve.actor, team=world.fay.actor, title="Soon gone")
    practice = Practice.objects.in_place(world.nation).get(title="Soon gone")
    put_in(homes, practice, by=world.fay.actor)
    show(homes, world)
    run_waiting_jobs()
    move_case(case, "withdraw", reason="It ended", by=world.eve.actor)
    assert "Soon gone" not in client.get(PUBLIC).text
    run_waiting_jobs()
    book = zipfile.ZipFile(BytesIO(client.get(f"{PUBLIC}booklet.epub").content))
    assert "Soon gone" not in book.read("book/nav.xhtml").decode()


def test_a_collection_asks_the_database_little(
    world: World, homes: Collection, client: Client, django_assert_max_num_queries
) -> None:
    show(homes, world)
    for number in range(30):
        put_in(homes, kept(world.nation, f"Case {number}"), by=world.fay.actor)
    client.force_login(world.fay.user)
    for address in (PUBLIC, f"{OWN}homes/", "/learn/cases/collections/"):
        with django_assert_max_num_queries(12):
            client.get(address)
