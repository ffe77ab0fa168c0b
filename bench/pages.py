"""How fast pages are, with 20 services and 500 respondents.

    python -m bench.pages [sqlite] [postgresql]

For each database: SQL queries and CPU of the web process for one page, then what 1 and 16 clients
see of a server with two processes. Clients and server share this machine's cores. The numbers of
requests are fixed, and the server is left alone for a moment between two cases.
"""

import json
import sys
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from bench.clients import ask
from bench.installation import Installation, measure_inside, measured_installation, served

MOST_QUERIES = 12
MOST_CPU_MS = 15
ASKED_BY_CLIENTS = ("board", "results", "public front")
EACH = {1: 60, 16: 30}
REST_SECONDS = 1


def main(databases: list[str]) -> None:
    """Measure on each database and print a table."""
    for database in databases or ["sqlite", "postgresql"]:
        print(f"\n{database}: 20 services, 2 maps of 500 respondents", flush=True)
        with measured_installation(database) as here:
            print(f"(made in {here.content['filling_seconds']:.1f} s of CPU, both Stars drawn)")
            print_inside(here)
            print_served(here, [Asked.known(here, name) for name in ASKED_BY_CLIENTS])


def print_inside(here: Installation) -> None:
    """Measure each page inside one web process, and print a table."""
    found = measure_inside(
        here, "bench.inside", json.dumps(here.pages), str(here.content["cookie"])
    )
    print(f"{'page':<20}{'queries':>9}{'CPU ms':>9}{'KB gzip':>9}")
    for name, one in found["pages"].items():
        over = one["queries"] > MOST_QUERIES or one["cpu_ms"] > MOST_CPU_MS
        note = f"   OVER: at most {MOST_QUERIES} and {MOST_CPU_MS}" if over else ""
        print(
            f"{name:<20}{one['queries']:>9}{one['cpu_ms']:>9.1f}{one['bytes'] / 1000:>9.1f}{note}"
        )
    print(
        f"(yardstick: sorting 20,000 numbers as text takes {found['yardstick_ms']:.1f} ms here, now)"
    )


@dataclass(frozen=True)
class Asked:
    """What clients ask for: how it is told, where, as whom, and how often for how many of them."""

    told: str
    path: str
    cookie: str
    rounds: Mapping[int, int]

    @classmethod
    def known(cls, here: Installation, name: str) -> "Asked":
        """A page, asked for by somebody who is signed in."""
        return cls(name, here.pages[name], here.content["cookie"], EACH)


def print_served(here: Installation, asked: Iterable[Asked]) -> None:
    """Let clients ask a server with two processes, and print a table."""
    print(f"{'page':<32}{'clients':>9}{'median ms':>11}{'p95 ms':>9}{'per s':>8}")
    with served(here) as port:
        for one in asked:
            ask(port, one.path, one.cookie, clients=4, each=5)  # both processes warm
            for clients, each in one.rounds.items():
                time.sleep(REST_SECONDS)
                seen = ask(port, one.path, one.cookie, clients=clients, each=each)
                print(
                    f"{one.told:<32}{clients:>9}{seen.median_ms:>11.1f}{seen.p95_ms:>9.1f}"
                    f"{seen.per_second:>8.0f}",
                    flush=True,
                )


if __name__ == "__main__":
    main(sys.argv[1:])
