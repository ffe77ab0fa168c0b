"""Do background work: the queue, dead workers' jobs, and whatever falls due by itself."""

import argparse

from alongside.cli.platform import start_platform


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to stay."""
    parser.add_argument("--until-empty", action="store_true", help="end when nothing is left to do")


def run(options: argparse.Namespace) -> int:
    """Work until told to stop."""
    start_platform()
    from alongside.foundation.jobs.worker import work

    work(until_empty=options.until_empty)
    return 0
