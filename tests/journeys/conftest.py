"""The town of the journeys: on SQLite a file of its own, on PostgreSQL the test database."""

import os
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.journeys.post_office import PostOffice
    from tests.journeys.town import Town

ON_POSTGRES = os.environ.get("DATABASE_URL", "").startswith("postgres")


@pytest.fixture
def town(
    request: pytest.FixtureRequest, chromium: "Browser", django_db_blocker, tmp_path, settings
) -> "Iterator[Town]":
    """A site that runs, with the named people in an invented nation."""
    from contextlib import nullcontext

    from tests.journeys.post_office import PostOffice
    from tests.site_at import database_in
    from tests.tables import put_tables_in

    file = tmp_path / "town.sqlite3"
    own_file = nullcontext() if ON_POSTGRES else database_in(file)
    with django_db_blocker.unblock(), PostOffice() as post_office:
        if not ON_POSTGRES:
            put_tables_in(file)
        with own_file:
            yield from town_in(settings, chromium, post_office)


def town_in(settings: Any, chromium: "Browser", post_office: "PostOffice") -> "Iterator[Town]":
    """The town, in the database of this process."""
    from pytest_django.live_server_helper import LiveServer

    from tests.journeys.town import Town
    from tests.people import make_world

    server = LiveServer("127.0.0.1")
    settings.BASE_URL = server.url
    settings.MAILERS = {
        "default": {
            "BACKEND": "django.core.mail.backends.smtp.EmailBackend",
            "OPTIONS": {"host": "127.0.0.1", "port": post_office.port},
        }
    }
    town = Town(server.url, make_world(), chromium, post_office)
    yield town
    town.close()
    server.stop()
