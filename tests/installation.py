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
        _copy_sqlite_database(here)
        yield here


MIGRATE = "from django.core.management import call_command; call_command('migrate', verbosity=0)"
# Migrated once in a run, then copied: the file's contents, or the name of PostgreSQL's template.
EMPTY: dict[str, bytes | str] = {}


def _copy_sqlite_database(here: Installation) -> None:
    database = here.folder / "alongside.sqlite3"
    if "sqlite" not in EMPTY:
        here.python(MIGRATE)
        EMPTY["sqlite"] = database.read_bytes()  # the last connection folded its log into it
    database.write_bytes(bytes(EMPTY["sqlite"]))  # type: ignore[arg-type]


@contextmanager
def _postgres_database(here: Installation, server: str) -> Iterator[None]:
    name, template = (f"alongside_{uuid.uuid4().hex[:12]}" for _ in range(2))
    address = server.rsplit("/", 1)[0]
    with psycopg.connect(server, autocommit=True) as connection:
        if "postgres" not in EMPTY:
            connection.execute(f"CREATE DATABASE {template}")
            here.environment["DATABASE_URL"] = f"{address}/{template}"
            here.python(MIGRATE)
            EMPTY["postgres"] = template
        connection.execute(f"CREATE DATABASE {name} TEMPLATE {EMPTY['postgres']}")
        here.environment["DATABASE_URL"] = f"{address}/{name}"
        yield
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
