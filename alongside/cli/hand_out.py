"""Write released results to a file: `alongside export results star.xlsx --place x`."""

import argparse

from alongside.cli.exchange import add_exchange_arguments, run_exchange

# kind -> function(place, path, *, by) -> lines to print; raises Refusal. See `exchange`.
KINDS: dict[str, str] = {}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What, to where, from which place."""
    add_exchange_arguments(parser, KINDS)


def run(options: argparse.Namespace) -> int:
    """Export, and say what was written."""
    return run_exchange(KINDS, options)
