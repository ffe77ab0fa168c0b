"""What import and export share: find the function of a kind, the place, and call it."""

import argparse
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from pathlib import Path

from alongside.cli.platform import start_platform
from alongside.cli.refused import CommandRefused


def add_exchange_arguments(parser: argparse.ArgumentParser, kinds: Mapping[str, str]) -> None:
    """A kind of thing, a file, a place."""
    parser.add_argument("kind", choices=sorted(kinds) or None, help=", ".join(sorted(kinds)))
    parser.add_argument("file", type=Path)
    parser.add_argument("--place", required=True, help="the place's name in addresses")


def run_exchange(kinds: Mapping[str, str], options: argparse.Namespace, **more: bool) -> int:
    """Call the function of the kind as the operator, and print its lines."""
    start_platform()
    from alongside.foundation.history.actor import system_actor
    from alongside.foundation.history.refusal import Refusal
    from alongside.foundation.places.models import Place

    place = Place.objects.filter(slug=options.place).first()
    if place is None:
        raise CommandRefused(f"There is no place {options.place!r}.")
    if options.kind not in kinds:
        raise CommandRefused(f"Nothing of the kind {options.kind!r} can be exchanged yet.")
    module, _, name = kinds[options.kind].rpartition(".")
    exchange: Callable[..., Iterable[str]] = getattr(import_module(module), name)
    try:
        for line in exchange(place, options.file, by=system_actor(), **more):
            print(line)
    except Refusal as refusal:
        raise CommandRefused(f"{refusal.words} {refusal.next_step}".strip()) from refusal
    return 0
