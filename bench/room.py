"""A room full of phones behind one address, rating 20 items within a minute.

    python -m bench.room [PHONES] [sqlite|postgresql]

Every phone comes in by the five digits, asks where the room stands as often as it is told to, and
sends each rating at a moment of its own. The big screen asks once a second. Phones, screen and the
server with two processes share this machine's cores. Nothing is retried: one failed answer is an
error. At the end the database is asked what it holds: no acknowledged rating may be missing, and
none may be there twice.
"""

import asyncio
import json
import statistics
import sys
import time
from dataclasses import dataclass, field

from bench.installation import Installation, measure_inside, measured_installation, served
from bench.phones import Connection, Room, Seen, phone
from bench.room_content import ITEMS

PHONES = 300
RATING_SECONDS = 60
# People come in over half a minute, not in one instant.
JOINS_A_SECOND = 10
FRESH_SECONDS = 2.0


@dataclass
class Screen:
    """What the big screen showed, and when: how many people had rated."""

    shown: list[tuple[float, int]] = field(default_factory=list)
    answers: list[float] = field(default_factory=list)
    errors: int = 0


def main(words: list[str]) -> int:
    """Hold the room and print what was seen; 1 if anything was lost or failed."""
    phones = next((int(word) for word in words if word.isdecimal()), PHONES)
    databases = [word for word in words if not word.isdecimal()] or ["sqlite"]
    worst = 0
    for database in databases:
        with (
            measured_installation(database, content="bench.room_content") as here,
            served(here) as port,
        ):
            room = Room(port, here.content["code"], here.content["path"], here.content["live"])
            seen, screen, took = asyncio.run(_hold(here, room, phones))
            held = measure_inside(here, "bench.room_content", "count")
        print(f"\n{database}: {phones} phones, {ITEMS} items, {took:.0f} s from the first code on")
        worst |= _print(phones, seen, screen, held)
    return worst


async def _hold(here: Installation, room: Room, phones: int) -> tuple[Seen, Screen, float]:
    seen, screen = Seen(), Screen()
    watching = asyncio.create_task(_watch(here, room, screen))
    joining = phones / JOINS_A_SECOND
    began = time.perf_counter()
    await asyncio.gather(
        *(
            phone(
                room,
                seen,
                joins_after=number / JOINS_A_SECOND,
                seconds=RATING_SECONDS + joining - number / JOINS_A_SECOND,
            )
            for number in range(phones)
        )
    )
    took = time.perf_counter() - began
    await asyncio.sleep(3)
    watching.cancel()
    return seen, screen, took


async def _watch(here: Installation, room: Room, screen: Screen) -> None:
    """Ask for the big screen's state once a second, as its page does."""
    connection, etag = Connection(room.port), ""
    connection.cookies["sessionid"] = here.content["cookie"]
    while True:
        began = time.perf_counter()
        try:
            headers = {"If_None_Match": etag} if etag else {}
            reply = await connection.ask("GET", f"{here.content['desk']}screen/state/", **headers)
            now = time.perf_counter()
            screen.answers.append(now - began)
            if reply.status == 200:
                screen.shown.append((now, int(json.loads(reply.body)["rated"])))
                etag = reply.headers.get("etag", "")
            elif reply.status != 304:
                screen.errors += 1
        except (OSError, asyncio.IncompleteReadError):
            screen.errors += 1
            connection.close()
        await asyncio.sleep(max(0.0, 1 - (time.perf_counter() - began)))


def _lags(seen: Seen, screen: Screen) -> list[float]:
    """For each person: from the acknowledged first rating until the screen counted so many."""
    lags = []
    for count, moment in enumerate(sorted(seen.first_rating_at), start=1):
        shown = next((at for at, rated in screen.shown if rated >= count), None)
        lags.append(float("inf") if shown is None else max(0.0, shown - moment))
    return lags


def _print(phones: int, seen: Seen, screen: Screen, held: dict[str, int]) -> int:
    lags = _lags(seen, screen)
    for name, times in (("join, 4 requests", seen.joins), ("send a rating", seen.sends),
                        ("where does it stand", seen.polls), ("big screen", screen.answers)):  # fmt: skip
        print(f"  {name:<22}{len(times):>7}  {_spread(times)}")
    print(
        f"  screen behind by      {len(lags):>7}  {_spread(lags)}   (aim: p99 {FRESH_SECONDS:.0f} s)"
    )
    print(
        f"  acknowledged {seen.acknowledged}, in the database {held['counted']}, people {held['people']}"
    )
    wrong = dict(seen.errors) | ({"screen": screen.errors} if screen.errors else {})
    print(f"  errors: {wrong or 'none'}")
    is_whole = held["counted"] == held["ratings"] == seen.acknowledged
    is_whole = is_whole and seen.acknowledged == phones * ITEMS
    print(f"  {'nothing lost, nothing twice' if is_whole else 'RATINGS ARE MISSING'}")
    return int(bool(wrong) or not is_whole)


def _spread(times: list[float]) -> str:
    if len(times) < 2:
        return "too few"
    ordered = sorted(times)
    p99 = ordered[min(len(ordered) - 1, int(len(ordered) * 0.99))]
    return (
        f"p50 {statistics.median(ordered) * 1000:>6.0f} ms   p95 "
        f"{ordered[int(len(ordered) * 0.95)] * 1000:>6.0f} ms   p99 {p99 * 1000:>6.0f} ms"
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
