"""How fast the case library is with 2,000 cases, half of them told in full.

    python -m bench.cases [sqlite] [postgresql]

For each database: SQL queries and CPU of the web process for one page, as in `bench.pages`, then what
1 and 16 clients see of a server with two processes. Asked by somebody who is signed in, which costs
a little more than asking as nobody.
"""

import sys
import time

from bench.clients import ask
from bench.installation import Installation, measured_installation, served
from bench.pages import EACH, REST_SECONDS, print_inside

ASKED_BY_CLIENTS = ("list", "list, three filters", "case, in full")


def main(databases: list[str]) -> None:
    """Measure on each database and print a table."""
    for database in databases or ["sqlite", "postgresql"]:
        with measured_installation(database, content="bench.cases_content") as here:
            content = here.content
            print(f"\n{database}: {content['cases']:,} cases, {content['full']:,} told in full")
            print(f"(CPU of comparing all with each other: {content['liken_seconds']:.1f} s)")
            print_inside(here)
            _print_served(here)


def _print_served(here: Installation) -> None:
    print(f"{'page':<24}{'clients':>9}{'median ms':>11}{'p95 ms':>9}{'per s':>8}")
    with served(here) as port:
        for name in ASKED_BY_CLIENTS:
            path = here.pages[name]
            ask(port, path, here.content["cookie"], clients=4, each=5)  # both processes warm
            for clients, each in EACH.items():
                time.sleep(REST_SECONDS)
                seen = ask(port, path, here.content["cookie"], clients=clients, each=each)
                print(
                    f"{name:<24}{clients:>9}{seen.median_ms:>11.0f}{seen.p95_ms:>9.0f}"
                    f"{seen.per_second:>8.0f}",
                    flush=True,
                )


if __name__ == "__main__":
    main(sys.argv[1:])
