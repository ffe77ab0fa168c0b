"""Bring in what stands in a file, all or nothing: `alongside import practices cases.csv --place x`.

Practices, services and wards are rows; an XLSForm becomes a questionnaire, being prepared.
"""

import argparse
from importlib import import_module
from pathlib import Path
from typing import Any

from alongside.cli.platform import start_platform
from alongside.cli.refused import CommandRefused

# What can be brought in, and where its `ImportSpec` stands.
KINDS = {
    "practices": "alongside.foundation.practices.importing.SPEC",
    "services": "alongside.foundation.files.services.SPEC",
    "wards": "alongside.foundation.files.wards.SPEC",
}
XLSFORM = "xlsform"
MOST_PROBLEMS = 50


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What, from where, into which place."""
    parser.add_argument("kind", choices=sorted([*KINDS, XLSFORM]))
    parser.add_argument("file", type=Path, help="a CSV or XLSX file")
    parser.add_argument("--place", required=True, help="the place's name in addresses")
    parser.add_argument("--preview", action="store_true", help="only say what would be done")


def run(options: argparse.Namespace) -> int:
    """Import, and say what was done."""
    start_platform()
    from alongside.cli.places import place_named
    from alongside.foundation.files.sheets.parts import SheetProblems

    place = place_named(options.place)
    try:
        content = options.file.read_bytes()
    except OSError as error:
        raise CommandRefused(f"{options.file} can't be read: {error.strerror}.") from error
    try:
        bring_in = _bring_in_xlsform if options.kind == XLSFORM else _bring_in
        print(bring_in(options, place, content))
    except SheetProblems as found:
        for problem in found.problems[:MOST_PROBLEMS]:
            print(_told(problem))
        total = len(found.problems)
        raise CommandRefused(f"{total} to put right. Nothing was brought in.") from found
    return 0


def _bring_in(options: argparse.Namespace, place: Any, content: bytes) -> str:
    from alongside.foundation.files.actions import import_file
    from alongside.foundation.files.imports.planning import plan_import
    from alongside.foundation.files.imports.spec import Standing
    from alongside.foundation.files.sheets.parts import refuse_all
    from alongside.foundation.files.sheets.reading import read_sheet
    from alongside.foundation.history.actor import system_actor

    module, _, name = KINDS[options.kind].rpartition(".")
    spec = getattr(import_module(module), name)
    if options.preview:
        plan = plan_import(spec, place, read_sheet(content))
        refuse_all(plan.problems)
        new, changed, same, known = (len(plan.standing(standing)) for standing in Standing)
        told = f"Would be new: {new}, changed: {changed}, as it was: {same}"
    else:
        outcome = import_file(spec, place, content=content, by=system_actor())
        known = outcome.known
        told = f"New: {outcome.new}, changed: {outcome.changed}, as it was: {outcome.unchanged}"
    return f"{told}, already known {spec.known_from}: {known}" if known else told


def _bring_in_xlsform(options: argparse.Namespace, place: Any, content: bytes) -> str:
    from alongside.foundation.history.actor import system_actor
    from alongside.foundation.questionnaires.actions.preparing import prepare_questionnaire
    from alongside.foundation.questionnaires.spreadsheets import read_file, title_of

    found, report = read_file(content)
    for line in report.lines:
        print(f"  {'error' if line.is_error else 'note'}: {line.place}: {line.words}")
    if found is None:
        raise CommandRefused(f"{len(report.errors)} to put right. Nothing was brought in.")
    title = title_of(found, otherwise=options.file.stem)
    count = sum(1 for _question in found.questions())
    if options.preview:
        return f"Would be prepared: “{title}”, {count} questions"
    asked = prepare_questionnaire(place, title=title, contents=found, by=system_actor())
    return f"Prepared: “{title}”, {count} questions, as {place.slug}/{asked.slug}"


def _told(problem: Any) -> str:
    where = [f"row {problem.row}"] if problem.row else []
    where += [problem.column] if problem.column else []
    return f"  {', '.join(where)}: {problem.words}" if where else f"  {problem.words}"
