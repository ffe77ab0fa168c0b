"""The desk of those who write."""

import html
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from alongside.foundation.history.refusal import Refusal
from alongside.foundation.places.models import Place
from alongside.learning.blog.actions.labels import keep_label, take_away_label
from alongside.learning.blog.jobs import publish_due
from alongside.learning.blog.models import Author, Post, Topic
from tests.people import World
from tests.posts import author, paragraph, topic, write_post

pytestmark = pytest.mark.django_db
DESK = "/strathmuir/workspace/blog/"


@pytest.fixture
def cara(client: Client, world: World) -> Client:
    client.force_login(world.cara.user)
    return client


def desk(cara: Client) -> str:
    return cara.get(DESK).content.decode()


def test_it_tells_what_is_wrong_with_a_text(cara: Client, world: World) -> None:
    draft = write_post(world.strathmuir, "Not out yet", publish=False)
    links = (
        f'<a linktype="page" id="{draft.pk}">one</a> <a linktype="page" id="99999">two</a> '
        '<a href="/strathmuir/nowhere/at/all/">three</a> <a href="https://example.org/x">four</a> '
        '<a href="/learn/blog/">five</a>'
    )
    write_post(world.strathmuir, "Many links", body=[paragraph(links)])
    told = desk(cara)
    assert "leads to a page that isn't published" in html.unescape(told)
    assert "leads to a page that isn't there any more" in html.unescape(told)
    assert "A link leads nowhere here: /strathmuir/nowhere/at/all/" in told
    assert "example.org" not in told
    assert told.count("Look at this") == 3


def test_a_post_comes_out_when_its_time_has_come(cara: Client, world: World) -> None:
    post = write_post(world.strathmuir, "Tomorrow", publish=False)
    post.go_live_at = timezone.now() + timedelta(days=1)
    post.save_revision(approved_go_live_at=post.go_live_at)
    assert "Comes out on" in desk(cara)
    publish_due()
    assert not Post.objects.get(pk=post.pk).live
    post.go_live_at = timezone.now() - timedelta(minutes=1)
    post.save_revision(approved_go_live_at=post.go_live_at)
    publish_due()
    assert Post.objects.get(pk=post.pk).live
    assert "Tomorrow" in cara.get("/search/?q=tomorrow").content.decode()


def test_topics_are_kept_by_the_nation_alone(cara: Client, world: World) -> None:
    path = f"{DESK}topic/new/"
    assert cara.post(path, {"name": "Ours"}).status_code == 403
    assert not Topic.objects.in_place(world.strathmuir).exists()
    keep_label(Topic(name="Theirs"), place=world.nation, by=world.fay.actor)
    assert "Theirs" in desk(cara)


def test_two_of_one_name_get_two_addresses(world: World) -> None:
    slugs = [author(world.strathmuir, "Ann Other").slug for _ in range(2)]
    assert slugs == ["ann-other", "ann-other-2"]


def test_a_topic_goes_and_its_posts_stay(client: Client, world: World) -> None:
    gone = topic(world.nation, "Gone")
    write_post(world.strathmuir, "Still here", topics=[gone])
    take_away_label(gone, by=world.fay.actor)
    assert client.get("/learn/blog/strathmuir/still-here/").status_code == 200
    assert "Still here" in client.get("/learn/blog/?topic=gone").content.decode()


def test_an_author_of_posts_stays_and_can_be_renamed(cara: Client, world: World) -> None:
    ann = author(world.strathmuir, "Ann")
    write_post(world.strathmuir, "Hers", authors=[ann])
    with pytest.raises(Refusal):
        take_away_label(ann, by=world.cara.actor)
    said = {"name": "A resident", "has_agreed": "on"}
    assert cara.post(f"{DESK}author/ann/", said).status_code == 302
    assert Author.objects.in_place(world.strathmuir).get().name == "A resident"
    assert "A resident" in cara.get("/learn/blog/strathmuir/hers/").content.decode()


def test_a_partnership_that_is_leaving_writes_no_more_and_is_read_on(
    cara: Client, world: World
) -> None:
    write_post(world.strathmuir, "Written before")
    world.strathmuir.state = Place.State.LEAVING
    world.strathmuir.save()
    assert cara.post(f"{DESK}write/").status_code == 403
    assert cara.get("/learn/blog/strathmuir/written-before/").status_code == 200
    assert cara.get("/learn/editing/images/").status_code == 404


def test_beginning_twice_at_once_opens_one_space(cara: Client, world: World) -> None:
    for _again in range(2):
        assert "/learn/editing/pages/add/blog/post/" in cara.post(f"{DESK}write/")["Location"]


def test_it_tells_which_translation_is_behind_its_original(cara: Client, world: World) -> None:
    first = write_post(world.strathmuir, "Soup on Thursdays")
    gaelic = write_post(world.strathmuir, "Brot", language="gd", translation_of=first)
    shown = desk(cara)
    assert "Translated: Gàidhlig" in shown
    assert "Gàidhlig, a translation of “Soup on Thursdays”" in shown
    assert "published anew since" not in shown
    first.save_revision().publish()
    assert "published anew since" in desk(cara)
    gaelic.save_revision()
    assert "published anew since" not in desk(cara)
