"""What whoever watches the site is told."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from django.test import Client
from pytest_django import Settings

from alongside.foundation.consent.tombstones import set_tombstone
from alongside.foundation.history.triggers import declared_triggers
from alongside.foundation.jobs.worker import give_sign_of_life
from alongside.site import health
from tests.people import World


@pytest.fixture(autouse=True)
def forgetful() -> Iterator[None]:
    """A process that has not looked yet."""
    health.COMPLETE.clear()
    yield
    health.COMPLETE.clear()


@pytest.fixture(autouse=True)
def own_folder(settings: Settings, tmp_path: Path) -> None:
    settings.RUN_DIR = tmp_path


def asked(client: Client) -> tuple[int, dict[str, Any]]:
    answer = client.get("/readyz")
    return answer.status_code, answer.json()


def test_a_living_process_answers_without_the_database(client: Client) -> None:
    answer = client.get("/healthz")

    assert (answer.status_code, answer.json()) == (200, {"alive": True})
    assert "no-store" in answer["Cache-Control"]


def test_a_complete_site_is_ready(client: Client, db: None) -> None:
    give_sign_of_life("here")

    assert asked(client) == (
        200,
        {
            "ready": True,
            "database": True,
            "lacks": [],
            "erasures_waiting": 0,
            "work": {"workers": 1, "waiting": 0, "running": 0, "failed_today": 0},
        },
    )


def test_without_a_worker_it_is_ready_and_says_so(client: Client, db: None) -> None:
    status, facts = asked(client)

    assert (status, facts["work"]["workers"]) == (200, 0)


def test_a_missing_migration_is_not_ready(client: Client, db: None) -> None:
    MigrationRecorder(connection).record_unapplied("jobs", "0001_initial")

    status, facts = asked(client)

    assert status == 503
    assert facts["lacks"] == ["1 migrations, from jobs.0001_initial"]


def test_a_missing_trigger_is_not_ready(client: Client, db: None) -> None:
    trigger = next(iter(declared_triggers()))
    on = f" ON {trigger.table}" if connection.vendor == "postgresql" else ""
    with connection.cursor() as cursor:
        cursor.execute(f"DROP TRIGGER {trigger.name}{on}")

    assert asked(client)[1]["lacks"] == [f"trigger {trigger.name}"]


def test_somebody_erased_who_is_back_is_not_ready(client: Client, world: World) -> None:
    set_tombstone("person", str(world.ann.person.public_id))

    status, facts = asked(client)

    assert (status, facts["erasures_waiting"]) == (503, 1)


def test_an_unreachable_database_is_not_ready(client: Client, db: None) -> None:
    def fail() -> None:
        raise OperationalError("could not connect to host db.internal as alongside")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(connection, "ensure_connection", fail)
        status, facts = asked(client)

    assert (status, facts["lacks"]) == (503, ["the database can't be reached"])
    assert "db.internal" not in str(facts)


@pytest.mark.parametrize("address", ["/healthz", "/readyz"])
def test_nothing_can_be_sent_there(client: Client, db: None, address: str) -> None:
    assert client.post(address).status_code == 405
