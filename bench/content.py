"""Fill an empty installation with the measured partnership; print where to look, as JSON.

Run by `installation` in a process of its own, with that installation's settings.
"""

import json
import time

import django


def main() -> None:
    """Set Django up, fill, and print."""
    django.setup()
    from bench.filling import addresses, fill_installation  # noqa: PLC0415 - needs the set-up

    began = time.process_time()
    place = fill_installation()
    took = time.process_time() - began
    print(json.dumps({**addresses(place), "filling_seconds": took}))


if __name__ == "__main__":
    main()
