"""Ninety days after a partnership began to leave, its rows are deleted; not a day sooner."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from wagtail.models import Collection, PageLogEntry, Workflow

from alongside.foundation.accounts.models import User
from alongside.foundation.consent.actions.emptying import empty_place
from alongside.foundation.history.actor import system_actor
from alongside.foundation.history.models import Event
from alongside.foundation.history.refusal import Refusal
from alongside.foundation.members.models import Person
from alongside.foundation.notices.models import Message
from alongside.foundation.places.models import Place
from alongside.insight.national.actions.emptying import empty_what_is_due, warn_of_the_last_day
from alongside.insight.national.actions.leaving import let_leave
from alongside.learning.blog.models import Picture, Post
from alongside.learning.blog.tests.conftest import shelf  # noqa: F401 - where pictures are kept
from tests.people import World
from tests.posts import draw_picture, write_post


def left_days_ago(world: World, days: int) -> None:
    let_leave(world.strathmuir, hand_over={}, by=world.fay.actor)
    began = timezone.localdate() - timedelta(days=days)
    Place.objects.filter(pk=world.strathmuir.pk).update(leaving_since=began)


@pytest.mark.parametrize(("days", "emptied"), [(89, 0), (90, 1)])
def test_it_can_be_read_for_ninety_days(
    world: World, client: Client, days: int, emptied: int
) -> None:
    left_days_ago(world, days)
    assert empty_what_is_due(by=system_actor()) == emptied
    client.force_login(world.fay.user)
    page = client.get("/caldonia/national/leaving/strathmuir/")
    assert page.status_code == (404 if emptied else 200)
    assert Person.objects.in_place(world.strathmuir).exists() is not bool(emptied)


def test_it_happens_once_and_history_says_so(world: World) -> None:
    left_days_ago(world, 200)
    assert [empty_what_is_due(by=system_actor()) for _again in range(2)] == [1, 0]
    verbs = Event.objects.in_place(world.strathmuir.pk).values_list("verb", flat=True)
    assert [verb for verb in verbs if verb in {"has_left", "empty_place"}] == [
        "empty_place",
        "has_left",
    ]


def test_who_was_declined_is_emptied_too(world: World) -> None:
    long_ago = timezone.localdate() - timedelta(days=90)
    Place.objects.filter(pk=world.glenbeg.pk).update(
        state=Place.State.LEFT, started_on=long_ago, ended_on=long_ago
    )
    assert empty_what_is_due(by=system_actor()) == 1
    assert not Person.objects.in_place(world.glenbeg).exists()


def test_an_account_lives_on_where_somebody_is_in_another_place_too(world: World) -> None:
    cara = world.cara.user
    Person.objects.create(place=world.glenbeg, user=cara, name="Cara")
    left_days_ago(world, 90)
    empty_what_is_due(by=system_actor())
    assert User.objects.filter(pk=cara.pk).exists()
    assert not User.objects.filter(pk=world.bo.user.pk).exists()


def test_drafts_go_with_their_pictures_and_what_was_handed_over_stays(
    world: World, client: Client, django_capture_on_commit_callbacks
) -> None:
    here = world.strathmuir
    write_post(here, "Handed over", picture=draw_picture(here), picture_says="A bench")
    write_post(here, "Canary draft", publish=False)
    lost = draw_picture(here)
    left_days_ago(world, 90)
    with django_capture_on_commit_callbacks(execute=True):
        empty_what_is_due(by=system_actor())
    files = [one for one in DBTaskResult.objects.ready() if "delete_file" in one.task_path]
    for waiting in files:  # Wagtail leaves them to the worker
        waiting.task.call(*waiting.args_kwargs["args"])
    assert [post.title for post in Post.objects.all()] == ["Handed over"]
    assert client.get("/learn/blog/strathmuir/handed-over/").status_code == 301
    assert Picture.objects.get().file.storage.exists(Picture.objects.get().file.name)
    assert not (Path(settings.MEDIA_ROOT) / lost.file.name).exists()
    assert not Collection.objects.filter(name=here.name).exists()
    assert not Workflow.objects.filter(name__contains=here.name).exists()
    assert not PageLogEntry.objects.filter(label__contains="Canary").exists()


def test_members_are_warned_once_two_weeks_before(world: World) -> None:
    left_days_ago(world, 75)
    warn_of_the_last_day()
    assert not Message.objects.in_place(world.strathmuir).filter(key="strathmuir last").exists()
    Place.objects.filter(pk=world.strathmuir.pk).update(
        leaving_since=timezone.localdate() - timedelta(days=76)
    )
    for _again in range(2):
        warn_of_the_last_day()
    told = Message.objects.in_place(world.strathmuir).filter(key="strathmuir last")
    assert told.count() == 5
    last: date = timezone.localdate() + timedelta(days=14)
    assert f"{last.day} {last:%B %Y}" in told[0].title


def test_a_partnership_in_use_is_never_emptied(world: World) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        empty_place(world.strathmuir, by=system_actor())
    with pytest.raises(Refusal, match="not_allowed"):
        empty_place(world.strathmuir, by=world.fay.actor)
