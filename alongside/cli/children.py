"""Processes that live and die together: the web server and the worker of one machine."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from types import FrameType
from typing import Never, Self

PATIENCE_SECONDS = 15


class Children:
    """Starts processes, waits until one of them ends or this one is told to, and ends them all.

    Each has its own session, so that Ctrl-C in a terminal reaches this process alone and every
    child is told to stop exactly once.
    """

    def __init__(self) -> None:
        self._running: dict[str, subprocess.Popen[bytes]] = {}

    def __enter__(self) -> Self:
        for number in (signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, _stop)
        return self

    def __exit__(self, *_: object) -> None:
        for process in self._running.values():
            if process.poll() is None:
                process.terminate()
        patience = time.monotonic() + PATIENCE_SECONDS
        for process in self._running.values():
            try:
                process.wait(max(0.1, patience - time.monotonic()))
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def start(self, name: str, command: Sequence[str], **variables: str) -> None:
        """Start a Python module of this installation as a child."""
        environment: Mapping[str, str] = {**os.environ, **variables}
        self._running[name] = subprocess.Popen(  # noqa: S603 - our own modules
            [sys.executable, "-m", *command], env=environment, start_new_session=True
        )

    def ended(self) -> str:
        """Return the name of a child that has ended, or nothing."""
        return next((name for name, one in self._running.items() if one.poll() is not None), "")

    def wait(self) -> str:
        """Wait until one has ended, and return its name."""
        while not (name := self.ended()):
            time.sleep(0.3)
        return name


def _stop(number: int, frame: FrameType | None) -> Never:
    raise KeyboardInterrupt
