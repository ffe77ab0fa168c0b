"""Phones in the room of an event: each votes, supports questions, asks one, as browsers do."""

import asyncio
import random
import re
import time
import uuid
from collections import Counter
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

from bench.device import HIDDEN, Connection, Heard, expect, keep_asking, load_files, sleep_until

FORM = "application/x-www-form-urlencoded"
VOTING = re.compile(r'name="poll" value="(\d+)"')
ON_THE_LIST = re.compile(r'id="question-([0-9a-f-]{36})"')
# Of so many phones one presses everything twice, takes a support back, asks a question.
PRESSES_TWICE, THINKS_AGAIN, ASKS = 5, 4, 10
SUPPORTS = 5
CHOICES = 4


@dataclass
class Hall:
    """Where phones go: what stands on the screen, and the page behind it."""

    port: int
    code: str
    path: str
    live: str


@dataclass
class Seen(Heard):
    """What was seen, and what must be in the database for it. Times in seconds."""

    voted_at: list[float] = field(default_factory=list)
    choices: Counter[str] = field(default_factory=Counter)
    supports: list[str] = field(default_factory=list)  # ids of questions, once for each support
    asked: list[str] = field(default_factory=list)  # keys


class Phone:
    """One phone, from the code on the wall to the result in the hand."""

    def __init__(self, hall: Hall, seen: Seen, number: int) -> None:
        self.hall, self.seen, self.number = hall, seen, number
        self.connection, self.second = Connection(hall.port), Connection(hall.port)
        self.page, self.asked_version = "", 0
        self.choice = ""
        self.supported: set[str] = set()
        self.is_told = asyncio.Event()

    async def take_part(self, *, joins_after: float, seconds: float) -> None:
        """Come in, do everything within the time, and look at the result once it is there."""
        await asyncio.sleep(joins_after)
        listening = None
        try:
            await self._join()
            listening = asyncio.create_task(
                keep_asking(self.hall.port, self.hall.live, self._hear, self.seen)
            )
            await self._act(seconds)
            self.seen.choices[self.choice] += 1
            self.seen.supports += sorted(self.supported)
            self.seen.ready += 1
            await self.is_told.wait()
            await self._look()
        except (OSError, ValueError, asyncio.IncompleteReadError) as wrong:
            self.seen.errors[f"page: {type(wrong).__name__} {wrong}"[:80]] += 1
        finally:
            if listening is not None:
                listening.cancel()
            self.connection.close()
            self.second.close()

    async def _join(self) -> None:
        began = time.perf_counter()
        await expect(302, self.connection.ask("GET", f"/j/{self.hall.code}"))
        first = await self._see()
        key = dict(HIDDEN.findall(first))["key"]
        await self._send({"do": "enter", "key": key})
        self.seen.joins.append(time.perf_counter() - began)
        await load_files(self.connection, first + self.page)

    async def _see(self) -> str:
        reply = await expect(200, self.connection.ask("GET", self.hall.path))
        self.page = reply.body.decode()
        return self.page

    async def _send(self, said: dict[str, str], *, twice: bool = False) -> None:
        """Send a form, follow where it leads. Pressed twice, the second goes beside the first."""
        token = dict(HIDDEN.findall(self.page))["csrfmiddlewaretoken"]
        body = urlencode({"csrfmiddlewaretoken": token, **said}).encode()
        self.second.cookies = self.connection.cookies
        presses = [self.connection, self.second][: 1 + twice]
        began = time.perf_counter()
        sent = (one.ask("POST", self.hall.path, body, Content_Type=FORM) for one in presses)
        await asyncio.gather(*(expect(302, one) for one in sent))
        self.seen.sends.append(time.perf_counter() - began)
        await self._see()

    async def _act(self, seconds: float) -> None:
        """Everything at moments of one's own: two votes, of which the second counts, and the rest."""
        start, twice = time.perf_counter(), self.number % PRESSES_TWICE == 0
        listed = random.sample(ON_THE_LIST.findall(self.page), SUPPORTS)
        acts = [("support", question) for question in listed]
        acts += [("take_back", listed[0])] if self.number % THINKS_AGAIN == 0 else []
        acts += [("vote", ""), ("vote", "")]
        acts += [("ask", str(uuid.uuid4()))] if self.number % ASKS == 0 else []
        moments = sorted(random.uniform(0, seconds) for _act in acts)
        for (do, what), moment in zip(acts, moments, strict=True):
            await sleep_until(start + moment)
            await self._do(do, what, twice=twice)

    async def _do(self, do: str, what: str, *, twice: bool) -> None:
        if do == "vote":
            choice = str(random.randint(1, CHOICES))
            poll = VOTING.findall(self.page)[0]
            await self._send({"do": do, "poll": poll, "choice": choice}, twice=twice)
            if not self.choice:
                self.seen.voted_at.append(time.perf_counter())
            self.choice = choice
        elif do == "ask":
            said = {"do": do, "text": f"Question {self.number}?", "submission_key": what}
            await self._send(said, twice=twice)
            self.seen.asked.append(what)
        else:
            await self._send({do: what}, twice=twice)
            (self.supported.add if do == "support" else self.supported.discard)(what)

    def _hear(self, state: dict[str, Any]) -> None:
        """A page that is told of something new loads itself again."""
        if self.asked_version and state["asked"] > self.asked_version:
            self.is_told.set()
        self.asked_version = state["asked"]

    async def _look(self) -> None:
        began = time.perf_counter()
        page = await self._see()
        self.seen.looks.append(time.perf_counter() - began)
        self.seen.told_at.append(time.perf_counter())
        if "live-told__number" not in page:
            raise ValueError("no result on the page")
