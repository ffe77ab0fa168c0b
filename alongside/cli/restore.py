"""Put a backup back, bring it up to date, and erase again whoever was erased since (trust 44).

The site must be stopped. What is there is overwritten, so it asks for --yes. Until the erasures
are repeated, /readyz says no, even where somebody restores by other means.
"""

import argparse
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from alongside.cli.platform import start_platform
from alongside.cli.postgres_programs import run_postgres_program
from alongside.cli.refused import CommandRefused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """From where."""
    parser.add_argument("file", type=Path)
    parser.add_argument("--yes", action="store_true", help="overwrite what is there")


def run(options: argparse.Namespace) -> int:
    """Restore, migrate, repeat the erasures."""
    start_platform()
    from django.core.management import call_command
    from django.db import connection

    from alongside.foundation.consent.actions.erasing import replay_tombstones
    from alongside.foundation.history.actor import system_actor

    if not options.file.is_file():
        raise CommandRefused(f"There is no file {options.file}.")
    if not options.yes and not _is_empty():
        raise CommandRefused("The database is not empty. To overwrite it, add --yes.")
    if _is_in_use():
        raise CommandRefused("A worker is running. Stop the site first, then wait a minute.")
    connection.close()
    if connection.vendor == "sqlite":
        _restore_sqlite(connection.settings_dict, options.file)
    else:
        run_postgres_program(
            "pg_restore",
            connection.settings_dict,
            ["--clean", "--if-exists", "--no-owner", "--single-transaction", str(options.file)],
        )
    call_command("migrate", verbosity=0, interactive=False)
    erased = replay_tombstones(by=system_actor())
    print(f"Restored. Erased again: {erased}. Now run: alongside check")
    return 0


def _is_empty() -> bool:
    from django.db import DatabaseError, connection

    try:
        return "places_place" not in connection.introspection.table_names()
    except DatabaseError:  # damaged: there was something
        return False


def _is_in_use() -> bool:
    from django.db import DatabaseError

    from alongside.foundation.jobs.queries import work_in_hand

    try:
        return work_in_hand()["workers"] > 0
    except DatabaseError:  # nothing there, or damaged: nobody works with it
        return False


def _restore_sqlite(settings: dict[str, Any], backup: Path) -> None:
    """Copy beside the database first; then the change is one renaming."""
    try:
        with closing(sqlite3.connect(f"file:{backup}?mode=ro", uri=True)) as source:
            found = source.execute("PRAGMA integrity_check").fetchone()[0]
            tables = {row[0] for row in source.execute("SELECT name FROM sqlite_master")}
    except sqlite3.DatabaseError as error:
        raise CommandRefused(f"{backup} is not a backup of a SQLite database.") from error
    if found != "ok" or "places_place" not in tables:
        raise CommandRefused(f"{backup} is damaged, or not a backup of Alongside.")
    database = Path(settings["NAME"])
    arriving = database.with_name(database.name + ".arriving")
    shutil.copyfile(backup, arriving)
    for rest in ("-wal", "-shm"):
        database.with_name(database.name + rest).unlink(missing_ok=True)
    arriving.replace(database)
