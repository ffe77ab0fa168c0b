"""Phones in a room: each joins, asks where the room stands, and sends its ratings, as the page does.

An answer that isn't the expected one is an error, and is counted as one, also where the page would
send again.
"""

import asyncio
import json
import random
import re
import time
import uuid
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from bench.device import (
    HIDDEN,
    USUAL_WAIT,
    Connection,
    Heard,
    expect,
    keep_asking,
    load_files,
    sleep_until,
)

ITEM = re.compile(r'data-item="(\d+)" data-version="(\d+)"')
GIVING_UP_SECONDS = 120


@dataclass
class Seen(Heard):
    """What all phones together saw. Times in seconds."""

    acknowledged: list[str] = field(default_factory=list)  # keys of ratings
    first_tap_at: list[float] = field(default_factory=list)  # one for each phone, as the next
    first_rating_at: list[float] = field(default_factory=list)


@dataclass
class Room:
    """Where phones go: what stands on the screen, and the page behind it."""

    port: int
    code: str
    path: str  # of the page where one begins, such as /millbrae/rate/first/
    live: str


class Phone:
    """One phone, from the code on the wall to the results in the hand."""

    def __init__(self, room: Room, seen: Seen) -> None:
        self.room, self.seen = room, seen
        self.connection = Connection(room.port)
        self.page = ""
        self.items: list[tuple[int, int]] = []
        self.unsent: list[dict[str, object]] = []
        self.not_before = 0.0
        self.has_sent = False
        self.learned = asyncio.Event()

    async def take_part(self, *, joins_after: float, seconds: float) -> None:
        """Come in, rate everything within the time, and look at the results once they are there."""
        await asyncio.sleep(joins_after)
        try:
            await self._join()
            poll = asyncio.create_task(self._poll())
            await self._rate(seconds)
            await expect(200, self.connection.ask("GET", f"{self.room.path}done/"))
            self.seen.ready += 1
            await self.learned.wait()
            poll.cancel()
            await self._look()
        except (OSError, ValueError, asyncio.IncompleteReadError) as wrong:
            self.seen.errors[f"page: {type(wrong).__name__} {wrong}"[:80]] += 1
        self.connection.close()

    async def _join(self) -> None:
        began = time.perf_counter()
        room, ask = self.room, self.connection.ask
        await expect(302, ask("GET", f"/j/{room.code}"))
        first = (await expect(200, ask("GET", room.path))).body.decode()
        form = dict(HIDDEN.findall(first))
        sent = urlencode({"csrfmiddlewaretoken": form["csrfmiddlewaretoken"], "group": "resident",
                          "submission_key": form["submission_key"], "all": "1"}).encode()  # fmt: skip
        kind = "application/x-www-form-urlencoded"
        await expect(302, ask("POST", room.path, sent, Content_Type=kind))
        page = (await expect(200, ask("GET", f"{room.path}all/"))).body.decode()
        self.seen.joins.append(time.perf_counter() - began)
        await load_files(self.connection, first + page)
        token = re.search(r'data-page="([^"]+)"', page)
        if token is None:
            raise ValueError("no token on the page")
        self.page = token[1]
        self.items = [(int(item), int(version)) for item, version in ITEM.findall(page)]

    async def _poll(self) -> None:
        """Ask where the room stands, as often as it wishes to be asked."""

        def heard(state: dict[str, Any]) -> None:
            if state["stage"] == "revealed":
                self.learned.set()

        await keep_asking(self.room.port, self.room.live, heard, self.seen)

    async def _rate(self, seconds: float) -> None:
        """Rate every item at moments of one's own; send at once, or when the server wishes it."""
        start = time.perf_counter()
        moments = sorted(random.uniform(0, seconds) for _item in self.items)
        for (item, version), moment in zip(self.items, moments, strict=True):
            while self.unsent and self.not_before < start + moment:
                await sleep_until(self.not_before)
                await self._send()
            await sleep_until(start + moment)
            self.unsent.append(
                {"item": item, "version": version, "turn": 1, "key": str(uuid.uuid4()),
                 "scores": {"impact": random.randint(1, 5), "effort": random.randint(1, 5)}}
            )  # fmt: skip
            if len(self.unsent) == 1 and not self.has_sent:
                self.seen.first_tap_at.append(time.perf_counter())
        give_up = time.perf_counter() + GIVING_UP_SECONDS
        while self.unsent and time.perf_counter() < give_up:
            await sleep_until(self.not_before)
            await self._send()

    async def _send(self) -> None:
        """Send what is there. What fails is an error here, and stays on the phone, as on the page."""
        rows, seen = list(self.unsent), self.seen
        body = json.dumps({"page": self.page, "ratings": rows}).encode()
        began = time.perf_counter()
        try:
            reply = await self.connection.ask(
                "POST", f"{self.room.path}send/", body, Content_Type="application/json"
            )
        except (OSError, asyncio.IncompleteReadError) as wrong:
            seen.errors[f"send: {type(wrong).__name__}"] += 1
            self.connection.close()
            self.not_before = time.perf_counter() + USUAL_WAIT
            return
        now = time.perf_counter()
        seen.sends.append(now - began)
        told = json.loads(reply.body) if reply.status == 200 else {}
        kept = told.get("kept", {})
        for row in rows:
            became = kept.get(row["key"], "")
            if became in {"counted", "repeated"}:
                seen.acknowledged.append(str(row["key"]))
                self.unsent.remove(row)
            else:
                seen.errors[f"send {reply.status} {became}"] += 1
        if kept and not self.has_sent:
            self.has_sent = True
            seen.first_rating_at.append(now)
        wait = float(told.get("wait", USUAL_WAIT))
        self.not_before = now + wait if wait > USUAL_WAIT or not kept else 0.0

    async def _look(self) -> None:
        """The page renews itself when the room is revealed; a moment later all tap "See it here"."""
        await expect(200, self.connection.ask("GET", f"{self.room.path}done/"))
        self.seen.told_at.append(time.perf_counter())
        status = 302  # back to the page before, while the figures are being made
        while status == 302:
            await asyncio.sleep(random.uniform(1, 5))
            began = time.perf_counter()
            status = (await self.connection.ask("GET", f"{self.room.path}result/")).status
        self.seen.looks.append(time.perf_counter() - began)
        if status != 200:
            raise ValueError(f"results {status}")
