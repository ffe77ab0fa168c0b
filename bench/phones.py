"""Phones in a room: each joins, asks where the room stands, and sends its ratings, as the page does.

Plain HTTP/1.1 over connections that stay open, all from one address. Nothing is retried here: an
answer that isn't the expected one is an error, and is counted as one.
"""

import asyncio
import json
import random
import re
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from urllib.parse import urlencode

HOST = "127.0.0.1"
HIDDEN = re.compile(r'name="(\w+)" value="([^"]*)"')
ITEM = re.compile(r'data-item="(\d+)" data-version="(\d+)"')


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
    errors: Counter[str] = field(default_factory=Counter)
    acknowledged: int = 0
    first_rating_at: list[float] = field(default_factory=list)  # one for each phone


class Connection:
    """One connection that is opened again when the server has closed it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.cookies: dict[str, str] = {}
        self._streams: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Reply:
        """Send one request and read its answer whole."""
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


async def phone(room: Room, seen: Seen, *, joins_after: float, seconds: float) -> None:
    """One phone, from the code to the last rating."""
    await asyncio.sleep(joins_after)
    connection = Connection(room.port)
    try:
        items, page = await _join(connection, room, seen)
    except (OSError, ValueError, asyncio.IncompleteReadError) as wrong:
        seen.errors[f"join: {type(wrong).__name__} {wrong}"[:80]] += 1
        return
    poll = asyncio.create_task(_poll(room, seen))
    await _rate(connection, room, seen, items, page, seconds=seconds)
    poll.cancel()
    connection.close()


async def _join(
    connection: Connection, room: Room, seen: Seen
) -> tuple[list[tuple[int, int]], str]:
    began = time.perf_counter()
    await _expect(302, connection.ask("GET", f"/j/{room.code}"))
    form = dict(
        HIDDEN.findall((await _expect(200, connection.ask("GET", room.path))).body.decode())
    )
    sent = urlencode({"csrfmiddlewaretoken": form["csrfmiddlewaretoken"], "group": "resident",
                      "submission_key": form["submission_key"], "all": "1"}).encode()  # fmt: skip
    await _expect(
        302,
        connection.ask("POST", room.path, sent, Content_Type="application/x-www-form-urlencoded"),
    )
    page = (await _expect(200, connection.ask("GET", f"{room.path}all/"))).body.decode()
    seen.joins.append(time.perf_counter() - began)
    token = re.search(r'data-page="([^"]+)"', page)
    if token is None:
        raise ValueError("no token on the page")
    return [(int(item), int(version)) for item, version in ITEM.findall(page)], token[1]


async def _expect(status: int, asked: object) -> Reply:
    reply: Reply = await asked  # type: ignore[misc]
    if reply.status != status:
        raise ValueError(f"{reply.status} instead of {status}")
    return reply


async def _poll(room: Room, seen: Seen) -> None:
    """Ask where the room stands, as often as it wishes to be asked."""
    connection, etag, wait = Connection(room.port), "", 4.0
    while True:
        await asyncio.sleep(wait * random.uniform(0.8, 1.2))
        began = time.perf_counter()
        try:
            headers = {"If_None_Match": etag} if etag else {}
            reply = await connection.ask("GET", room.live, **headers)
        except (OSError, asyncio.IncompleteReadError):
            seen.errors["poll"] += 1
            connection.close()
            continue
        seen.polls.append(time.perf_counter() - began)
        etag = reply.headers.get("etag", etag)
        if reply.status == 200:
            wait = float(json.loads(reply.body)["wait"])
        elif reply.status != 304:
            seen.errors[f"poll {reply.status}"] += 1


async def _rate(
    connection: Connection,
    room: Room,
    seen: Seen,
    items: list[tuple[int, int]],
    page: str,
    *,
    seconds: float,
) -> None:
    """Rate every item at moments of one's own within the time; send at once, as the page does."""
    start = time.perf_counter()
    moments = sorted(random.uniform(0, seconds) for _item in items)
    for (item, version), moment in zip(items, moments, strict=True):
        await asyncio.sleep(max(0.0, start + moment - time.perf_counter()))
        row = {
            "item": item, "version": version, "turn": 1, "key": str(uuid.uuid4()),
            "scores": {"impact": random.randint(1, 5), "effort": random.randint(1, 5)},
        }  # fmt: skip
        body = json.dumps({"page": page, "ratings": [row]}).encode()
        began = time.perf_counter()
        try:
            reply = await connection.ask(
                "POST", f"{room.path}send/", body, Content_Type="application/json"
            )
        except (OSError, asyncio.IncompleteReadError) as wrong:
            seen.errors[f"send: {type(wrong).__name__}"] += 1
            connection.close()
            continue
        seen.sends.append(time.perf_counter() - began)
        kept = json.loads(reply.body).get("kept", {}) if reply.status == 200 else {}
        if kept.get(row["key"]) == "counted":
            if moment == moments[0]:
                seen.first_rating_at.append(time.perf_counter())
            seen.acknowledged += 1
        else:
            seen.errors[f"send {reply.status} {kept.get(row['key'], '')}"] += 1
