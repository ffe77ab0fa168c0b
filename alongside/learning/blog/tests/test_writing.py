"""A post that is sent twice is kept once, and what was asked for last is done."""

import threading
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.urls import reverse
from wagtail.models import WorkflowState

from alongside.learning.blog.actions.spaces import open_space
from alongside.learning.blog.models import Post
from alongside.learning.blog.tests.test_editing import form_of, signed_in
from tests.people import World, make_somebody, make_world


def first_form(world: World, client: Client) -> tuple[str, dict[str, object]]:
    """The address of an empty form, and what somebody filled in, with the form's number."""
    space = open_space(world.strathmuir, by=world.cara.actor)
    path = reverse("wagtailadmin_pages:add", args=["blog", "post", space.pk])
    shown = client.get(path)
    number = shown.context["form"]["submission_key"].value()
    assert str(number) in shown.text
    return path, {**form_of(), "submission_key": str(number)}


@pytest.mark.django_db
def test_a_second_press_of_publish_leads_to_the_one_post(world: World) -> None:
    cara = signed_in(world.cara)
    path, form = first_form(world, cara)
    for _press in range(2):
        pressed = cara.post(path, {**form, "action-publish": "1"}, follow=True)
        assert pressed.redirect_chain[-1][0].startswith("/learn/editing/pages/")
    assert "sent twice, and kept once" in pressed.text
    assert Post.objects.get(slug="from-the-form").live


@pytest.mark.django_db
def test_a_draft_kept_meanwhile_is_sent_for_review_as_it_stands_now(world: World) -> None:
    fin = signed_in(make_somebody(world.strathmuir, "Fin", role="facilitator"))
    path, form = first_form(world, fin)
    kept = fin.post(path, form, headers={"Accept": "application/json"}).json()
    sent = fin.post(
        path, {**form, "introduction": "Three words more", "action-submit": "1"}, follow=True
    )
    assert sent.status_code == 200
    post = Post.objects.get(slug="from-the-form")
    assert post.pk == kept["pk"]
    assert post.get_latest_revision_as_object().introduction == "Three words more"
    assert post.current_workflow_state is not None
    late = fin.post(path, form, headers={"Accept": "application/json"})
    assert late.json()["error_code"] == "sent_before"


@pytest.mark.django_db
def test_a_number_that_somebody_else_used_leads_nowhere(world: World) -> None:
    cara, fin = signed_in(world.cara), make_somebody(world.strathmuir, "Fin", role="facilitator")
    path, form = first_form(world, cara)
    cara.post(path, form)
    assert signed_in(fin).post(path, {**form, "slug": "another"}).status_code == 302
    assert Post.objects.get(slug="another").owner == fin.user
    assert (
        cara.post(path, {**form, "slug": "third", "submission_key": "nonsense"}).status_code < 400
    )


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite in memory has one connection")
def test_four_presses_at_once_and_two_people_at_once() -> None:
    world = make_world()
    cara = world.cara
    path, form = first_form(world, signed_in(cara))
    others = {**form, "slug": "of-another-form", "submission_key": str(uuid4())}
    sent = [{**one, "action-submit": "1"} for one in (form, form, form, form, others, others)]
    answers, start = [], threading.Barrier(len(sent))

    def press(one: dict[str, object]) -> None:
        client = signed_in(cara)
        start.wait()
        try:
            answers.append(client.post(path, one).status_code)
        finally:
            connection.close()

    threads = [threading.Thread(target=press, args=(one,)) for one in sent]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert answers == [302] * len(sent)
    assert sorted(Post.objects.values_list("slug", flat=True)) == [
        "from-the-form",
        "of-another-form",
    ]
    assert WorkflowState.objects.count() == 2
