"""A server that is killed in mid-room, and whoever makes the figures: nothing lost, nothing twice."""

import http.client
import json
import os
import signal
import subprocess
import sys
import threading
import time
import uuid
from argparse import Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from alongside.cli.serve import web_server
from tests.installation import ROOT, SETUP, Installation, installed
from tests.postgres import free_port
from tests.test_jobs_faults import A_MINUTE_LATER, ANOTHER_WORKER, wait_until

pytestmark = pytest.mark.fault

PHONES = 6
ITEMS = 30
A_HALL = f"""
import json
from alongside.foundation.responses.page_token import page_token
from alongside.star.focus_it.queries.matrices import items_of
from tests.matrices import asking, guest
world = make_world()
ideas = [f"Idea {{number}}" for number in range({ITEMS})]
matrix = asking(world.strathmuir, by=world.cara.actor, ideas=ideas)
sheets = [guest(matrix)[1] for _phone in range({PHONES})]
print(json.dumps({{
    "send": f"/strathmuir/rate/{{matrix.slug}}/send/",
    "live": f"/j/live/{{matrix.room.public_id}}/",
    "items": [[item.pk, item.version] for item in items_of(matrix)],
    "pages": [page_token(sheet, sheet.participant.seat) for sheet in sheets],
}}))
"""
HELD = """
import json
from alongside.foundation.responses.models import Response
from alongside.star.focus_it.models import Rating
counted = Rating.objects.unscoped(reason="test").counted()
print(json.dumps({
    "keys": [str(key) for key in counted.values_list("submission_key", flat=True)],
    "people": Response.objects.unscoped(reason="test").filter(state="submitted").count(),
}))
"""


@pytest.fixture
def here(tmp_path: Path) -> Iterator[Installation]:
    with installed(tmp_path) as installation:
        yield installation


@contextmanager
def web_serving(here: Installation, port: int) -> Iterator["subprocess.Popen[bytes]"]:
    """The web server with its two processes, in a group of their own, so that all can be killed."""
    words = web_server(Namespace(host="127.0.0.1", port=port, processes=2))
    server = subprocess.Popen(
        [sys.executable, "-m", *words], cwd=ROOT, env=here.environment, start_new_session=True
    )
    try:
        wait_until(lambda: server.poll() is not None or answers(port))
        assert server.poll() is None
        yield server
    finally:
        if server.poll() is None:
            kill(server)


def kill(server: "subprocess.Popen[bytes]") -> None:
    os.killpg(server.pid, signal.SIGKILL)
    server.wait(10)


def answers(port: int) -> bool:
    try:
        return ask(port, "GET", "/healthz")[0] == 200
    except OSError:
        return False


def ask(port: int, method: str, path: str, body: str | None = None) -> tuple[int, Any]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    try:
        connection.request(method, path, body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        text = answer.read()
        return answer.status, json.loads(text) if text.startswith(b"{") else text
    finally:
        connection.close()


@dataclass
class Phone:
    """Keeps what it rated until the server says that it has it, as the page does."""

    port: int
    send: str
    page: str
    items: list[list[int]]
    unsent: list[dict[str, object]] = field(default_factory=list)
    sent: list[dict[str, object]] = field(default_factory=list)
    outcomes: set[str] = field(default_factory=set)
    failures: int = 0

    def rate_everything(self) -> None:
        for item, version in self.items:
            self.unsent.append(
                {"item": item, "version": version, "turn": 1, "key": str(uuid.uuid4()),
                 "scores": {"impact": 4, "effort": 2}}
            )  # fmt: skip
            self.flush()
        deadline = time.monotonic() + 60
        while self.unsent and time.monotonic() < deadline:
            self.flush()

    def flush(self) -> None:
        body = json.dumps({"page": self.page, "ratings": self.unsent})
        try:
            status, told = ask(self.port, "POST", self.send, body)
        except (OSError, http.client.HTTPException):
            self.failures += 1
            time.sleep(0.1)
            return
        assert status == 200, told
        for row in [row for row in self.unsent if row["key"] in told["kept"]]:
            self.outcomes.add(told["kept"][row["key"]])
            self.unsent.remove(row)
            self.sent.append(row)


def test_a_killed_server_loses_no_rating_and_counts_none_twice(here: Installation) -> None:
    here.alongside("prepare")
    hall, port = json.loads(here.python(A_HALL)), free_port()
    phones = [Phone(port, hall["send"], page, hall["items"]) for page in hall["pages"]]
    threads = [threading.Thread(target=phone.rate_everything) for phone in phones]
    with web_serving(here, port) as server:
        before = ask(port, "GET", hall["live"])
        for thread in threads:
            thread.start()
        wait_until(lambda: sum(len(phone.sent) for phone in phones) > PHONES * 3)
        kill(server)
    acknowledged = {row["key"] for phone in phones for row in phone.sent}
    assert len(acknowledged) < PHONES * ITEMS
    kept = json.loads(here.python(HELD))["keys"]
    assert acknowledged <= set(kept)

    with web_serving(here, port):
        for thread in threads:
            thread.join()
        for phone in phones:
            assert phone.failures
            assert phone.outcomes <= {"counted", "repeated"}
            phone.unsent, phone.outcomes = list(phone.sent), set()
            phone.flush()  # a phone that never heard the answer sends everything again
            assert phone.outcomes == {"repeated"}
        assert ask(port, "GET", hall["live"]) == before

    held = json.loads(here.python(HELD))
    assert sorted(held["keys"]) == sorted(str(row["key"]) for p in phones for row in p.sent[:ITEMS])
    assert held["people"] == PHONES
    checked = here.alongside("check")
    assert checked.returncode == 0, checked.stdout


# Whoever makes the figures waits where the test wants it: before they are made, or when they are
# written and not yet kept.
SLOW = """
import time
from pathlib import Path
from django.conf import settings
from alongside.star.focus_it.actions import reveal
def stop_at(point):
    (Path(settings.RUN_DIR) / point).touch()
    while (Path(settings.RUN_DIR) / "wait").exists():
        time.sleep(0.05)
made, frozen = reveal.matrix_figures, reveal.freeze_release
def slowly_made(*words, **more):
    if POINT == "before":
        stop_at("before")
    return made(*words, **more)
def slowly_frozen(*words, **more):
    release = frozen(*words, **more)
    if POINT == "inside":
        stop_at("inside")
    return release
reveal.matrix_figures, reveal.freeze_release = slowly_made, slowly_frozen
"""
REVEAL = """
from tests.matrices import asking, rate_all
from alongside.star.focus_it.queries.matrices import items_of
world = make_world()
matrix = asking(world.strathmuir, by=world.cara.actor)
for _person in range(6):
    rate_all(matrix, {item: {"impact": 4, "effort": 2} for item in items_of(matrix)})
reveal.reveal_matrix(matrix, turn=1, by=world.cara.actor)
"""
WORKER = """
from alongside.foundation.jobs.worker import work
work(housekeeping_seconds=0.2)
"""
REVEALED = """
from alongside.foundation.disclosure.models import Release
from alongside.foundation.jobs.moves import all_jobs
from alongside.foundation.rooms.models import Room
from alongside.star.focus_it.queries.releases import FIGURES
releases = Release.objects.unscoped(reason="test").filter(kind=FIGURES).count()
room = Room.objects.unscoped(reason="test").get()
job = all_jobs().get(name="focus_it.release")
print(room.stage, releases, job.state, job.attempts)
"""


@contextmanager
def stopped_at(here: Installation, point: str, code: str) -> Iterator[None]:
    """Somebody who is killed at this point."""
    (here.folder / "wait").touch()
    somebody = here.start("-c", SETUP + f"POINT = {point!r}\n" + SLOW + code)
    try:
        wait_until((here.folder / point).exists)
        yield
    finally:
        somebody.kill()
        print(somebody.communicate()[0])
        (here.folder / "wait").unlink()
        (here.folder / point).unlink(missing_ok=True)


@pytest.mark.parametrize("point", ["before", "inside"])
def test_whoever_is_killed_while_revealing_there_is_one_release(
    here: Installation, point: str
) -> None:
    with stopped_at(here, point, REVEAL):
        pass
    assert here.python(REVEALED) == "revealed 0 waiting 0"

    with stopped_at(here, point, WORKER):
        pass
    assert here.python(REVEALED) == "revealed 0 running 1"

    assert here.python(A_MINUTE_LATER + ANOTHER_WORKER + REVEALED) == "revealed 1 done 2"
    checked = here.alongside("check")
    assert checked.returncode == 0, checked.stdout
