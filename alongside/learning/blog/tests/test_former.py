"""Whoever comes to an old address of a post is led to the new one, and learns nothing else."""

import pytest
from django.test import Client

from alongside.foundation.places.actions import rename_slug
from alongside.foundation.places.models import Place
from alongside.learning.blog.models import FormerAddress, Post
from tests.people import World
from tests.posts import write_post, write_prose

pytestmark = pytest.mark.django_db
BLOG = "/learn/blog/strathmuir/"


def readdress(post: Post, slug: str, *, publish: bool = True) -> None:
    """What the editor does: a new version with another address, and out with it."""
    newer = post.get_latest_revision_as_object()
    newer.slug = slug
    revision = newer.save_revision()
    if publish:
        revision.publish()


def led(client: Client, path: str) -> tuple[int, str]:
    reply = client.get(path)
    return reply.status_code, reply.headers.get("Location", "")


def test_the_old_address_leads_to_the_new_one_for_ever(client: Client, world: World) -> None:
    post = write_post(world.strathmuir, "A year")
    for slug in ("a-year-on", "a-whole-year"):
        readdress(Post.objects.get(pk=post.pk), slug)
    assert led(client, f"{BLOG}a-year/") == (301, f"{BLOG}a-whole-year/")
    assert led(client, f"{BLOG}a-year-on/") == (301, f"{BLOG}a-whole-year/")
    assert client.get(f"{BLOG}a-whole-year/").status_code == 200


def test_it_changes_only_when_the_new_version_comes_out(client: Client, world: World) -> None:
    post = write_post(world.strathmuir, "A year")
    readdress(post, "a-year-on", publish=False)
    assert client.get(f"{BLOG}a-year/").status_code == 200
    assert client.get(f"{BLOG}a-year-on/").status_code == 404


def test_going_back_to_the_first_address_leads_in_no_circle(client: Client, world: World) -> None:
    post = write_post(world.strathmuir, "A year")
    readdress(post, "a-year-on")
    readdress(Post.objects.get(pk=post.pk), "a-year")
    assert client.get(f"{BLOG}a-year/").status_code == 200
    assert led(client, f"{BLOG}a-year-on/") == (301, f"{BLOG}a-year/")


def test_an_address_that_two_had_in_turn_leads_to_the_last(client: Client, world: World) -> None:
    first = write_post(world.strathmuir, "A year")
    readdress(first, "the-first")
    second = write_post(world.strathmuir, "A year")
    assert "A year" in client.get(f"{BLOG}a-year/").text
    readdress(second, "the-second")
    assert led(client, f"{BLOG}a-year/") == (301, f"{BLOG}the-second/")


def test_drafts_have_no_former_address_and_what_is_no_longer_shown_is_not_led_to(
    client: Client, world: World
) -> None:
    draft = write_post(world.strathmuir, "Canary", publish=False)
    readdress(draft, "canary-two", publish=False)
    shown = write_post(world.strathmuir, "Taken away")
    readdress(shown, "canary-three")
    Post.objects.get(pk=shown.pk).unpublish()
    for slug in ("canary", "canary-two", "taken-away"):
        assert led(client, f"{BLOG}{slug}/") == (404, "")
    assert led(client, "/learn/blog/glenbeg/taken-away/") == (404, "")


def test_a_post_of_a_place_that_left_is_not_led_to(client: Client, world: World) -> None:
    readdress(write_post(world.strathmuir, "A year"), "a-year-on")
    Place.objects.filter(pk=world.strathmuir.pk).update(state=Place.State.LEFT)
    assert led(client, f"{BLOG}a-year/") == (404, "")


def test_the_old_name_of_the_place_leads_on_too(client: Client, world: World) -> None:
    readdress(write_post(world.strathmuir, "A year"), "a-year-on")
    rename_slug(world.strathmuir, slug="muir", by=world.cara.actor)
    for slug in ("a-year", "a-year-on"):
        assert led(client, f"{BLOG}{slug}/") == (301, "/learn/blog/muir/a-year-on/")


def test_pages_of_prose_lead_on_among_themselves(client: Client, world: World) -> None:
    page = write_prose(world.strathmuir, "About us")
    page.slug = "who-we-are"
    page.save_revision().publish()
    assert led(client, "/learn/pages/strathmuir/about-us/")[0] == 301
    assert led(client, f"{BLOG}about-us/") == (404, "")


def test_a_post_that_is_deleted_takes_its_old_addresses_along(world: World) -> None:
    post = write_post(world.strathmuir, "A year")
    readdress(post, "a-year-on")
    assert FormerAddress.objects.in_place(world.strathmuir).count() == 1
    Post.objects.get(pk=post.pk).delete()
    assert FormerAddress.objects.in_place(world.strathmuir).count() == 0
