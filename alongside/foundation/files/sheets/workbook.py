"""Read XLSX: check what it unpacks to, look through the sheet, then read it row by row.

A workbook keeps numbers and dates as numbers with a format, not as what was typed; they come out
as plain text: 80000, 12.5, 25%, 2026-11-04.
"""

import io
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import Any
from xml.etree.ElementTree import ParseError

import openpyxl
from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from django.utils.translation import gettext_lazy as _
from openpyxl.utils.exceptions import InvalidFileException

from alongside.foundation.files.sheets.parts import (
    Grid,
    SheetLimits,
    SheetProblem,
    column_letter,
    refuse,
    refuse_all,
)
from alongside.foundation.files.sheets.scanning import Scan, damaged

ABOUT = "About"  # the sheet that says where our own exports come from
_RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
# All that zipfile, the XML parsers and openpyxl raise over files that are not what they claim.
_DAMAGE = (
    ArithmeticError, AttributeError, DefusedXmlException, EOFError, InvalidFileException,
    LookupError, NotImplementedError, OSError, ParseError, RuntimeError, TypeError, ValueError,
    zipfile.BadZipFile, zlib.error,
)  # fmt: skip


def read_workbook(content: bytes, limits: SheetLimits) -> Grid:
    """Return the cells of the first visible sheet of an XLSX file."""
    with _damage_is_told(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl's remarks on features that we don't read
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _refuse_odd_parts(archive, limits)
            scan = Scan(limits)
            workbook = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
            sheet, notices = _chosen_sheet(workbook)
            with archive.open(_part_of(archive, sheet.title)) as source:
                scan.look_through(source)
        refuse_all(scan.problems)
        return Grid(list(_rows(sheet)), notices)


@contextmanager
def _damage_is_told() -> Iterator[None]:
    try:
        yield
    except _DAMAGE:
        raise damaged() from None


def _refuse_odd_parts(archive: zipfile.ZipFile, limits: SheetLimits) -> None:
    parts = archive.infolist()
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise refuse(
            "not_a_workbook",
            _("This isn't an XLSX workbook. Save it as XLSX or CSV and try again."),
        )
    # What the archive claims is what is read at most: a part that lies breaks off at its claim.
    size = sum(part.file_size for part in parts)
    if size > limits.unpacked_bytes:
        words = _("Unpacked, this workbook has %(size)s MB. We read up to %(limit)s MB.")
        megabytes = {"size": size // 2**20, "limit": limits.unpacked_bytes // 2**20}
        raise refuse("too_large_unpacked", words % megabytes)


def _chosen_sheet(workbook: Any) -> tuple[Any, list[Any]]:
    visible = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    with_rows = [sheet for sheet in visible if sheet.title != ABOUT] or visible
    if not with_rows:
        raise refuse("no_sheet", _("This workbook has no sheet that can be seen."))
    notices: list[Any] = []
    hidden = [sheet.title for sheet in workbook.worksheets if sheet.sheet_state != "visible"]
    if hidden:
        words = _("Hidden sheets were not read: %(names)s.")
        notices.append(words % {"names": ", ".join(hidden)})
    if len(with_rows) > 1:
        words = _("Only the first sheet was read: %(name)s.")
        notices.append(words % {"name": with_rows[0].title})
    return with_rows[0], notices


def _part_of(archive: zipfile.ZipFile, title: str) -> str:
    """Return the name of the part that holds the sheet of this title."""
    book = fromstring(archive.read("xl/workbook.xml"), forbid_dtd=True)
    links = fromstring(archive.read("xl/_rels/workbook.xml.rels"), forbid_dtd=True)
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    for sheet in book.iter():
        if sheet.tag.rpartition("}")[2] == "sheet" and sheet.get("name") == title:
            target = targets[sheet.get(f"{_RELATIONS}id")]
            return target.lstrip("/") if target.startswith("/") else f"xl/{target}"
    raise damaged()


def _rows(sheet: Any) -> Iterator[tuple[int, list[str]]]:
    sheet.reset_dimensions()  # a claim of the file, and often a wrong one
    wrong: list[SheetProblem] = []
    for number, row in enumerate(sheet.iter_rows(), start=1):
        if all(cell.value is None for cell in row):
            continue
        yield number, [_text(cell) for cell in row]
        wrong += [
            SheetProblem(
                "error_value",
                _("This cell shows an error, such as #REF!. Put its value in."),
                number,
                column_letter(index),
            )
            for index, cell in enumerate(row)
            if cell.value is not None and cell.data_type == "e"
        ]
    refuse_all(wrong)


def _text(cell: Any) -> str:
    value = cell.value
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number_text(value, cell.number_format or "")
    if isinstance(value, datetime | date | time | timedelta):
        return _time_text(value)
    return str(value)


def _number_text(value: float, number_format: str) -> str:
    if "%" in number_format:
        return f"{value * 100:.15g}%"
    # 15 digits are what spreadsheet programs show; more are noise of binary fractions.
    return str(value) if isinstance(value, int) else f"{value:.15g}"


def _time_text(value: datetime | date | time | timedelta) -> str:
    if isinstance(value, datetime) and value.time() == time():
        return value.date().isoformat()
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes")
    return str(value) if isinstance(value, timedelta) else value.isoformat()
