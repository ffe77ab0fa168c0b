"""Load the worked example: an invented nation with invented partnerships."""

import argparse

from alongside.cli.example import load_example
from alongside.cli.platform import start_platform
from alongside.cli.refused import CommandRefused


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments."""


def run(options: argparse.Namespace) -> int:
    """Load it and say so."""
    start_platform()
    if not load_example():
        raise CommandRefused("The database holds places already; nothing was loaded.")
    print("The worked example is loaded.")
    return 0
