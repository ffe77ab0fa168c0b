"""Clients that ask for a page a fixed number of times, each over one connection that stays open."""

import http.client
import statistics
import threading
import time
from dataclasses import dataclass


@dataclass(frozen=True)
class Answered:
    """How long answers took, as the clients saw it."""

    median_ms: float
    p95_ms: float
    per_second: float


def ask(port: int, path: str, cookie: str, *, clients: int, each: int) -> Answered:
    """Let so many clients at once ask `each` times; every answer must be 200.

    Without a cookie they are visitors whom nobody knows.
    """
    times: list[list[float]] = [[] for _ in range(clients)]
    wrong: list[str] = []
    start = threading.Barrier(clients + 1)

    def client(mine: list[float]) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        known = {"Cookie": f"sessionid={cookie}"} if cookie else {}
        headers = {**known, "Accept-Encoding": "gzip"}
        start.wait()
        for _ in range(each):
            began = time.perf_counter()
            connection.request("GET", path, headers=headers)
            answer = connection.getresponse()
            answer.read()
            mine.append((time.perf_counter() - began) * 1000)
            if answer.status != 200:
                wrong.append(f"{path}: {answer.status}")
                return
        connection.close()

    threads = [threading.Thread(target=client, args=(mine,), daemon=True) for mine in times]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join(120)
    took = time.perf_counter() - began
    if wrong or any(thread.is_alive() for thread in threads):
        raise SystemExit(wrong[0] if wrong else f"{path}: no answer within two minutes")
    every = [one for mine in times for one in mine]
    return Answered(
        statistics.median(every), statistics.quantiles(every, n=20)[-1], len(every) / took
    )
