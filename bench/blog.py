"""How fast the blog is with 5,000 posts, and how many visitors it answers from kept pages.

    python -m bench.blog [sqlite] [postgresql]

For each database: SQL queries and CPU of the web process for one page, as in `bench.pages`, asked by
somebody who is signed in, so that nothing is kept ready. Then what 1 and 16 clients see of a server
with two processes: the same, and visitors without a cookie, who get kept pages.
"""

import sys
from collections.abc import Iterator

from bench.installation import Installation, measured_installation
from bench.pages import Asked, print_inside, print_served

ASKED_BY_CLIENTS = ("list", "list, by words", "post", "home")
OF_VISITORS = {1: 400, 16: 200}


def main(databases: list[str]) -> None:
    """Measure on each database and print a table."""
    for database in databases or ["sqlite", "postgresql"]:
        with measured_installation(database, content="bench.blog_content") as here:
            print(f"\n{database}: {here.content['posts']:,} posts")
            print_inside(here)
            print_served(here, _asked(here))


def _asked(here: Installation) -> Iterator[Asked]:
    """Each page as somebody who is signed in, then as visitors whom nobody knows."""
    for name in ASKED_BY_CLIENTS:
        yield Asked.known(here, name)
        yield Asked(f"{name}, visitor", here.pages[name], "", OF_VISITORS)


if __name__ == "__main__":
    main(sys.argv[1:])
