"""Find the command that was typed, and run it. Imports nothing but the command's own module."""

import argparse
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from importlib import import_module

from alongside.cli.refused import CommandRefused


@dataclass(frozen=True, slots=True)
class Command:
    """A word after `alongside`, and the module that does it."""

    name: str
    module: str
    help: str


COMMANDS = {
    command.name: command
    for command in (
        Command("serve", "alongside.cli.serve", "serve the site, with its worker beside it"),
        Command("worker", "alongside.cli.worker", "do background work, and nothing else"),
        Command("prepare", "alongside.cli.prepare", "bring database and static files up to date"),
        Command("demo", "alongside.cli.demo", "load the worked example into an empty database"),
        Command("nation", "alongside.cli.nation", "open a nation, and invite who leads it"),
        Command("check", "alongside.cli.check", "prove on live data what must always hold"),
        Command("import", "alongside.cli.bring_in", "bring rows in from a file"),
        Command("export", "alongside.cli.hand_out", "write released results or rows to a file"),
        Command("draw", "alongside.cli.draw", "draw a panel by lot, with quotas"),
        Command("backup", "alongside.cli.backup", "write the database to one file"),
        Command("restore", "alongside.cli.restore", "put a backup back, erasures included"),
        Command("ready", "alongside.cli.ready", "ask the site on this machine whether it is ready"),
    )
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code."""
    words = sys.argv[1:] if arguments is None else list(arguments)
    parser = argparse.ArgumentParser(
        prog="alongside", description="Run and look after Alongside on this machine."
    )
    subparsers = parser.add_subparsers(dest="command", metavar="command", required=True)
    parsers = {
        name: subparsers.add_parser(name, help=command.help, description=command.help + ".")
        for name, command in COMMANDS.items()
    }
    module = None
    if words and words[0] in COMMANDS:
        module = import_module(COMMANDS[words[0]].module)
        module.add_arguments(parsers[words[0]])
    options = parser.parse_args(words)
    assert module is not None  # argparse has refused every other word
    try:
        return int(module.run(options))
    except CommandRefused as refused:
        print(refused, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main())
