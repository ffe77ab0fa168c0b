"""Bring the database and the static files up to date; does nothing where they already are."""

import argparse
import hashlib
from pathlib import Path

from alongside.cli.platform import start_platform


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments."""


def run(options: argparse.Namespace) -> int:
    """Do what is needed, and say what was done."""
    start_platform()
    done = [*prepare_database(), *prepare_static_files()]
    print("\n".join(done) or "Everything is up to date.")
    return 0


def prepare_database() -> list[str]:
    """Migrate where a migration or a trigger is missing."""
    from django.core.management import call_command

    from alongside.site.health import database_lacks

    if not database_lacks():
        return []
    call_command("migrate", verbosity=0, interactive=False)
    return ["The database is up to date."]


def prepare_static_files() -> list[str]:
    """Collect and compress our style sheets, scripts and fonts where one of them changed."""
    from django.conf import settings
    from django.core.management import call_command

    stamp = Path(settings.STATIC_ROOT) / ".collected"
    fingerprint = _static_fingerprint()
    if stamp.exists() and stamp.read_text() == fingerprint:
        return []
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
    stamp.write_text(fingerprint)
    return ["The static files are up to date."]


def _static_fingerprint() -> str:
    from django.contrib.staticfiles.finders import get_finders

    digest = hashlib.sha256()
    for finder in get_finders():
        for path, storage in finder.list([]):
            # Contents, not times: a container image keeps times only roughly.
            digest.update(f"{path}\n".encode() + Path(storage.path(path)).read_bytes())
    return digest.hexdigest()
