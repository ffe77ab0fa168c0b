"""A room full of phones behind one address, each rating 20 items within a minute.

    python -m bench.room [PHONES] [sqlite|postgresql] ...

Every phone comes in by the five digits, loads what its pages need, asks where the room stands as
often as it is told to, and rates each item at a moment of its own. The big screen asks once a
second. When everything is sent the facilitator reveals it, and every phone opens its results.
Phones, screen and the server with two processes share this machine's cores. At the end the database
is asked what it holds: the ratings there must be those that were acknowledged, each once.
"""

import asyncio
import json
import os
import re
import sys
import time
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from bench.device import Connection
from bench.installation import Installation, measure_inside, measured_installation, served
from bench.phones import Phone, Room, Seen
from bench.room_content import ITEMS
from bench.told import compared, lags, p99, spread

PHONES = 300
RATING_SECONDS = 60
# People come in one after the other: a hall of 300 in half a minute, a larger one in a minute.
JOINS_A_SECOND = 10
LONGEST_JOINING = 60
FRESH_SECONDS = 2.0
REVEALED_SECONDS = 30  # how long phones may take to open their results


@dataclass
class Screen:
    """What the big screen showed, and when: how many people had rated, and the results."""

    shown: list[tuple[float, int]] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    errors: int = 0
    revealing_at: float = 0.0
    results_at: float = 0.0


def main(words: list[str]) -> int:
    """Hold the room and print what was seen; 1 if anything was lost or failed."""
    phones = next((int(word) for word in words if word.isdecimal()), PHONES)
    databases = [word for word in words if not word.isdecimal()] or ["sqlite", "postgresql"]
    worst = 0
    for database in databases:
        with (
            measured_installation(database, content="bench.room_content") as here,
            served(here) as port,
        ):
            room = Room(port, here.content["code"], here.content["path"], here.content["live"])
            began, busy = time.perf_counter(), time.process_time()
            seen, screen, took = asyncio.run(_hold(here, room, phones))
            own = (time.process_time() - busy) / (time.perf_counter() - began)
            held = measure_inside(here, "bench.room_content", "count")
        print(
            f"\n{database}: {phones} phones, {ITEMS} items; {took:.0f} s from the first code to the"
            f" last rating; phones and screen took {own:.0%} of a core, load {os.getloadavg()[0]:.1f}",
            flush=True,
        )
        worst |= _print(phones, seen, screen, held)
    return worst


async def _hold(here: Installation, room: Room, phones: int) -> tuple[Seen, Screen, float]:
    seen, screen = Seen(), Screen()
    watching = asyncio.create_task(_watch(here, room, screen))
    each = min(1 / JOINS_A_SECOND, LONGEST_JOINING / phones)
    began = time.perf_counter()
    people = [
        asyncio.create_task(
            Phone(room, seen).take_part(joins_after=number * each, seconds=RATING_SECONDS)
        )
        for number in range(phones)
    ]
    while seen.ready < sum(not one.done() for one in people):
        await asyncio.sleep(0.1)
    took = time.perf_counter() - began
    await asyncio.sleep(3)
    await _reveal(here, room, screen)
    _done, late = await asyncio.wait(people, timeout=REVEALED_SECONDS + phones / 20)
    for one in late:
        one.cancel()
        seen.errors["never saw the results"] += 1
    watching.cancel()
    return seen, screen, took


async def _reveal(here: Installation, room: Room, screen: Screen) -> None:
    """Press the facilitator's button on the big screen."""
    connection = _desk(here, room)
    page = (await connection.ask("GET", f"{here.content['desk']}screen/")).body.decode()
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page)
    form = urlencode({"csrfmiddlewaretoken": token[1] if token else "", "turn": "1"}).encode()
    screen.revealing_at = time.perf_counter()
    reply = await connection.ask(
        "POST",
        f"{here.content['desk']}reveal/",
        form,
        Content_Type="application/x-www-form-urlencoded",
    )
    if reply.status != 302:
        screen.errors += 1
    connection.close()


def _desk(here: Installation, room: Room) -> Connection:
    connection = Connection(room.port)
    connection.cookies["sessionid"] = here.content["cookie"]
    return connection


async def _watch(here: Installation, room: Room, screen: Screen) -> None:
    """Ask for the big screen's state once a second, as its page does."""
    connection, etag = _desk(here, room), ""
    while True:
        began = time.perf_counter()
        try:
            headers = {"If_None_Match": etag} if etag else {}
            reply = await connection.ask("GET", f"{here.content['desk']}screen/state/", **headers)
            now = time.perf_counter()
            screen.answers.append(now - began)
            if reply.status == 200:
                told, etag = json.loads(reply.body), reply.headers.get("etag", "")
                screen.shown.append((now, int(told["rated"])))
                if told["shown"] and not screen.results_at:
                    page = await connection.ask("GET", f"{here.content['desk']}screen/")
                    screen.errors += page.status != 200
                    screen.results_at = time.perf_counter()
            elif reply.status != 304:
                screen.errors += 1
        except (OSError, asyncio.IncompleteReadError):
            screen.errors += 1
            connection.close()
        await asyncio.sleep(max(0.0, 1 - (time.perf_counter() - began)))


def _print(phones: int, seen: Seen, screen: Screen, held: dict[str, Any]) -> int:
    since_tap, since_answer = (
        lags(seen.first_tap_at, screen.shown),
        lags(seen.first_rating_at, screen.shown),
    )
    waits = [at - screen.revealing_at for at in seen.told_at]
    for name, times in (
        ("join, 4 requests", seen.joins),
        ("send ratings", seen.sends),
        ("where does it stand", seen.polls),
        ("big screen answers", screen.answers),
        ("tap to big screen", since_tap),
        ("answer to big screen", since_answer),
        ("reveal to phone", waits),
        ("results on a phone", seen.looks),
    ):
        print(f"  {name:<22}{len(times):>7}  {spread(times)}")
    behind = p99(since_tap)
    print(f"  reveal to big screen: {screen.results_at - screen.revealing_at:.1f} s")
    lost, never_told = compared(seen.acknowledged, held["keys"])
    print(
        f"  ratings acknowledged {len(seen.acknowledged)}, in the database {held['counted']},"
        f" lost {lost}, twice or never acknowledged {never_told}; people {held['people']}"
    )
    wrong = dict(seen.errors) | ({"screen": screen.errors} if screen.errors else {})
    print(f"  errors: {wrong or 'none'}")
    is_whole = not lost and not never_told and len(seen.acknowledged) == phones * ITEMS
    is_whole = is_whole and held["counted"] == len(held["keys"])
    print(f"  {'nothing lost, nothing twice' if is_whole else 'RATINGS ARE MISSING'}")
    note = "" if behind <= FRESH_SECONDS else "   OVER"
    print(
        f"  tap to big screen, p99: {behind:.1f} s (aim: {FRESH_SECONDS:.0f} s){note}", flush=True
    )
    return int(bool(wrong) or not is_whole or bool(note))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
