"""Databases that begin with every table: migrated once, then copied.

Migrating an empty database takes many seconds, and every test process wants one. On SQLite the
tables are kept as a file beside the run, together with what they were made from, and go on from
there when migrations are added; on PostgreSQL as a database to be copied, one on each server.
That migrations lead from nothing to here is for `foundation/places/tests/test_migrate.py`.
"""

import fcntl
import json
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import django
import psycopg
from django.apps import apps
from django.conf import settings
from psycopg import sql

from alongside.foundation.history.triggers import declared_triggers

ROOT = Path(__file__).resolve().parent.parent
SIDE_FILES = ("-wal", "-shm", "-journal")
OURS = re.compile(r"^from (alongside[\w.]*) import", re.MULTILINE)

MIGRATE = """
import django; django.setup()
from django.core.management import call_command; call_command("migrate", verbosity=0)
"""


def put_tables_in(path: Path) -> None:
    """Begin a SQLite file with every table and nothing in it."""
    shutil.copyfile(kept_file(), path)


@contextmanager
def tables_in_memory(name: str) -> Iterator[None]:
    """As long as this runs, the SQLite database of this name in memory is there, with tables."""
    with closing(sqlite3.connect(name, uri=True)) as memory:
        with closing(sqlite3.connect(kept_file())) as kept:
            kept.backup(memory)
        yield


def kept_file() -> Path:
    """The SQLite file with every table, made when there is none of these migrations."""
    file, made_from = _folder() / "empty.sqlite3", _folder() / "made_from.json"
    with _alone():
        known = json.loads(made_from.read_text()) if made_from.exists() else {}
        if known != _sources():
            made_from.unlink(missing_ok=True)
            begun = file.with_suffix(".begun")
            for ending in ("", *SIDE_FILES):
                Path(f"{begun}{ending}").unlink(missing_ok=True)
            if known and known.items() <= _sources().items():
                shutil.copyfile(file, begun)
            _migrate(f"sqlite:///{begun}")
            begun.replace(file)
            made_from.write_text(json.dumps(_sources()))
    return file


def kept_database(server: str) -> str:
    """The name of the PostgreSQL database with every table, beside the one at this address."""
    told = json.dumps(_sources(), sort_keys=True).encode()
    name = f"alongside_tables_{_digest(told)[:12]}"
    begun = f"{name}_begun"
    with _alone(), psycopg.connect(server, autocommit=True) as connection:
        known = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
        if known.fetchone() is None:
            one, other = sql.Identifier(begun), sql.Identifier(name)
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {}").format(one))
            connection.execute(sql.SQL("CREATE DATABASE {}").format(one))
            _migrate(f"{server.rsplit('/', 1)[0]}/{begun}")
            connection.execute(sql.SQL("ALTER DATABASE {} RENAME TO {}").format(one, other))
    return name


def _migrate(address: str) -> None:
    """In a process of its own: this one may not touch a database yet."""
    there = {**os.environ, "DATABASE_URL": address}
    subprocess.run([sys.executable, "-c", MIGRATE], cwd=ROOT, env=there, check=True)


@cache
def _sources() -> dict[str, str]:
    """What tables are made from: every migration, and what of ours a migration reads; triggers."""
    migrations = [
        path
        for config in apps.get_app_configs()
        for path in sorted(Path(config.path, "migrations").glob("*.py"))
    ]
    read = {name for path in migrations for name in OURS.findall(path.read_text(encoding="utf-8"))}
    origins = [spec.origin for name in sorted(read) if (spec := find_spec(name)) and spec.origin]
    files = {*migrations, *map(Path, origins)}
    return {
        "django": django.__version__,
        **{_name(path): _digest(path.read_bytes()) for path in files},
        **{one.name: _digest(repr(one.sql("sqlite")).encode()) for one in declared_triggers()},
    }


def _digest(told: bytes) -> str:
    return sha256(told).hexdigest()


def _name(path: Path) -> str:
    """The same for a copy of the repository somewhere else."""
    return str(path.relative_to(ROOT) if path.is_relative_to(ROOT) else path)


def _folder() -> Path:
    folder = Path(settings.RUN_DIR, "tables")
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def _alone() -> Iterator[None]:
    """While this runs, no other process of the same run directory does."""
    with (_folder() / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
