"""The door to the editor: who comes in, how far, and what of other partnerships shows there."""

import re
from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from alongside.foundation.accounts.models import User
from alongside.foundation.members.models import Membership
from alongside.learning.blog.editing import OPEN_PAGES, OPEN_ROOMS, PREFIX, SESSIONS
from alongside.learning.blog.models import Post, Space
from tests.people import Somebody, World, make_somebody
from tests.posts import author, draw_picture, series, write_post

pytestmark = pytest.mark.django_db
CANARY = "Xylophonecanary"


def signed_in(one: Somebody) -> Client:
    client = Client()
    client.force_login(User.objects.get(pk=one.actor.id))
    return client


def editor_routes() -> Iterator[tuple[str, str]]:
    """Each of Wagtail's addresses with its name, numbers filled in."""

    def walk(resolver: URLResolver, path: str, room: str) -> Iterator[tuple[str, str]]:
        for pattern in resolver.url_patterns:
            here = path + re.sub(r"<(?:int:)[^>]+>", "1", str(pattern.pattern))
            here = re.sub(r"<(?:[a-z]+:)?[^>]+>", "x", here)
            if isinstance(pattern, URLResolver):
                yield from walk(pattern, here, room or (pattern.namespace or ""))
            elif isinstance(pattern, URLPattern) and "^" not in here:
                yield f"{room}:{pattern.name}" if room else str(pattern.name), here

    (editor,) = (
        found
        for top in get_resolver().url_patterns
        if isinstance(top, URLResolver)
        for found in top.url_patterns
        if str(found.pattern) == "editing/"
    )
    yield from walk(editor, PREFIX, "")


def is_listed(name: str) -> bool:
    room, _, page = name.rpartition(":")
    return room in OPEN_ROOMS or room == SESSIONS or page in OPEN_PAGES


def test_there_are_many_routes_and_most_are_closed() -> None:
    names = {name for name, _path in editor_routes()}
    assert len(names) > 100
    closed = {name for name in names if not is_listed(name)}
    assert {"wagtailadmin_login", "wagtailadmin_account"} <= closed
    assert any(name.startswith("wagtailadmin_reports") for name in closed)
    assert any(name.startswith("wagtailusers") for name in closed)


def test_nobody_comes_in_without_signing_in_or_without_writing(world: World) -> None:
    nobody, ann, vera = Client(), signed_in(world.ann), signed_in(world.dev)
    write_post(world.strathmuir, "A post")
    wrong = []
    for name, path in editor_routes():
        if nobody.get(path).status_code != 302 or nobody.post(path).status_code != 302:
            wrong.append(name)
        wrong += [name for client in (ann, vera) if client.get(path).status_code != 404]
    assert not wrong


def test_what_is_not_on_the_list_does_not_exist_even_for_those_who_publish(world: World) -> None:
    write_post(world.strathmuir, "A post")
    cara = signed_in(world.cara)
    there = {
        name
        for name, path in editor_routes()
        if not is_listed(name) and cara.get(path).status_code not in {302, 404}
    }
    assert there == set()
    assert cara.get(PREFIX)["Location"] == "/learn/blog/writing/"


def test_a_policy_for_the_editor_only(world: World) -> None:
    post = write_post(world.strathmuir, "A post")
    cara = signed_in(world.cara)
    inside = cara.get(reverse("wagtailadmin_pages:edit", args=[post.pk]))
    outside = cara.get("/learn/blog/strathmuir/a-post/")
    assert "'unsafe-inline'" in inside["Content-Security-Policy"]
    assert "http" not in inside["Content-Security-Policy"]
    assert "unsafe" not in outside["Content-Security-Policy"]
    assert inside["X-Frame-Options"] == "SAMEORIGIN"
    assert outside["X-Frame-Options"] == "DENY"
    assert "no-store" in inside["Cache-Control"]


def test_an_editor_finds_nothing_of_another_partnership(world: World) -> None:
    """Eve asks for every page of the editor; what belongs to Strathmuir shows on none."""
    draft = write_post(
        world.strathmuir,
        f"{CANARY} draft",
        publish=False,
        authors=[author(world.strathmuir, f"{CANARY} author")],
        series=series(world.strathmuir, f"{CANARY} series"),
    )
    picture = draw_picture(world.strathmuir, f"{CANARY} picture")
    ours, theirs = write_post(world.glenbeg, "Ours"), Space.objects.get(place=world.strathmuir)
    space = Space.objects.get(place=world.glenbeg)
    eve = signed_in(world.eve)
    for name, path in editor_routes():
        if not is_listed(name):
            continue
        for number in (draft.pk, theirs.pk, picture.pk, ours.pk, space.pk):
            for query in ("", f"?q={CANARY}"):
                response = eve.get(path.replace("/1/", f"/{number}/") + query)
                body = response.content.decode() if response.status_code == 200 else ""
                told = re.findall(rf"{CANARY} (?:draft|author|series|picture)", body)
                assert not told, (name, number, query)
    for path in (
        reverse("wagtailadmin_pages:edit", args=[draft.pk]),
        reverse("wagtailadmin_pages:view_draft", args=[draft.pk]),
        reverse("wagtailadmin_pages:add", args=["blog", "post", theirs.pk]),
        reverse("wagtailimages:edit", args=[picture.pk]),
    ):
        assert eve.get(path).status_code != 200, path


def form_of(place_picture: object = "") -> dict[str, object]:
    return {
        "title": "From the form",
        "slug": "from-the-form",
        "introduction": "Two words",
        "body-count": "1",
        "body-0-deleted": "",
        "body-0-order": "0",
        "body-0-type": "heading",
        "body-0-id": "",
        "body-0-value": "A heading",
        "dated_on": "2026-11-04",
        "language": "en-gb",
        "picture": place_picture,
        "picture_says": "",
        "part": "",
        "series": "",
        "translation_of": "",
    }


def test_the_form_takes_only_what_is_the_places_own(world: World) -> None:
    write_post(world.strathmuir, "Theirs")
    foreign = author(world.strathmuir, "Foreign")
    write_post(world.glenbeg, "Ours")
    space = Space.objects.get(place=world.glenbeg)
    eve = signed_in(world.eve)
    path = reverse("wagtailadmin_pages:add", args=["blog", "post", space.pk])
    refused = eve.post(path, {**form_of(), "authors": [foreign.pk]})
    assert refused.status_code in {200, 400}
    assert not Post.objects.filter(slug="from-the-form").exists()
    kept = eve.post(path, form_of())
    assert kept.status_code == 302
    post = Post.objects.get(slug="from-the-form")
    assert post.place == world.glenbeg
    assert not post.live


def test_a_picture_on_top_has_to_say_what_it_shows(world: World) -> None:
    picture = draw_picture(world.strathmuir)
    space = Space.objects.get(place=world.strathmuir)
    path = reverse("wagtailadmin_pages:add", args=["blog", "post", space.pk])
    cara = signed_in(world.cara)
    said = {**form_of(picture.pk), "action-publish": "1"}
    assert "Say what the picture shows" in cara.post(path, said).content.decode()
    assert cara.post(path, {**said, "picture_says": "A bench"}).status_code == 302
    assert Post.objects.get(slug="from-the-form").live


def test_a_writer_sends_for_review_and_a_publisher_lets_it_out(
    world: World, mailoutbox: list[object]
) -> None:
    write_post(world.strathmuir, "Before")
    fin = make_somebody(world.strathmuir, "Fin", role="facilitator")
    space = Space.objects.get(place=world.strathmuir)
    writer, publisher = signed_in(fin), signed_in(world.cara)
    publisher.get("/learn/editing/images/")  # comes once, so that mail about reviews reaches her
    path = reverse("wagtailadmin_pages:add", args=["blog", "post", space.pk])
    writer.post(path, {**form_of(), "action-publish": "1"})
    post = Post.objects.get(slug="from-the-form")
    assert not post.live, "a writer doesn't publish"
    edit = reverse("wagtailadmin_pages:edit", args=[post.pk])
    writer.post(edit, {**form_of(), "action-submit": "1"})
    desk = publisher.get("/strathmuir/workspace/blog/").content.decode()
    assert "Waiting for review" in desk
    state = Post.objects.get(pk=post.pk).current_workflow_task_state
    assert state is not None
    approve = reverse("wagtailadmin_pages:workflow_action", args=[post.pk, "approve", state.pk])
    assert writer.post(approve).status_code in {302, 403, 404}
    assert not Post.objects.get(pk=post.pk).live
    publisher.post(approve)
    assert Post.objects.get(pk=post.pk).live


def test_whoever_stopped_being_a_member_finds_the_door_shut_at_once(world: World) -> None:
    post = write_post(world.strathmuir, "A post")
    cara, path = signed_in(world.cara), reverse("wagtailadmin_pages:edit", args=[post.pk])
    assert cara.get(path).status_code == 200
    yesterday = timezone.localdate() - timezone.timedelta(days=1)
    Membership.objects.in_place(world.strathmuir).filter(person=world.cara.person).update(
        from_on=yesterday, until_on=yesterday
    )
    assert cara.get(path).status_code == 404
    assert not User.objects.get(pk=world.cara.actor.id).groups.exists()
