"""The example, loaded once for all tests of this folder: it takes seconds."""

from collections.abc import Iterator

import pytest
from django.db import connection, transaction
from pytest_django import DjangoDbBlocker

from alongside.foundation.places.models import Place
from alongside.site.demo import DemoSummary, load_demo


@pytest.fixture(scope="package")
def loaded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[DemoSummary]:
    """The example in the database; taken out again when the tests of this folder are done."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield load_demo()
        transaction.set_rollback(True)
    assert not connection.in_atomic_block


@pytest.fixture
def demo(loaded: DemoSummary, db: None) -> DemoSummary:
    """The example, with a database that forgets what the test itself wrote."""
    return loaded


@pytest.fixture
def strathmuir(demo: DemoSummary) -> Place:
    return Place.objects.get(slug="strathmuir")


@pytest.fixture
def glenbeg(demo: DemoSummary) -> Place:
    return Place.objects.get(slug="glenbeg")


@pytest.fixture
def innisfad(demo: DemoSummary) -> Place:
    return Place.objects.get(slug="innisfad")
