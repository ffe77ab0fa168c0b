"""Say what an import would do, row by row, without doing it."""

import hashlib
import json
from collections.abc import Collection, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from django.utils.translation import gettext_lazy as _

from alongside.foundation.files.imports.cells import CellRefused
from alongside.foundation.files.imports.spec import (
    Column,
    Existing,
    FieldChange,
    ImportSpec,
    RowPlan,
    Standing,
    Values,
)
from alongside.foundation.files.sheets.parts import Row, Sheet, SheetProblem, Words, refuse_all
from alongside.foundation.places.models import Place


@dataclass(frozen=True)
class Plan:
    """What would happen, and what stands against it. Only a plan without problems is kept."""

    rows: tuple[RowPlan, ...]
    problems: tuple[SheetProblem, ...]

    def standing(self, standing: Standing) -> list[RowPlan]:
        return [row for row in self.rows if row.standing is standing]

    @cached_property
    def to_keep(self) -> list[RowPlan]:
        """The rows that would be written."""
        as_it_is = (Standing.UNCHANGED, Standing.KNOWN)
        return [row for row in self.rows if row.standing not in as_it_is]

    @cached_property
    def fingerprint(self) -> str:
        """A short text that differs whenever the plan does: what was confirmed is what is kept."""
        told = [[r.row, r.standing, r.pk, dict(r.values)] for r in self.rows]
        text = json.dumps(told, sort_keys=True, default=str)
        return hashlib.sha256(text.encode()).hexdigest()[:32]


def known_headers(spec: ImportSpec, sheet: Sheet) -> tuple[dict[str, int], list[Words]]:
    """Return where each known column stands, and a notice of columns that aren't read.

    Raises `SheetProblems` when a needed column is missing.
    """
    places = {header.casefold().replace(" ", "_"): i for i, header in enumerate(sheet.headers)}
    known = {column.name: places[column.name] for column in spec.columns if column.name in places}
    missing = [c.name for c in spec.columns if c.needed and c.name not in known]
    words = _("The column “%(name)s” is missing. These headings were found: %(found)s.")
    found = ", ".join(header for header in sheet.headers if header)
    refuse_all(
        SheetProblem("column_missing", words % {"name": name, "found": found}) for name in missing
    )
    unread = [header for i, header in enumerate(sheet.headers) if i not in known.values()]
    told = _("These columns are not read: %(names)s.") % {"names": ", ".join(unread)}
    return known, [told] if unread else []


def plan_import(spec: ImportSpec, place: Place, sheet: Sheet) -> Plan:
    """Return what importing the sheet would do in that place."""
    places, _notices = known_headers(spec, sheet)
    columns = [column for column in spec.columns if column.name in places]
    problems: list[SheetProblem] = []
    cleaned: list[tuple[int, Values]] = []
    telling = [places[name] for name in spec.says_something if name in places]
    for row in sheet.rows:
        if telling and not any(row.cells[at].strip() for at in telling):
            continue
        values, wrong = _cleaned(row, columns, places)
        problems += wrong
        if not wrong:
            cleaned.append((row.number, values))
    problems += [
        SheetProblem("row_refused", words, number, column)
        for number, column, words in spec.check(place, cleaned)
    ]
    problems += _named_twice(spec, cleaned)
    existing, known = spec.existing(place), spec.known(place)
    refused = {problem.row for problem in problems}
    planned = [
        _row_plan(spec, number, values, existing, known)
        for number, values in cleaned
        if number not in refused
    ]
    in_order = sorted(problems, key=lambda problem: problem.row or 0)
    return Plan(tuple(planned), tuple(in_order))


def _cleaned(
    row: Row, columns: Sequence[Column], places: dict[str, int]
) -> tuple[Values, list[SheetProblem]]:
    """Return the clean values of a row, and a problem for each cell that can't be used."""
    values: dict[str, Any] = {}
    wrong: list[SheetProblem] = []
    for column in columns:
        try:
            value = column.clean(row.cells[places[column.name]])
        except CellRefused as refused:
            wrong.append(SheetProblem("cell_refused", refused.words, row.number, column.name))
            continue
        if column.needed and not value:
            wrong.append(SheetProblem("cell_empty", _("Fill this in."), row.number, column.name))
        elif value or not column.empty_keeps:
            values[column.name] = value
    return values, wrong


def _named_twice(spec: ImportSpec, cleaned: Sequence[tuple[int, Values]]) -> Iterator[SheetProblem]:
    first_seen: dict[Hashable, int] = {}
    for number, values in cleaned:
        earlier = first_seen.setdefault(spec.identity(values), number)
        if earlier != number:
            words = _("This is the same as row %(row)s. Keep one of them.") % {"row": earlier}
            yield SheetProblem("row_twice", words, number, spec.name_column)


def _row_plan(
    spec: ImportSpec,
    number: int,
    values: Values,
    existing: Mapping[Hashable, Existing],
    known: Collection[Hashable],
) -> RowPlan:
    title, identity = str(values[spec.name_column]), spec.identity(values)
    own = existing.get(identity)
    if own is None:
        standing = Standing.KNOWN if identity in known else Standing.NEW
        return RowPlan(number, title, standing, values)
    changes = tuple(
        FieldChange(name, own.values.get(name), value)
        for name, value in values.items()
        if own.values.get(name) != value
    )
    standing = Standing.CHANGED if changes else Standing.UNCHANGED
    return RowPlan(number, title, standing, values, own.pk, changes)
