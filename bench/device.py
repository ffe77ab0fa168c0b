"""One phone on the wire: plain HTTP/1.1 over connections that stay open, all from one address."""

import asyncio
import json
import random
import re
import time
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Any

HOST = "127.0.0.1"
HIDDEN = re.compile(r'name="(\w+)" value="([^"]*)"')
FILES = re.compile(r'(?:href|src)="(/static/[^"]+)"')
USUAL_WAIT = 4.0  # as in rate.mjs: where the server wishes a longer one, ratings are gathered


@dataclass
class Heard:
    """What phones of any room saw together. Times in seconds."""

    joins: list[float] = field(default_factory=list)
    sends: list[float] = field(default_factory=list)
    polls: list[float] = field(default_factory=list)
    looks: list[float] = field(default_factory=list)
    errors: Counter[str] = field(default_factory=Counter)
    told_at: list[float] = field(default_factory=list)  # "It is revealed"
    ready: int = 0  # phones that have nothing left to send


@dataclass
class Reply:
    """What a server said."""

    status: int
    headers: dict[str, str]
    body: bytes


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


async def keep_asking(
    port: int, live: str, heard: Callable[[dict[str, Any]], None], seen: Heard
) -> None:
    """Ask where a room stands until cancelled, as often as it wishes; tell what it answers."""
    connection, etag, wait = Connection(port), "", USUAL_WAIT
    try:
        while True:
            began = time.perf_counter()
            try:
                headers = {"If_None_Match": etag} if etag else {}
                reply = await connection.ask("GET", live, **headers)
            except (OSError, asyncio.IncompleteReadError) as wrong:
                seen.errors[f"poll: {type(wrong).__name__}"] += 1
                connection.close()
            else:
                seen.polls.append(time.perf_counter() - began)
                if reply.status == 200:
                    etag, state = reply.headers["etag"], json.loads(reply.body)
                    wait = float(state["wait"])
                    heard(state)
                elif reply.status != 304:
                    seen.errors[f"poll {reply.status}"] += 1
            await asyncio.sleep(wait * random.uniform(0.8, 1.2))
    finally:
        connection.close()


async def load_files(connection: Connection, page: str) -> None:
    """Load the style sheets and scripts that pages name, each once."""
    for file in sorted(set(FILES.findall(page))):
        await expect(200, connection.ask("GET", file))


async def sleep_until(moment: float) -> None:
    await asyncio.sleep(max(0.0, moment - time.perf_counter()))


async def expect(status: int, asked: Awaitable[Reply]) -> Reply:
    reply = await asked
    if reply.status != status:
        raise ValueError(f"{reply.status} instead of {status}")
    return reply
