"""How fast the pages of a matrix are, with 50 items and 500 raters, and how long a reveal takes.

    python -m bench.matrix [sqlite] [postgresql]

For each database: SQL queries and CPU of the web process for one page, as in `bench.pages`.
"""

import json
import sys

from bench.installation import measure_inside, measured_installation
from bench.matrix_content import ITEMS, RATERS
from bench.pages import MOST_CPU_MS, MOST_QUERIES


def main(databases: list[str]) -> None:
    """Measure on each database and print a table."""
    for database in databases or ["sqlite", "postgresql"]:
        with measured_installation(database, content="bench.matrix_content") as here:
            print(f"\n{database}: {ITEMS} items, {RATERS} raters", flush=True)
            print(
                f"(CPU of a reveal, figures included: {here.content['reveal_seconds']:.2f} s; "
                f"of how sure they are: {here.content['sure_seconds']:.2f} s)"
            )
            cookie = str(here.content["cookie"])
            found = measure_inside(here, "bench.inside", json.dumps(here.pages), cookie)
        print(f"{'page':<20}{'queries':>9}{'CPU ms':>9}{'KB gzip':>9}")
        for name, one in found["pages"].items():
            over = one["queries"] > MOST_QUERIES or one["cpu_ms"] > MOST_CPU_MS
            note = f"   OVER: at most {MOST_QUERIES} and {MOST_CPU_MS}" if over else ""
            print(
                f"{name:<20}{one['queries']:>9}{one['cpu_ms']:>9.1f}"
                f"{one['bytes'] / 1000:>9.1f}{note}"
            )
        print(
            f"(yardstick: sorting 20,000 numbers as text takes {found['yardstick_ms']:.1f} ms "
            "here, now)"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
