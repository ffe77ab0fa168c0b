"""An installation of its own for tests that kill, back up or restart it: real processes.

On SQLite its database is a file in a temporary folder; on PostgreSQL a database beside the one of
the test run.
"""

import os
import subprocess
import sys
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

from tests.tables import kept_database, put_tables_in

ROOT = Path(__file__).resolve().parent.parent
SETUP = "import django; django.setup(); from tests.people import make_world\n"


@dataclass(frozen=True)
class Installation:
    """Where it lies, and what its processes are told."""

    folder: Path
    environment: dict[str, str]

    def alongside(self, *words: str) -> subprocess.CompletedProcess[str]:
        """Type a command there, and wait for its end."""
        return self._run(["-m", "alongside.cli.main", *words])

    def python(self, code: str) -> str:
        """Run a few lines there with Django set up; return what they print."""
        done = self._run(["-c", SETUP + code])
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Start Python there with these words, and leave it running."""
        return subprocess.Popen(
            [sys.executable, *words],
            cwd=ROOT,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def _run(self, words: list[str]) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, *words],
            cwd=ROOT,
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )


@contextmanager
def installed(folder: Path) -> Iterator[Installation]:
    """Make an installation with an empty database, and take it away again."""
    environment = {
        **os.environ,
        "ALONGSIDE_MODE": "demo",
        "ALONGSIDE_RUN_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "alongside.site.settings",
    }
    server = environment.pop("DATABASE_URL", "")
    here = Installation(folder, environment)
    if server.startswith("postgres"):
        with _postgres_database(here, server):
            yield here
    else:
        put_tables_in(folder / "alongside.sqlite3")
        yield here


@contextmanager
def _postgres_database(here: Installation, server: str) -> Iterator[None]:
    name = f"alongside_{uuid.uuid4().hex[:12]}"
    tables = kept_database(server)
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {tables}")
        here.environment["DATABASE_URL"] = f"{server.rsplit('/', 1)[0]}/{name}"
        yield
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
