"""Tables change shape although the database's own rules speak of them."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from alongside.foundation.history.triggers import declared_triggers, present_triggers
from alongside.foundation.places.models import Place, Service
from tests.site_at import database_in
from tests.tables import kept_file

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="only SQLite rebuilds tables to change their shape"
)


def shape_of(path: Path) -> list[tuple[str, str]]:
    """Every table, index and trigger, as SQLite tells it."""
    with closing(sqlite3.connect(path)) as file:
        return sorted(file.execute("SELECT name, coalesce(sql, '') FROM sqlite_schema"))


def triggers_in(path: Path) -> set[str]:
    """Every trigger, also those of libraries."""
    with closing(sqlite3.connect(path)) as file:
        found = file.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
        return {name for (name,) in found}


def test_going_back_and_forth_keeps_rows_and_rules(tmp_path: Path, django_db_blocker: Any) -> None:
    with django_db_blocker.unblock(), database_in(tmp_path / "town.sqlite3"):
        call_command("migrate", verbosity=0)
        assert shape_of(tmp_path / "town.sqlite3") == shape_of(kept_file())  # what tests begin with
        nation = Place.objects.create(name="Caldonia", slug="caldonia", kind="nation")
        town = Place.objects.create(
            name="Ferrylea", slug="ferrylea", kind="partnership", nation=nation
        )
        Service.objects.create(place=town, name="Ferry", slug="ferry")
        triggers = triggers_in(tmp_path / "town.sqlite3")
        for target in (["map_it", "0004_more_time"], []):
            call_command("migrate", *target, verbosity=0)
            assert Service.objects.in_place(town).count() == 1
        declared = {trigger.name for trigger in declared_triggers()}
        assert present_triggers(connection) == declared
        # Those of libraries too: Wagtail's keep its words index.
        assert triggers_in(tmp_path / "town.sqlite3") == triggers > declared
