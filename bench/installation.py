"""A throwaway installation to measure: its own folder, its own database, 127.0.0.1 only."""

import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.postgres import free_port, running_postgres

ROOT = Path(__file__).resolve().parent.parent
STARTING_SECONDS = 60
CHILD_SECONDS = 300
PROCESSES = 2


@dataclass(frozen=True)
class Installation:
    """Settings for its processes, and what `content` printed about it."""

    environment: dict[str, str]
    content: dict[str, Any]

    @property
    def pages(self) -> dict[str, str]:
        """Name to path of each measured page."""
        return dict(self.content["pages"])


@contextmanager
def measured_installation(database: str, content: str = "bench.content") -> Iterator[Installation]:
    """Yield an installation on "sqlite" or "postgresql", filled by the module `content`."""
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="alongside-bench-"))
        environment = {
            **os.environ,
            "ALONGSIDE_MODE": "demo",
            "ALONGSIDE_RUN_DIR": folder,
            "DJANGO_SETTINGS_MODULE": "alongside.site.settings",
            "OMP_NUM_THREADS": "1",
            "OPENBLAS_NUM_THREADS": "1",
        }
        environment.pop("DATABASE_URL", None)
        if database == "postgresql":
            environment["DATABASE_URL"] = stack.enter_context(running_postgres())
        _run(environment, "alongside.cli.main", "prepare")
        yield Installation(environment, json.loads(_run(environment, content)))


def measure_inside(here: Installation, *words: str) -> Any:
    """Run a module there and read the JSON on its last line."""
    return json.loads(_run(here.environment, *words))


def _run(environment: dict[str, str], *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *words],
        cwd=ROOT,
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=CHILD_SECONDS,
    )
    if done.returncode:
        raise SystemExit(f"{' '.join(words)} failed:\n{done.stderr[-3000:]}")
    return done.stdout.strip().splitlines()[-1] if done.stdout.strip() else ""


@contextmanager
def served(here: Installation) -> Iterator[int]:
    """Serve it as `alongside serve` does, with two web processes; yield the port.

    Where the measuring gives up, what the server said last is printed.
    """
    port = free_port()
    said = Path(here.environment["ALONGSIDE_RUN_DIR"]) / "server.log"
    with said.open("wb") as log:
        server = subprocess.Popen(
            [sys.executable, "-m", "alongside.cli.main", "serve", "--web-only",
             "--processes", str(PROCESSES), "--port", str(port)],
            cwd=ROOT, env=here.environment, stdout=log, stderr=log,
        )  # fmt: skip
    try:
        _await(port, server)
        yield port
    except SystemExit:
        print(said.read_text(errors="replace")[-3000:], file=sys.stderr)
        raise
    finally:
        server.terminate()
        server.wait(30)


def _await(port: int, server: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + STARTING_SECONDS
    while time.monotonic() < deadline and server.poll() is None:
        try:
            urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5)
        except urllib.error.HTTPError:
            return
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise SystemExit("The server did not start.")
