"""A partnership that has left leaves no word and no row behind, but what the nation was given."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection, models
from django.utils import timezone

from alongside.foundation.accounts.models import User
from alongside.foundation.consent.actions.emptying import tables_of_places
from alongside.foundation.history.actor import system_actor
from alongside.foundation.places.models import Place
from alongside.insight.national.actions.emptying import empty_what_is_due
from tests.scene import Scene

pytestmark = pytest.mark.django_db
CANARY = "canary"
# The nation's own copy of a case that it was given to publish, and what finds it.
GIVEN = {"case_studies.PublishedCase", "case_studies.CaseLabel", "search.SearchRow"}


def tables_that_say(word: str) -> Iterator[str]:
    """Each table of the database that holds the word in any column, libraries' tables included."""
    for model in apps.get_models(include_auto_created=True):
        rows = models.QuerySet(model).values_list(*(f.attname for f in model._meta.concrete_fields))
        if any(word in str(value).casefold() for row in rows for value in row):
            yield model._meta.label


def rows_of(place: Place) -> dict[str, int]:
    counts = {
        model._meta.label: models.QuerySet(model).filter(place=place).count()
        for model in tables_of_places()
    }
    return {label: count for label, count in counts.items() if count}


def leave_long_ago(place: Place) -> None:
    began = timezone.localdate() - timedelta(days=90)
    Place.objects.filter(pk=place.pk).update(state=Place.State.LEAVING, leaving_since=began)


def test_no_word_of_it_stays_anywhere(scene: Scene) -> None:
    before = set(tables_that_say(CANARY))
    assert len(before) > 30
    leave_long_ago(scene.glenbeg.place)
    assert empty_what_is_due(by=system_actor()) == 1
    connection.check_constraints()
    assert set(tables_that_say(CANARY)) <= GIVEN
    assert rows_of(scene.glenbeg.place) == {}
    assert not User.objects.filter(email=scene.world.eve.user.email).exists()


def test_others_keep_every_row(scene: Scene) -> None:
    kept = rows_of(scene.strathmuir.place), rows_of(scene.world.nation)
    assert empty_what_is_due(by=system_actor()) == 0
    assert (rows_of(scene.strathmuir.place), rows_of(scene.world.nation)) == kept


def test_every_table_of_a_partnership_can_be_emptied(scene: Scene) -> None:
    here = scene.strathmuir.place
    assert len(rows_of(here)) > 60
    leave_long_ago(here)
    assert empty_what_is_due(by=system_actor()) == 1
    connection.check_constraints()
    assert rows_of(here) == {}
    left = Place.objects.get(pk=here.pk)
    assert (left.state, left.emptied_on) == (Place.State.LEFT, timezone.localdate())
    assert (left.contact_name, left.contact_phone) == ("", "")
