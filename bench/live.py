"""Three hundred phones in the room of one event: each votes and supports questions within a minute.

    python -m bench.live [PHONES] [sqlite|postgresql] ...

Every phone comes in by the five digits without an account, loads what its pages name, asks where
the room stands as often as it is told to, and at moments of its own votes twice (the second counts)
and supports five of twenty questions; one in four takes a support back, one in ten asks a question,
and one in five presses everything twice at once. The big screen asks once a second and loads itself
anew when something has changed. Then the organiser reveals. Phones, screen and the server with two
processes share this machine's cores. At the end the database is asked what it holds: every vote,
support and question that was acknowledged must be there, once, and the figures told must be theirs.
"""

import asyncio
import json
import os
import re
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from bench.device import Connection
from bench.installation import Installation, measure_inside, measured_installation, served
from bench.live_phones import FORM, Hall, Phone, Seen
from bench.pages import print_inside
from bench.told import compared, lags, spread

PHONES = 300
ACTING_SECONDS = 60
JOINS_A_SECOND = 10
TOLD_SECONDS = 30  # how long phones may take to show the result
TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


@dataclass
class Screen:
    """What the big screen showed, and when: how many people had answered, and the result."""

    shown: list[tuple[float, int]] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)
    errors: int = 0
    revealing_at: float = 0.0
    revealed_at: float = 0.0


def main(words: list[str]) -> int:
    """Hold the room and print what was seen; 1 if anything was lost, doubled or failed."""
    phones = next((int(word) for word in words if word.isdecimal()), PHONES)
    databases = [word for word in words if not word.isdecimal()] or ["sqlite", "postgresql"]
    worst = 0
    for database in databases:
        with measured_installation(database, content="bench.live_content") as here:
            with served(here) as port:
                told = here.content
                hall = Hall(port, told["code"], told["path"], told["live"])
                seen, screen, took = asyncio.run(_hold(here, hall, phones))
            held = measure_inside(here, "bench.live_content", "count")
            print(
                f"\n{database}: {phones} phones; {took:.0f} s from the first code to the last press;"
                f" load {os.getloadavg()[0]:.1f}",
                flush=True,
            )
            worst |= _print(phones, seen, screen, held)
            print_inside(here)
    return worst


async def _hold(here: Installation, hall: Hall, phones: int) -> tuple[Seen, Screen, float]:
    seen, screen = Seen(), Screen()
    watching = asyncio.create_task(_watch(here, hall, screen))
    began = time.perf_counter()
    people = [
        asyncio.create_task(
            Phone(hall, seen, number).take_part(
                joins_after=number / JOINS_A_SECOND, seconds=ACTING_SECONDS
            )
        )
        for number in range(phones)
    ]
    while seen.ready < sum(not one.done() for one in people):
        await asyncio.sleep(0.1)
    took = time.perf_counter() - began
    await asyncio.sleep(3)
    await _reveal(here, hall, screen)
    _done, late = await asyncio.wait(people, timeout=TOLD_SECONDS)
    for one in late:
        one.cancel()
        seen.errors["never saw the result"] += 1
    watching.cancel()
    return seen, screen, took


def _desk(here: Installation, hall: Hall) -> Connection:
    connection = Connection(hall.port)
    connection.cookies["sessionid"] = here.content["cookie"]
    return connection


async def _reveal(here: Installation, hall: Hall, screen: Screen) -> None:
    """Press the organiser's button on the big screen."""
    connection, desk = _desk(here, hall), here.content["desk"]
    token = TOKEN.search((await connection.ask("GET", f"{desk}screen/")).body.decode())
    said = {"do": "poll", "poll": here.content["poll"], "verb": "reveal", "next": "screen"}
    said["csrfmiddlewaretoken"] = token[1] if token else ""
    screen.revealing_at = time.perf_counter()
    reply = await connection.ask("POST", desk, urlencode(said).encode(), Content_Type=FORM)
    screen.errors += reply.status != 302
    connection.close()


async def _watch(here: Installation, hall: Hall, screen: Screen) -> None:
    """Ask for the state once a second and load the page when it has changed, as the screen does."""
    connection, etag, version = _desk(here, hall), "", 0
    address = f"{here.content['desk']}screen/"
    while True:
        began = time.perf_counter()
        try:
            headers = {"If_None_Match": etag} if etag else {}
            reply = await connection.ask("GET", f"{address}state/", **headers)
            now = time.perf_counter()
            screen.answers.append(now - began)
            if reply.status == 200:
                state, etag = json.loads(reply.body), reply.headers.get("etag", "")
                if state["answered"] is not None:
                    screen.shown.append((now, int(state["answered"])))
                if state["version"] != version:
                    version = state["version"]
                    page = await connection.ask("GET", address)
                    screen.pages.append(time.perf_counter() - now)
                    screen.errors += page.status != 200
                    if b"live-told__number" in page.body and not screen.revealed_at:
                        screen.revealed_at = time.perf_counter()
            elif reply.status != 304:
                screen.errors += 1
        except (OSError, asyncio.IncompleteReadError):
            screen.errors += 1
            connection.close()
        await asyncio.sleep(max(0.0, 1 - (time.perf_counter() - began)))


def _print(phones: int, seen: Seen, screen: Screen, held: dict[str, Any]) -> int:
    for name, times in (
        ("join, 4 requests", seen.joins),
        ("press, then redirect", seen.sends),
        ("where does it stand", seen.polls),
        ("big screen's state", screen.answers),
        ("big screen's page", screen.pages),
        ("vote to big screen", lags(seen.voted_at, screen.shown)),
        ("reveal to phone", [at - screen.revealing_at for at in seen.told_at]),
        ("result on a phone", seen.looks),
    ):
        print(f"  {name:<22}{len(times):>7}  {spread(times)}")
    print(f"  reveal to big screen: {screen.revealed_at - screen.revealing_at:.1f} s")
    right = _is_whole(phones, seen, held)
    wrong = dict(seen.errors) | ({"screen": screen.errors} if screen.errors else {})
    print(f"  errors: {wrong or 'none'}")
    print(f"  {'nothing lost, nothing twice' if right else 'WRONG'}", flush=True)
    return int(bool(wrong) or not right)


def _is_whole(phones: int, seen: Seen, held: dict[str, Any]) -> bool:
    """Print what was acknowledged beside what is there; return whether it is the same."""
    votes = Counter(held["choices"])
    lost, extra = compared(seen.supports, held["supports"])
    lost_asked, extra_asked = compared(seen.asked, held["asked"])
    counts = [votes[str(at)] for at in range(1, 5)]
    told = held["told"].get("counts")
    print(
        f"  votes {votes.total()} of {phones}, as chosen: {votes == seen.choices}, "
        f"told as counted: {told == counts}\n"
        f"  supports {len(held['supports'])}, lost {lost}, too many {extra}; "
        f"questions {len(held['asked'])}, lost {lost_asked}, too many {extra_asked}; "
        f"invariants broken: {held['broken'] or 'none'}"
    )
    is_same = votes == seen.choices and votes.total() == phones and told == counts
    return is_same and not (lost + extra + lost_asked + extra_asked) and not held["broken"]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
