"""Serving, as somebody does who types `alongside serve` and presses Ctrl-C."""

import http.client
import resource
import signal
import socket
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from alongside.cli.main import main
from tests.installation import Installation, installed
from tests.postgres import free_port


@pytest.fixture
def port() -> Iterator[int]:
    """A port that somebody else holds for as long as the test runs."""
    with socket.socket() as holder:
        holder.bind(("127.0.0.1", 0))
        holder.listen()
        yield holder.getsockname()[1]


def test_a_used_port_is_said_in_words(port: int, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", "--port", str(port)]) == 1

    said = capsys.readouterr().err
    assert f"Can't listen on 127.0.0.1:{port}" in said
    assert f"make run PORT={port + 1}" in said


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Installation]:
    with installed(tmp_path) as installation:
        yield installation


def worker_is_there(port: int) -> bool:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz") as answer:
        return b'"workers": 1' in answer.read()


@pytest.mark.fault
def test_it_greets_works_and_leaves_nothing_running(here: Installation) -> None:
    port = free_port()
    here.python("make_world()")  # so that the example isn't loaded
    site = here.start("-m", "alongside.cli.main", "serve", "--port", str(port))
    said = ""
    try:
        assert site.stdout is not None
        while "Ctrl-C stops it" not in said:
            line = site.stdout.readline()
            assert line, said
            said += line
        deadline = time.monotonic() + 20
        while not worker_is_there(port):
            assert time.monotonic() < deadline
            time.sleep(0.2)
    finally:
        site.send_signal(signal.SIGINT)
        said += site.communicate(timeout=30)[0]

    assert site.returncode == 0
    # On a busy machine the web server adds that it stopped waiting for a process.
    assert "\nStopping.\n" in said
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", port)) != 0


@pytest.mark.fault
def test_a_hall_whose_phones_stay_connected_does_not_shut_the_door(here: Installation) -> None:
    port, phones = free_port(), 1200
    here.python("make_world()")
    site = here.start("-m", "alongside.cli.main", "serve", "--web-only", "--port", str(port))
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (max(soft, min(hard, 2 * phones)), hard))
    connected = [http.client.HTTPConnection("127.0.0.1", port, timeout=15) for _ in range(phones)]
    try:
        assert site.stdout is not None
        while "Ctrl-C stops it" not in (line := site.stdout.readline()):
            assert line
        for phone in connected:
            phone.request("GET", "/healthz")
            assert phone.getresponse().read() is not None
    finally:
        for phone in connected:
            phone.close()
        site.send_signal(signal.SIGINT)
        site.communicate(timeout=30)
        resource.setrlimit(resource.RLIMIT_NOFILE, (soft, hard))
