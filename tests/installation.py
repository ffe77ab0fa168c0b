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
        **{name: value for name, value in os.environ.items() if not name.startswith("COV_")},
        "ALONGSIDE_MODE": "demo",
        "ALONGSIDE_RUN_DIR": str(folder),
        "DJANGO_SETTINGS_MODULE": "alongside.site.settings",
    }
    with _database_of_its_own(environment):
        here = Installation(folder, environment)
        _migrate(here)
        yield here


MIGRATE = "from django.core.management import call_command; call_command('migrate', verbosity=0)"
MIGRATED: dict[str, bytes] = {}  # an empty SQLite database, migrated once a run


def _migrate(here: Installation) -> None:
    if "DATABASE_URL" in here.environment:
        here.python(MIGRATE)
        return
    database = here.folder / "alongside.sqlite3"
    if "empty" not in MIGRATED:
        here.python(MIGRATE)
        # Closing the last connection has folded the log into the file.
        MIGRATED["empty"] = database.read_bytes()
    database.write_bytes(MIGRATED["empty"])


@contextmanager
def _database_of_its_own(environment: dict[str, str]) -> Iterator[None]:
    server = environment.get("DATABASE_URL", "")
    if not server.startswith("postgres"):
        environment.pop("DATABASE_URL", None)
        yield
        return
    name = f"alongside_{uuid.uuid4().hex[:12]}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
        environment["DATABASE_URL"] = server.rsplit("/", 1)[0] + f"/{name}"
        yield
        connection.execute(f"DROP DATABASE {name} WITH (FORCE)")
