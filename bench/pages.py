"""How fast pages are, with 20 services and 500 respondents.

    python -m bench.pages [sqlite] [postgresql]

For each database: SQL queries and CPU of the web process for one page, then what 1 and 16 clients
see of a server with two processes. Clients and server share this machine's cores. The numbers of
requests are fixed, and the server is left alone for a moment between two cases.
"""

import json
import sys
import time

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
            _print_served(here)


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


def _print_served(here: Installation) -> None:
    print(f"{'page':<14}{'clients':>9}{'median ms':>11}{'p95 ms':>9}{'per s':>8}")
    with served(here) as port:
        for name in ASKED_BY_CLIENTS:
            path = here.pages[name]
            ask(port, path, here.content["cookie"], clients=4, each=5)  # both processes warm
            for clients, each in EACH.items():
                time.sleep(REST_SECONDS)
                seen = ask(port, path, here.content["cookie"], clients=clients, each=each)
                print(
                    f"{name:<14}{clients:>9}{seen.median_ms:>11.0f}{seen.p95_ms:>9.0f}"
                    f"{seen.per_second:>8.0f}",
                    flush=True,
                )


if __name__ == "__main__":
    main(sys.argv[1:])
