"""Pages that are kept for everybody."""

import gzip

import pytest
from django.core.cache import caches
from django.test import Client
from pytest_django.fixtures import Settings

from tests.people import World
from tests.posts import write_post

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def keep_pages(settings: Settings) -> None:
    settings.KEEP_NO_PAGES = False
    caches["pages"].clear()


def test_the_second_visitor_costs_one_question(
    world: World, django_assert_num_queries: object
) -> None:
    write_post(world.strathmuir, "First")
    first = Client().get("/learn/blog/")
    with django_assert_num_queries(1):  # type: ignore[operator]
        second = Client().get("/learn/blog/")
    assert second.content == first.content
    assert second["Content-Security-Policy"] == first["Content-Security-Policy"]
    assert second["X-Request-ID"] != first["X-Request-ID"]


def test_what_is_published_shows_at_once(world: World) -> None:
    write_post(world.strathmuir, "First")
    assert "First" in Client().get("/learn/blog/").content.decode()
    post = write_post(world.strathmuir, "Second")
    assert "Second" in Client().get("/learn/blog/").content.decode()
    post.unpublish()
    assert "Second" not in Client().get("/learn/blog/").content.decode()


def test_no_kept_page_holds_a_token_or_a_cookie(world: World) -> None:
    write_post(world.strathmuir, "First")
    for path in ("/", "/learn/blog/", "/learn/blog/strathmuir/first/", "/strathmuir/"):
        Client().get(path)
        kept = Client().get(path)
        assert "csrfmiddlewaretoken" not in kept.content.decode()
        assert not kept.cookies
        assert kept["ETag"]


def test_whoever_has_a_cookie_gets_a_page_of_their_own(world: World) -> None:
    Client().get("/strathmuir/")
    cara = Client()
    cara.force_login(world.cara.user)
    page = cara.get("/strathmuir/")
    assert "Sign out" in page.content.decode()
    assert "no-store" in page["Cache-Control"]
    assert "Sign out" not in Client().get("/strathmuir/").content.decode()


def test_languages_and_hosts_are_kept_apart(world: World, settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["testserver", "other.example.org"]
    Client().get("/gd/learn/blog/")
    assert 'lang="en-gb"' in Client().get("/learn/blog/").content.decode()
    write_post(world.strathmuir, "First")
    Client().get("/learn/blog/", headers={"host": "other.example.org"})
    assert Client().get("/learn/blog/", headers={"host": "evil.example.org"}).status_code == 400


def test_a_page_that_did_not_change_is_not_sent_again(world: World) -> None:
    etag = Client().get("/learn/blog/")["ETag"]
    assert Client().get("/learn/blog/", headers={"if-none-match": etag}).status_code == 304
    write_post(world.strathmuir, "First")
    assert Client().get("/learn/blog/", headers={"if-none-match": etag}).status_code == 200


def test_those_who_take_it_packed_get_it_packed(world: World) -> None:
    for _again in range(2):
        packed = Client().get("/learn/blog/", headers={"accept-encoding": "gzip"})
        assert b"<h1" in gzip.decompress(packed.content)
        assert b"<h1" in Client().get("/learn/blog/").content
