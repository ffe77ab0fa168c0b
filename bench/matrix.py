"""How fast the pages of a matrix are, with 50 items and 500 raters, and how long a reveal takes.

    python -m bench.matrix [sqlite] [postgresql]

For each database: SQL queries and CPU of the web process for one page, as in `bench.pages`.
"""

import sys

from bench.installation import measured_installation
from bench.matrix_content import ITEMS, RATERS
from bench.pages import print_inside


def main(databases: list[str]) -> None:
    """Measure on each database and print a table."""
    for database in databases or ["sqlite", "postgresql"]:
        with measured_installation(database, content="bench.matrix_content") as here:
            print(f"\n{database}: {ITEMS} items, {RATERS} raters", flush=True)
            print(
                f"(CPU of a reveal, figures included: {here.content['reveal_seconds']:.2f} s; "
                f"of how sure they are: {here.content['sure_seconds']:.2f} s)"
            )
            print_inside(here)


if __name__ == "__main__":
    main(sys.argv[1:])
