"""A partnership leaves: what it published goes on at the nation or is shown no more, as chosen."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from wagtail.models import Revision

from alongside.foundation.discussions.actions import make_move, say
from alongside.foundation.discussions.kinds import subject_at
from alongside.foundation.gatherings.models import Booking, Gathering
from alongside.foundation.history.actor import ANONYMOUS
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.notices.models import Message
from alongside.foundation.places.models import Place
from alongside.foundation.search.models import SearchRow
from alongside.insight.national.actions.leaving import let_leave
from alongside.learning.blog import invariants
from alongside.learning.blog.jobs import publish_due
from alongside.learning.blog.models import Picture, Post
from alongside.learning.blog.tests.conftest import shelf  # noqa: F401 - where pictures are kept
from tests.coaching import open_cohort
from tests.comments import UNHURRIED, told
from tests.gatherings import announced, books
from tests.people import World
from tests.posts import author, draw_picture, series, topic, write_post, write_prose
from tests.telling import publish_case

PAGE = "/caldonia/national/leaving/strathmuir/"


def everything(world: World) -> Post:
    """Something of each kind; a draft, which nobody else reads."""
    here = world.strathmuir
    post = write_post(
        here,
        "A year of lunches",
        authors=[author(here, "Rona M")],
        topics=[topic(world.nation, "Co-production")],
        series=series(here, "A year"),
        picture=draw_picture(here),
        picture_says="A bench",
    )
    write_post(here, "Canary draft", publish=False)
    write_prose(here, "About us")
    return post


def leave(world: World, **chosen: bool) -> Place:
    return let_leave(world.strathmuir, hand_over=chosen, by=world.fay.actor)


def test_posts_go_on_at_the_nation_with_who_wrote_them_and_where(
    world: World, client: Client
) -> None:
    everything(world)
    left = leave(world)
    assert left.state == Place.State.LEAVING
    assert left.leaving_since is not None
    moved = client.get("/learn/blog/strathmuir/a-year-of-lunches/")
    assert (moved.status_code, moved["Location"]) == (
        301,
        "/learn/blog/caldonia/a-year-of-lunches/",
    )
    page = client.get(moved["Location"]).text
    for words in ("About Rona M", "written at Strathmuir", "A year", "Co-production", "A bench"):
        assert words in page
    assert client.get("/learn/pages/strathmuir/about-us/").status_code == 301
    assert "Canary" not in client.get("/learn/blog/").text
    assert list(invariants.in_another_branch()) == []
    assert not Picture.objects.exclude(collection__name="Caldonia").exists()


def test_what_was_handed_over_outlives_the_place_in_lists_search_and_feeds(
    world: World, client: Client
) -> None:
    post = everything(world)
    Place.objects.filter(pk=leave(world).pk).update(state=Place.State.LEFT)
    assert client.get("/learn/blog/strathmuir/a-year-of-lunches/").status_code == 301
    feed = client.get("/learn/blog/feed.atom?place=caldonia").content.decode()
    assert "/learn/blog/caldonia/a-year-of-lunches/" in feed
    row = SearchRow.objects.unscoped(reason="a test").get(kind="post", key=str(post.pk))
    assert row.place_id == world.nation.pk
    assert "A year of lunches" in client.get("/learn/blog/?words=lunches").text


def test_comments_go_along_and_can_be_moderated_there(world: World, client: Client) -> None:
    post = everything(world)
    subject = subject_at("post", str(post.pk))
    assert subject is not None
    shown = say(
        subject,
        "post",
        str(post.pk),
        draft=told("I came every week"),
        signs=UNHURRIED,
        network="192.0.2.1",
        by=ANONYMOUS,
    ).comment
    make_move(shown, "show", by=world.cara.actor)
    leave(world)
    assert "I came every week" in client.get("/learn/blog/caldonia/a-year-of-lunches/").text
    client.force_login(world.fay.user)
    assert "I came every week" in client.get("/caldonia/workspace/comments/").text


def test_two_posts_of_one_address_both_keep_a_page(world: World, client: Client) -> None:
    write_post(world.nation, "A year of lunches", text="The nation's own.")
    everything(world)
    leave(world)
    assert "The nation" in client.get("/learn/blog/caldonia/a-year-of-lunches/").text
    moved = client.get("/learn/blog/strathmuir/a-year-of-lunches/", follow=True)
    assert "written at Strathmuir" in moved.text


def test_archived_nobody_reads_them_and_they_stay_its_own(world: World, client: Client) -> None:
    post = everything(world)
    leave(world, posts=False, pages=False)
    assert client.get("/learn/blog/strathmuir/a-year-of-lunches/").status_code == 404
    assert client.get("/learn/pages/strathmuir/about-us/").status_code == 404
    kept = Post.objects.get(pk=post.pk)
    assert (kept.live, kept.place) == (False, world.strathmuir)
    assert not SearchRow.objects.unscoped(reason="a test").filter(kind="post").exists()


def test_a_change_that_was_to_come_out_later_stays_behind(world: World) -> None:
    post = everything(world)
    newer = post.get_latest_revision_as_object()
    newer.title = "Canary to come"
    newer.go_live_at = timezone.now() + timedelta(days=1)
    newer.save_revision().publish()
    leave(world)
    Revision.objects.filter(approved_go_live_at__isnull=False).update(
        approved_go_live_at=timezone.now() - timedelta(minutes=1)
    )
    publish_due()
    assert Post.objects.get(pk=post.pk).title == "A year of lunches"


def test_an_event_is_announced_anew_and_whoever_booked_is_told_where(
    world: World, client: Client
) -> None:
    lunch = announced(world.strathmuir, by=world.cara.actor, title="A long lunch")
    books(lunch)
    leave(world)
    there = Gathering.objects.in_place(world.nation).get()
    assert (there.title, there.state, there.taken_count) == ("A long lunch", "published", 0)
    before = Gathering.objects.in_place(world.strathmuir).get()
    assert before.state == Gathering.State.CANCELLED
    assert "/learn/events/caldonia/a-long-lunch/" in before.why_cancelled
    assert client.get("/learn/events/caldonia/a-long-lunch/").status_code == 200
    assert not Booking.objects.in_place(world.nation).exists()


def test_an_event_can_be_called_off_instead(world: World) -> None:
    announced(world.strathmuir, by=world.cara.actor)
    leave(world, events=False)
    assert not Gathering.objects.in_place(world.nation).exists()
    called_off = Gathering.objects.in_place(world.strathmuir).get()
    assert "nobody else can hold it" in called_off.why_cancelled


def test_days_of_courses_are_called_off_whatever_becomes_of_events(world: World) -> None:
    open_cohort(world.strathmuir, by=world.cara.actor)
    leave(world, events=True)
    assert not Gathering.objects.in_place(world.nation).exists()
    day = Gathering.objects.in_place(world.strathmuir).get()
    assert day.state == Gathering.State.CANCELLED


@pytest.mark.parametrize(("stays", "status"), [(True, 200), (False, 410)])
def test_cases_stay_in_the_library_or_are_withdrawn(
    world: World, client: Client, stays: bool, status: int
) -> None:
    publish_case(world.strathmuir, by=world.cara.actor, team=world.fay.actor)
    library = client.get("/learn/cases/").text
    (address,) = set(re.findall(r'href="(/learn/cases/caldonia/[^"/]+/)"', library))
    left = leave(world, cases=stays)
    Place.objects.filter(pk=left.pk).update(state=Place.State.LEFT)
    page = client.get(address)
    assert page.status_code == status
    assert ("Strathmuir" in page.text) or not stays


@pytest.mark.parametrize("name", ["cara", "rona", "eve", "ann"])
def test_only_a_national_lead_lets_a_partnership_leave(world: World, name: str) -> None:
    everything(world)
    with pytest.raises(Refusal, match="not_allowed"):
        let_leave(world.strathmuir, hand_over={}, by=getattr(world, name).actor)
    assert Post.objects.live().filter(place=world.strathmuir).exists()


def test_it_leaves_once_and_its_members_are_told_once(world: World) -> None:
    leave(world)
    with pytest.raises(Refusal, match="not_in_use"):
        leave(world)
    assert Event.objects.filter(verb="let_leave").count() == 1
    messages = Message.objects.in_place(world.strathmuir).filter(kind="leaving")
    assert messages.count() == 5
    assert not world.cara.actor.may("story.write", world.strathmuir.pk)


def test_the_page_lists_what_there_is_and_asks_for_each_and_for_the_last_word(
    world: World, client: Client
) -> None:
    everything(world)
    announced(world.strathmuir, by=world.cara.actor, title="A long lunch")
    client.force_login(world.fay.user)
    page = client.get(PAGE).text
    for words in ("A year of lunches", "About us", "A long lunch"):
        assert words in page
    assert "Canary" not in page
    assert "Cases in the library" not in page
    chosen = {"posts": "hand-over", "pages": "take-off", "events": "hand-over"}
    unsure = client.post(PAGE, chosen)
    assert unsure.status_code == 422
    assert "Confirm that it leaves" in unsure.text
    half = client.post(PAGE, {"sure": "on", "posts": "hand-over"})
    for kind in ("Pages", "Events to come"):
        assert f"{kind}: say what becomes of them." in half.text
    world.strathmuir.refresh_from_db()
    assert world.strathmuir.state == Place.State.ACTIVE
    assert client.post(PAGE, {**chosen, "sure": "on"}).status_code == 302
    assert "read and exported only" in client.get(PAGE).text
    assert client.get("/learn/blog/caldonia/a-year-of-lunches/").status_code == 200
