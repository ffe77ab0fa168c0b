"""Five hundred people at once for the last ten places; and pages where five hundred events are.

    python -m bench.booking [PEOPLE] [sqlite|postgresql] ...

Each loads the form as a browser does; then all send it at the same moment, to a server with two
processes. People and server share this machine's cores. At the end the database is asked: exactly
ten more have a place, everybody else waits, and numbers follow each other without a gap. Whoever
got an answer is there, once.
"""

import asyncio
import re
import statistics
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from bench.booking_content import FREE, TAKEN
from bench.device import Connection
from bench.installation import Installation, measure_inside, measured_installation, served
from bench.pages import print_inside

PEOPLE = 500
HIDDEN = re.compile(r'name="(csrfmiddlewaretoken|submission_key)" value="([^"]*)"')
LOADING_AT_ONCE = 16


@dataclass
class Seen:
    """What they saw. Times in seconds."""

    answers: list[float] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)


@dataclass
class Rush:
    """Where they all go, and the gate that opens once everybody has the form."""

    port: int
    path: str
    seen: Seen = field(default_factory=Seen)
    gate: asyncio.Event = field(default_factory=asyncio.Event)
    loading: asyncio.Semaphore = field(default_factory=lambda: asyncio.Semaphore(LOADING_AT_ONCE))
    ready: int = 0


def main(words: list[str]) -> int:
    """Let them book, print what came of it; 1 if a place went twice or somebody was lost."""
    people = next((int(word) for word in words if word.isdecimal()), PEOPLE)
    databases = [word for word in words if not word.isdecimal()] or ["sqlite", "postgresql"]
    worst = 0
    for database in databases:
        with measured_installation(database, content="bench.booking_content") as here:
            print(f"\n{database}: {people} people at once for the last {FREE} places", flush=True)
            with served(here) as port:
                seen, took = asyncio.run(_book(here, port, people))
            held = measure_inside(here, "bench.booking_content", "count")
            worst |= _print(people, seen, took, held)
            print_inside(here)
    return worst


async def _book(here: Installation, port: int, people: int) -> tuple[Seen, float]:
    rush = Rush(port, f"{here.content['path']}book/")
    tasks = [asyncio.create_task(_person(rush, number)) for number in range(people)]
    while rush.ready < people and not all(task.done() for task in tasks):
        await asyncio.sleep(0.1)
    began = time.perf_counter()
    rush.gate.set()
    await asyncio.gather(*tasks)
    return rush.seen, time.perf_counter() - began


async def _person(rush: Rush, number: int) -> None:
    """Load the form, wait for all the others, send it."""
    connection = Connection(rush.port)
    async with rush.loading:
        page = (await connection.ask("GET", rush.path)).body.decode()
    form = dict(HIDDEN.findall(page))
    form |= {"name": f"Person {number}", "email": f"person{number}@example.org"}
    connection.close()  # as after reading and typing: the server has long hung up
    rush.ready += 1
    await rush.gate.wait()
    began = time.perf_counter()
    body, kind = urlencode(form).encode(), "application/x-www-form-urlencoded"
    try:
        reply = await connection.ask("POST", rush.path, body, Content_Type=kind)
    except (OSError, asyncio.IncompleteReadError) as error:
        rush.seen.errors[type(error).__name__] += 1
        return
    finally:
        connection.close()
    rush.seen.answers.append(time.perf_counter() - began)
    if reply.status == 302:
        rush.seen.keys.append(form["submission_key"])
    else:
        rush.seen.errors[str(reply.status)] += 1


def _print(people: int, seen: Seen, took: float, held: dict[str, Any]) -> int:
    ordered = sorted(seen.answers) or [float("inf")]
    print(
        f"  all answered within {took:.1f} s; median {statistics.median(ordered):.1f} s, p95 "
        f"{ordered[int(len(ordered) * 0.95)]:.1f} s, {len(ordered) / took:.0f} bookings a second"
    )
    states = Counter(state for _number, state in held["bookings"])
    numbers = [number for number, _state in held["bookings"]]
    in_order = all(
        (state == "booked") == (number <= TAKEN + FREE) for number, state in held["bookings"]
    )
    without_gap = numbers == list(range(1, TAKEN + people + 1))
    lost = set(seen.keys) - set(held["keys"])
    print(
        f"  booked {states['booked'] - TAKEN}, waiting {states['waiting']}, in order {in_order}, "
        f"numbers without a gap {without_gap}, answered and lost {len(lost)}, "
        f"errors {dict(seen.errors) or 'none'}"
    )
    right = states["booked"] == TAKEN + FREE and states["waiting"] == people - FREE
    right = right and in_order and without_gap and not lost and not seen.errors
    print("  exactly as it should be" if right else "  WRONG", flush=True)
    return int(not right)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
