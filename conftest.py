"""Settings of the whole test suite: which database, no network, and the named people."""

import os
import socket
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings
from pytest_socket import socket_allow_hosts

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.people import World

# Slow machines are no fault of the code; the same examples every time keep a red run reproducible.
settings.register_profile(
    "ours", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("ours")


ASKS_A_DATABASE = {"db", "transactional_db", "django_db_setup"}


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what reaches no database, since pytest-django refuses it, nor starts what might."""
    for item in items:
        asks = ASKS_A_DATABASE & set(getattr(item, "fixturenames", ()))
        marked = item.get_closest_marker("django_db") or item.get_closest_marker("fault")
        starts = hasattr(getattr(item, "module", None), "subprocess")
        if not (asks or marked or starts):
            item.add_marker("one_database")


@pytest.fixture(autouse=True)
def no_network() -> None:
    """Only this machine may be reached; anything else is an error."""
    socket_allow_hosts(
        ["127.0.0.1", "::1", "localhost", socket.gethostname()], allow_unix_socket=True
    )


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    django_db_modify_db_settings_parallel_suffix: None,
) -> Iterator[None]:
    """The test database begins with every table; Django finds little left to migrate."""
    from django.db import connection

    from tests.tables import kept_database, tables_in_memory

    if connection.vendor == "sqlite":
        with tables_in_memory(connection.creation._get_test_db_name()):
            yield
    else:
        tables = kept_database(os.environ["DATABASE_URL"])
        connection.settings_dict["TEST"]["TEMPLATE"] = tables
        yield


@pytest.fixture
def world(db: None) -> "World":
    """An invented nation with two partnerships and the named people."""
    from tests.people import make_world

    return make_world()


@pytest.fixture(scope="session")
def chromium() -> "Iterator[Browser]":
    """One browser for all tests that look at pages; CHROMIUM says which."""
    from playwright.sync_api import sync_playwright

    from tests.browser import launch

    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    """Each test begins with nothing kept of pages; what signing in counts goes with its database."""
    from django.core.cache import caches

    caches["template_fragments"].clear()


@pytest.fixture(scope="session", autouse=True)
def history_may_be_emptied_between_tests() -> Iterator[None]:
    """Between two tests the tables are emptied, which history's own guard rightly refuses."""
    from django.db import connection
    from django.test import TransactionTestCase

    from alongside.foundation.history.triggers import declared_triggers, install_triggers

    empty_tables = TransactionTestCase._fixture_teardown

    def teardown(case: TransactionTestCase) -> None:
        if connection.vendor == "sqlite":
            with connection.cursor() as cursor:
                for trigger in declared_triggers():
                    if trigger.event == "DELETE":
                        cursor.execute(f"DROP TRIGGER IF EXISTS {trigger.name}")
        empty_tables(case)
        install_triggers(connection, declared_triggers())

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(TransactionTestCase, "_fixture_teardown", teardown)
        yield
