"""Tombstones: who was erased, kept outside the database and its backups (trust 44).

A backup from yesterday still holds whoever was erased today. After it is restored, and before the
site says that it is ready, the tombstones are read again and everybody in them is erased anew.
A line names nobody: it holds a random number or a keyed hash.
"""

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.utils import timezone


@dataclass(frozen=True, slots=True)
class Tombstone:
    """One erasure: of a `person` (public id), an `account` or a `seat` (keyed hashes)."""

    kind: str
    key: str


def tombstone_file() -> Path:
    """Return the file; a backup of the database must not hold it."""
    return Path(settings.RUN_DIR) / "tombstones" / "erased.jsonl"


def set_tombstone(kind: str, key: str) -> None:
    """Append a line and see it onto the disk, before the database forgets."""
    file = tombstone_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    line = json.dumps({"kind": kind, "key": key, "on": str(timezone.localdate())})
    with file.open("a", encoding="utf-8") as lines:
        lines.write(f"{line}\n")
        lines.flush()
        os.fsync(lines.fileno())


def tombstones() -> Iterator[Tombstone]:
    """Return every tombstone; a line torn by a crash is passed over."""
    file = tombstone_file()
    if not file.exists():
        return
    for line in file.read_text(encoding="utf-8").splitlines():
        try:
            said = json.loads(line)
        except ValueError:
            continue
        yield Tombstone(said["kind"], said["key"])
