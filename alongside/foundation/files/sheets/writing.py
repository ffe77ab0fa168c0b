"""Write tables as XLSX, CSV and JSON. Text stays text, numbers stay numbers.

A workbook carries a second sheet, "About": where the figures come from, of which day, from how
many people, asked with which instrument. CSV has no room for that; offer it beside the others.
"""

import csv
import io
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
from django.utils.translation import gettext as _
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet._write_only import WriteOnlyWorksheet

from alongside.foundation.files.sheets.guard import guarded
from alongside.foundation.files.sheets.percent import Percent

Cell = str | int | float | Decimal | Percent | date | datetime | bool | None
# What no XML can carry, and halves of characters that no encoding can.
_NOT_WRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN_IN_TITLES = re.compile(r"[\[\]:*?/\\']")
_LONGEST_TEXT = 32_767
_WIDEST = 60


@dataclass(frozen=True, slots=True)
class Table:
    """What is exported: a name, headers, and rows of plain values."""

    name: str
    headers: Sequence[str]
    rows: Sequence[Sequence[Cell]]


@dataclass(frozen=True, slots=True)
class About:
    """Where the figures come from. `n` is a sentence: "212 people, 4 of them councillors"."""

    title: str
    source: str
    as_of: date
    n: str
    instrument: str
    notes: tuple[str, ...] = ()

    def lines(self) -> list[tuple[str, str]]:
        """Return the facts, each with its name."""
        facts = [
            (_("Title"), self.title),
            (_("Source"), self.source),
            (_("As of"), self.as_of.isoformat()),
            (_("Who took part"), self.n),
            (_("Instrument"), self.instrument),
        ]
        return [*facts, *((_("Note"), note) for note in self.notes)]


def write_xlsx(tables: Sequence[Table], about: About) -> bytes:
    """Return a workbook: a sheet for each table, and "About" at the end."""
    workbook = openpyxl.Workbook(write_only=True)
    workbook.properties.creator = "Alongside"
    workbook.properties.title = _writable(about.title)
    taken: set[str] = set()
    for table in tables:
        sheet = workbook.create_sheet(_sheet_title(table.name, taken))
        _fill(sheet, [table.headers, *table.rows])
    _fill(workbook.create_sheet("About"), [("About", ""), *about.lines()])
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def write_sheets(sheets: Mapping[str, Sequence[Sequence[Cell]]]) -> bytes:
    """Return a workbook of just these sheets, by title: a format of others, without our "About"."""
    workbook = openpyxl.Workbook(write_only=True)
    for title, rows in sheets.items():
        _fill(workbook.create_sheet(title), rows)
    stream = io.BytesIO()
    workbook.save(stream)
    return stream.getvalue()


def write_csv(table: Table) -> bytes:
    """Return the table as CSV in UTF-8, with a mark by which spreadsheet programs know it."""
    lines = io.StringIO(newline="")
    writer = csv.writer(lines)
    for row in [table.headers, *table.rows]:
        writer.writerow([_csv_cell(cell) for cell in row])
    return lines.getvalue().encode("utf-8-sig")


def write_json(tables: Sequence[Table], about: About) -> bytes:
    """Return tables and their source as JSON, one object for each row."""
    document = {
        "about": {
            "title": about.title,
            "source": about.source,
            "as_of": about.as_of.isoformat(),
            "n": about.n,
            "instrument": about.instrument,
            "notes": list(about.notes),
        },
        "tables": {
            table.name: [dict(zip(table.headers, row, strict=True)) for row in table.rows]
            for table in tables
        },
    }
    text = json.dumps(document, ensure_ascii=False, indent=1, default=_json_value, allow_nan=False)
    return _NOT_WRITABLE.sub("\ufffd", text).encode()


def _sheet_title(name: str, taken: set[str]) -> str:
    base = _FORBIDDEN_IN_TITLES.sub(" ", _writable(name)).strip()[:28] or "Table"
    title, number = base, 1
    # Programs take sheets that differ in capitals only for the same; "About" is ours.
    while title.casefold() in taken | {"about", "history"}:
        number += 1
        title = f"{base} {number}"
    taken.add(title.casefold())
    return title


def _fill(sheet: WriteOnlyWorksheet, rows: Sequence[Sequence[Cell]]) -> None:
    sheet.freeze_panes = "A2"
    for index in range(len(rows[0])):
        longest = max(len(str(row[index])) for row in rows if len(row) > index)
        sheet.column_dimensions[get_column_letter(index + 1)].width = min(longest + 2, _WIDEST)
    for number, row in enumerate(rows):
        sheet.append([_xlsx_cell(sheet, cell, is_header=number == 0) for cell in row])


def _xlsx_cell(sheet: WriteOnlyWorksheet, value: Cell, *, is_header: bool) -> Any:
    if isinstance(value, Percent):
        cell = WriteOnlyCell(sheet, value.share)
        cell.number_format = "0%"
        return cell
    if not isinstance(value, str):
        return WriteOnlyCell(sheet, _without_zone(value))
    cell = WriteOnlyCell(sheet, _writable(value)[:_LONGEST_TEXT])
    # Without this, a text that begins with "=" would be written as a formula.
    cell.data_type = "s"
    cell.number_format = "@"
    if is_header:
        cell.font = Font(bold=True)
    return cell


def _without_zone(value: Cell) -> Cell:
    return value.replace(tzinfo=None) if isinstance(value, datetime) else value


def _csv_cell(value: Cell) -> str | int | float | Decimal:
    if value is None:
        return ""
    if isinstance(value, Percent):
        return str(value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, date):
        return value.isoformat()
    return guarded(_writable(value)) if isinstance(value, str) else value


def _json_value(value: Any) -> str | float:
    if isinstance(value, Percent):
        return value.share
    return value.isoformat() if isinstance(value, date) else float(value)


def _writable(text: str) -> str:
    return _NOT_WRITABLE.sub("\ufffd", text)
