"""Phones in a room: each joins, asks where the room stands, and sends its ratings, as the page does.

Plain HTTP/1.1 over two connections that stay open for each phone, all from one address. An answer
that isn't the expected one is an error, and is counted as one, also where the page would send again.
"""

import asyncio
import json
import random
import re
import time
import uuid
from collections import Counter
from collections.abc import Awaitable
from dataclasses import dataclass, field
from urllib.parse import urlencode

HOST = "127.0.0.1"
HIDDEN = re.compile(r'name="(\w+)" value="([^"]*)"')
ITEM = re.compile(r'data-item="(\d+)" data-version="(\d+)"')
FILES = re.compile(r'(?:href|src)="(/static/[^"]+)"')
USUAL_WAIT = 4.0  # as in rate.mjs: where the server wishes a longer one, ratings are gathered
GIVING_UP_SECONDS = 120


@dataclass
class Reply:
    """What a server said."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass
class Seen:
    """What all phones together saw. Times in seconds."""

    joins: list[float] = field(default_factory=list)
    sends: list[float] = field(default_factory=list)
    polls: list[float] = field(default_factory=list)
    looks: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    acknowledged: list[str] = field(default_factory=list)  # keys of ratings
    first_tap_at: list[float] = field(default_factory=list)  # one for each phone, as the next
    first_rating_at: list[float] = field(default_factory=list)
    told_at: list[float] = field(default_factory=list)  # "It is revealed"
    ready: int = 0  # phones that have nothing left to send


class Connection:
    """One connection that is opened again when the server has closed it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Reply:
        """Send one request and read its answer whole."""
        if self._streams is not None and self._streams[0].at_eof():
            self.close()  # a server hangs up on the idle, and a browser notices it
        if self._streams is None:
            self._streams = await asyncio.open_connection(HOST, self.port)
        reader, writer = self._streams
        lines = [f"{method} {path} HTTP/1.1", f"Host: {HOST}:{self.port}"]
        if self.cookies:
            lines.append("Cookie: " + "; ".join(f"{k}={v}" for k, v in self.cookies.items()))
        lines += [f"{name.replace('_', '-')}: {text}" for name, text in headers.items()]
        lines += [f"Content-Length: {len(body)}"] if method == "POST" else []
        writer.write(("\r\n".join(lines) + "\r\n\r\n").encode() + body)
        reply = await _read(reader)
        for cookie in reply.headers.get("set-cookie", "").split("\n"):
            name, _, rest = cookie.partition("=")
            if name and rest:
                self.cookies[name] = (
                    rest.partition(";")[0].strip('"') if name != "room" else rest.partition(";")[0]
                )
        if reply.headers.get("connection") == "close":
            self.close()
        return reply

    def close(self) -> None:
        """Hang up."""
        if self._streams is not None:
            self._streams[1].close()
            self._streams = None


async def _read(reader: asyncio.StreamReader) -> Reply:
    head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    status, *lines = head.split("\r\n")
    headers: dict[str, str] = {}
    for line in filter(None, lines):
        name, _, text = line.partition(":")
        key, text = name.lower(), text.strip()
        headers[key] = f"{headers[key]}\n{text}" if key in headers else text
    code = int(status.split()[1])
    if headers.get("transfer-encoding") == "chunked":
        body = await _chunks(reader)
    else:
        body = await reader.readexactly(int(headers.get("content-length", 0) or 0))
    return Reply(code, headers, body)


async def _chunks(reader: asyncio.StreamReader) -> bytes:
    parts = []
    while size := int((await reader.readuntil(b"\r\n")).strip(), 16):
        parts.append(await reader.readexactly(size))
        await reader.readexactly(2)
    await reader.readexactly(2)
    return b"".join(parts)


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
            await _expect(200, self.connection.ask("GET", f"{self.room.path}done/"))
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
        await _expect(302, ask("GET", f"/j/{room.code}"))
        first = (await _expect(200, ask("GET", room.path))).body.decode()
        form = dict(HIDDEN.findall(first))
        sent = urlencode({"csrfmiddlewaretoken": form["csrfmiddlewaretoken"], "group": "resident",
                          "submission_key": form["submission_key"], "all": "1"}).encode()  # fmt: skip
        kind = "application/x-www-form-urlencoded"
        await _expect(302, ask("POST", room.path, sent, Content_Type=kind))
        page = (await _expect(200, ask("GET", f"{room.path}all/"))).body.decode()
        self.seen.joins.append(time.perf_counter() - began)
        for file in sorted({*FILES.findall(first), *FILES.findall(page)}):
            await _expect(200, ask("GET", file))
        token = re.search(r'data-page="([^"]+)"', page)
        if token is None:
            raise ValueError("no token on the page")
        self.page = token[1]
        self.items = [(int(item), int(version)) for item, version in ITEM.findall(page)]

    async def _poll(self) -> None:
        """Ask where the room stands, as often as it wishes to be asked."""
        connection, etag, wait, seen = Connection(self.room.port), "", USUAL_WAIT, self.seen
        while not self.learned.is_set():
            began = time.perf_counter()
            try:
                headers = {"If_None_Match": etag} if etag else {}
                reply = await connection.ask("GET", self.room.live, **headers)
            except (OSError, asyncio.IncompleteReadError) as wrong:
                seen.errors[f"poll: {type(wrong).__name__}"] += 1
                connection.close()
            else:
                seen.polls.append(time.perf_counter() - began)
                if reply.status == 200:
                    etag, state = reply.headers["etag"], json.loads(reply.body)
                    wait = float(state["wait"])
                    if state["stage"] == "revealed":
                        self.learned.set()
                elif reply.status != 304:
                    seen.errors[f"poll {reply.status}"] += 1
            await asyncio.sleep(wait * random.uniform(0.8, 1.2))
        connection.close()

    async def _rate(self, seconds: float) -> None:
        """Rate every item at moments of one's own; send at once, or when the server wishes it."""
        start = time.perf_counter()
        moments = sorted(random.uniform(0, seconds) for _item in self.items)
        for (item, version), moment in zip(self.items, moments, strict=True):
            while self.unsent and self.not_before < start + moment:
                await _sleep_until(self.not_before)
                await self._send()
            await _sleep_until(start + moment)
            self.unsent.append(
                {"item": item, "version": version, "turn": 1, "key": str(uuid.uuid4()),
                 "scores": {"impact": random.randint(1, 5), "effort": random.randint(1, 5)}}
            )  # fmt: skip
            if len(self.unsent) == 1 and not self.has_sent:
                self.seen.first_tap_at.append(time.perf_counter())
        give_up = time.perf_counter() + GIVING_UP_SECONDS
        while self.unsent and time.perf_counter() < give_up:
            await _sleep_until(self.not_before)
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
        await _expect(200, self.connection.ask("GET", f"{self.room.path}done/"))
        self.seen.told_at.append(time.perf_counter())
        status = 302  # back to the page before, while the figures are being made
        while status == 302:
            await asyncio.sleep(random.uniform(1, 5))
            began = time.perf_counter()
            status = (await self.connection.ask("GET", f"{self.room.path}result/")).status
        self.seen.looks.append(time.perf_counter() - began)
        if status != 200:
            raise ValueError(f"results {status}")


async def _sleep_until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - time.perf_counter()))


async def _expect(status: int, asked: Awaitable[Reply]) -> Reply:
    reply = await asked
    if reply.status != status:
        raise ValueError(f"{reply.status} instead of {status}")
    return reply
