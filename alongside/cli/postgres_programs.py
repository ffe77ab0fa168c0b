"""Run PostgreSQL's own pg_dump and pg_restore; the password goes by the environment, unseen."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from alongside.cli.refused import CommandRefused


def run_postgres_program(name: str, settings: dict[str, Any], arguments: Sequence[str]) -> None:
    """Run the program on the database of these settings."""
    command = [_find(name), *arguments]
    for option, key in (("--host", "HOST"), ("--port", "PORT"), ("--username", "USER")):
        if settings.get(key):
            command += [option, str(settings[key])]
    command += ["--dbname", str(settings["NAME"])]
    environment = {**os.environ, "PGPASSWORD": str(settings.get("PASSWORD") or "")}
    done = subprocess.run(command, check=False, env=environment)  # noqa: S603 - found, not typed
    if done.returncode:
        raise CommandRefused(f"{name} failed with code {done.returncode}; nothing was kept.")


def _find(name: str) -> str:
    if found := shutil.which(name):
        return found
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"), reverse=True)
    if versions:
        return str(versions[0])
    raise CommandRefused(f"{name} is not installed: it comes with PostgreSQL's client package.")
