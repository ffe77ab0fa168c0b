"""How fast the blog is with 5,000 posts, and how many visitors it answers from kept pages.

    python -m bench.blog [sqlite] [postgresql]

For each database: SQL queries and CPU of the web process for one page, as in `bench.pages`, asked by
somebody who is signed in, so that nothing is kept ready. Then what 1 and 16 clients see of a server
with two processes: the same, and visitors without a cookie, who get kept pages.
"""

import sys
import time

from bench.clients import ask
from bench.installation import Installation, measured_installation, served
from bench.pages import EACH, REST_SECONDS, print_inside

ASKED_BY_CLIENTS = ("list", "list, by words", "post", "home")
OF_VISITORS = {1: 400, 16: 200}


def main(databases: list[str]) -> None:
    """Measure on each database and print a table."""
    for database in databases or ["sqlite", "postgresql"]:
        with measured_installation(database, content="bench.blog_content") as here:
            print(f"\n{database}: {here.content['posts']:,} posts")
            print_inside(here)
            _print_served(here)


def _print_served(here: Installation) -> None:
    print(f"{'page':<32}{'clients':>9}{'median ms':>11}{'p95 ms':>9}{'per s':>8}")
    with served(here) as port:
        for name in ASKED_BY_CLIENTS:
            path = here.pages[name]
            known = (name, here.content["cookie"], EACH), (f"{name}, visitor", "", OF_VISITORS)
            for told, cookie, rounds in known:
                ask(port, path, cookie, clients=4, each=5)  # both processes warm
                for clients, each in rounds.items():
                    time.sleep(REST_SECONDS)
                    seen = ask(port, path, cookie, clients=clients, each=each)
                    print(
                        f"{told:<32}{clients:>9}{seen.median_ms:>11.1f}{seen.p95_ms:>9.1f}"
                        f"{seen.per_second:>8.0f}",
                        flush=True,
                    )


if __name__ == "__main__":
    main(sys.argv[1:])
