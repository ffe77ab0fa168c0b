"""How long a search takes among 200,000 things, beside looking through every text.

    python -m bench.search [sqlite] [postgresql]

The texts are made up (`search_content`): 60 words each, the n-th word 1/n as often as the first.
The comparison stops at the first twenty texts that hold the words, in no order of merit; where words
are common it has an easy task, and a hard one where they are rare.
"""

import sys

from bench.installation import measure_inside, measured_installation

LIMIT_MS = 300


def main(databases: list[str]) -> None:
    """Measure on each database and print a table."""
    for database in databases or ["sqlite", "postgresql"]:
        with measured_installation(database, content="bench.search_content") as here:
            content = here.content
            print(f"\n{database}: {content['rows']:,} rows, kept in {content['seconds']:.0f} s")
            found = measure_inside(here, "bench.search_inside")
        print(f"{'asked':<28}{'median ms':>10}{'most ms':>9}{'every text ms':>15}")
        for name, one in found.items():
            over = f"   OVER: at most {LIMIT_MS}" if one["median"] > LIMIT_MS else ""
            print(f"{name:<28}{one['median']:>10.1f}{one['most']:>9.1f}{one['plain']:>15.1f}{over}")


if __name__ == "__main__":
    main(sys.argv[1:])
