"""Prove on live data what must always hold (house, decision 14). Reads only.

Each room may offer `invariants()` in `<room>/invariants.py`: a mapping from a sentence that must
be true to a function that returns one line for each row where it isn't.
"""

import argparse
from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec

from alongside.cli.platform import start_platform

MOST_LINES = 20
type Invariants = dict[str, Callable[[], Iterable[str]]]


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """No arguments."""


def run(options: argparse.Namespace) -> int:
    """Report on every invariant; 1 if one is broken."""
    start_platform()
    broken = 0
    for sentence, find_violations in all_invariants():
        violations = list(find_violations())
        broken += bool(violations)
        print(f"  {'BROKEN' if violations else 'ok    '}  {sentence}")
        for line in violations[:MOST_LINES]:
            print(f"            {line}")
        if len(violations) > MOST_LINES:
            print(f"            and {len(violations) - MOST_LINES} more")
    print(f"{broken} broken" if broken else "Everything holds.")
    return 1 if broken else 0


def all_invariants() -> Iterator[tuple[str, Callable[[], Iterable[str]]]]:
    """Every invariant of every room, room by room."""
    from django.apps import apps

    for app in apps.get_app_configs():
        name = f"{app.name}.invariants"
        if app.name.startswith("alongside.") and find_spec(name):
            invariants: Invariants = import_module(name).invariants()
            yield from invariants.items()
