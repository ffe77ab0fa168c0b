"""What the tests of the whole site share: the scene, tried over HTTP or in a browser."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from django.test import Client
    from playwright.sync_api import Browser

    from tests.scene import Scene
    from tests.site_at import Prepared, Site


@pytest.fixture(scope="module")
def scene(django_db_setup: None, django_db_blocker) -> "Iterator[Scene]":
    """One scene for a whole module, in a transaction that is never kept.

    The module says `pytestmark = pytest.mark.django_db`: without it there is no test database.
    """
    from django.db import connection, transaction

    from tests.scene import make_scene

    assert "test" in connection.settings_dict["NAME"] or connection.is_in_memory_db()
    with django_db_blocker.unblock(), transaction.atomic():
        yield make_scene()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def clients(scene: "Scene") -> "dict[str, Client]":
    """A client for everybody who may come."""
    from tests.visitors import clients_of

    return clients_of(scene)


@pytest.fixture(scope="session")
def prepared(django_db_blocker, tmp_path_factory: pytest.TempPathFactory) -> "Prepared":
    """The scene in a database file, made once."""
    from tests.site_at import Prepared

    with django_db_blocker.unblock():
        return Prepared.in_file(tmp_path_factory.mktemp("scene") / "scene.sqlite3")


@pytest.fixture(scope="module")
def served(
    prepared: "Prepared", chromium: "Browser", django_db_blocker, tmp_path_factory
) -> "Iterator[Site]":
    """The scene on a running site, one for a module."""
    from pytest_django.live_server_helper import LiveServer

    from tests.site_at import Site, database_in

    file: Path = tmp_path_factory.mktemp("site") / "site.sqlite3"
    with django_db_blocker.unblock(), database_in(file):
        site = Site("", prepared, chromium, file)
        site.begin_again()
        server = LiveServer("127.0.0.1")
        site.url = server.url
        yield site
        site.close()
        server.stop()


@pytest.fixture
def site(served: "Site") -> "Site":
    """The running site, as it was at the beginning."""
    served.begin_again()
    return served
