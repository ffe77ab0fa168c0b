"""Load the worked example: an invented nation with invented partnerships."""

import argparse

from alongside.cli.example import load_example
from alongside.cli.platform import start_platform


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments."""


def run(options: argparse.Namespace) -> int:
    """Load it and say so."""
    start_platform()
    print(load_example())
    return 0
