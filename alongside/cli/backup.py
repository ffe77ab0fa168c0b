"""Write the database to one file, while the site goes on working.

SQLite by its own backup interface, PostgreSQL by pg_dump. The list of erased people is left out
on purpose: it must outlive every backup (trust 44). Written beside the target first and renamed,
so that a file of that name is always whole.
"""

import argparse
import sqlite3
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from alongside.cli.platform import start_platform
from alongside.cli.postgres_programs import run_postgres_program
from alongside.cli.refused import CommandRefused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to."""
    parser.add_argument(
        "file", type=Path, help="a file, or a folder in which to name it by the day"
    )
    parser.add_argument(
        "--keep",
        type=int,
        default=0,
        help="delete all but this many newest backups in the folder, which is made if missing",
    )


def run(options: argparse.Namespace) -> int:
    """Write the backup, and say where it is."""
    start_platform()
    from django.db import connection

    if options.keep:
        options.file.mkdir(parents=True, exist_ok=True)  # only a folder holds several
    target = _target(options.file, connection.vendor)
    unfinished = target.with_name(target.name + ".unfinished")
    unfinished.unlink(missing_ok=True)
    unfinished.touch(mode=0o600)
    try:
        if connection.vendor == "sqlite":
            _back_up_sqlite(connection.settings_dict, unfinished)
        else:
            run_postgres_program(
                "pg_dump",
                connection.settings_dict,
                ["--format=custom", "--no-owner", "--file", str(unfinished)],
            )
        unfinished.replace(target)
    finally:
        unfinished.unlink(missing_ok=True)
    print(f"Written: {target} ({target.stat().st_size / 1e6:.1f} MB)")
    if options.keep and options.file.is_dir():
        _forget_older(options.file, options.keep)
    return 0


def _target(asked: Path, vendor: str) -> Path:
    if not asked.is_dir():
        if not asked.parent.is_dir():
            raise CommandRefused(f"There is no folder {asked.parent}.")
        return asked
    now = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%SZ")
    return asked / f"alongside-{now}.{'sqlite3' if vendor == 'sqlite' else 'pgdump'}"


def _back_up_sqlite(settings: dict[str, Any], target: Path) -> None:
    with (
        closing(sqlite3.connect(settings["NAME"])) as source,
        closing(sqlite3.connect(target)) as copy,
    ):
        source.backup(copy, pages=1000)
        # One plain file: without this, a log would lie beside it as soon as it is opened.
        copy.execute("PRAGMA journal_mode=DELETE")
        found = copy.execute("PRAGMA integrity_check").fetchone()[0]
    if found != "ok":
        raise CommandRefused(f"The copy is damaged, so it was not kept: {found}")


def _forget_older(folder: Path, keep: int) -> None:
    for old in sorted(folder.glob("alongside-*Z.*"), reverse=True)[keep:]:
        old.unlink()
        print(f"Deleted: {old}")
