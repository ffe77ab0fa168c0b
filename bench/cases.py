"""How fast the case library is with 2,000 cases, half of them told in full.

    python -m bench.cases [sqlite] [postgresql]

For each database: SQL queries and CPU of the web process for one page, as in `bench.pages`, then what
1 and 16 clients see of a server with two processes. Asked by somebody who is signed in, which costs
a little more than asking as nobody.
"""

import sys

from bench.installation import measured_installation
from bench.pages import Asked, print_inside, print_served

ASKED_BY_CLIENTS = ("list", "list, three filters", "case, in full")


def main(databases: list[str]) -> None:
    """Measure on each database and print a table."""
    for database in databases or ["sqlite", "postgresql"]:
        with measured_installation(database, content="bench.cases_content") as here:
            content = here.content
            print(f"\n{database}: {content['cases']:,} cases, {content['full']:,} told in full")
            print(f"(CPU of comparing all with each other: {content['liken_seconds']:.1f} s)")
            print_inside(here)
            print_served(here, [Asked.known(here, name) for name in ASKED_BY_CLIENTS])


if __name__ == "__main__":
    main(sys.argv[1:])
