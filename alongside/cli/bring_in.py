"""Bring rows in from a file, all or nothing: `alongside import practices cases.csv --place x`."""

import argparse

from alongside.cli.exchange import add_exchange_arguments, run_exchange

# kind -> function(place, path, *, by, save) -> lines to print; raises Refusal. See `exchange`.
KINDS: dict[str, str] = {}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What, from where, into which place."""
    add_exchange_arguments(parser, KINDS)
    parser.add_argument("--preview", action="store_true", help="only say what would be done")


def run(options: argparse.Namespace) -> int:
    """Import, and say what was done."""
    return run_exchange(KINDS, options, save=not options.preview)
