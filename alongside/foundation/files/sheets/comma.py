"""Read CSV: find out how it is encoded and what parts the cells, then read it strictly."""

import codecs
import csv
import io
import re
from itertools import islice

from django.utils.translation import gettext_lazy as _

from alongside.foundation.files.sheets.guard import unguarded
from alongside.foundation.files.sheets.parts import (
    Grid,
    SheetLimits,
    SheetProblems,
    refuse,
)

DELIMITERS = (",", ";", "\t")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_SEPARATOR_LINE = re.compile(r"^sep=(.)\r?\n", re.IGNORECASE)


def read_csv(content: bytes, limits: SheetLimits) -> Grid:
    """Return the cells of a CSV file."""
    grid = Grid()
    text, is_guess = _decoded(content)
    if is_guess:
        grid.notices.append(
            _(
                "The file doesn't say how its letters are written. We read it as Windows text: "
                "check names with accents."
            )
        )
    if told := _SEPARATOR_LINE.match(text):
        # The line that says which sign parts the cells is a row of its own to whoever counts.
        delimiter, first, text = told[1], 2, text[told.end() :]
    else:
        delimiter, first = _delimiter_of(text), 1
    grid.rows = _rows(text, delimiter, first, limits)
    return grid


def _decoded(content: bytes) -> tuple[str, bool]:
    encoding = _encoding_of(content)
    try:
        return content.decode(encoding or "utf-8"), False
    except UnicodeDecodeError:
        if encoding is None and b"\0" not in content:
            return _as_windows_text(content), True
    raise refuse(
        "not_text",
        _("This isn't a table we can read. Save it as XLSX, or as CSV with UTF-8, and try again."),
    )


def _encoding_of(content: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    start = content[:400]
    # Without a mark, UTF-16 shows in every second byte of plain letters being nothing.
    if start.count(0) >= max(1, len(start) // 3):
        return "utf-16-be" if start[:1] == b"\0" else "utf-16-le"
    return None


def _as_windows_text(content: bytes) -> str:
    try:
        return content.decode("cp1252")
    except UnicodeDecodeError:
        raise refuse(
            "unknown_encoding",
            _("We can't tell how the letters in this file are written. Save it as CSV with UTF-8."),
        ) from None


def _delimiter_of(text: str) -> str:
    """Choose the sign by which the first rows fall into the same number of cells."""
    return max(DELIMITERS, key=lambda delimiter: _evenness(text, delimiter))


def _evenness(text: str, delimiter: str) -> tuple[float, int]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        widths = [len(row) for row in islice(reader, 30) if row]
    except csv.Error:
        return (0.0, 0)
    if not widths or widths[0] < 2:
        return (0.0, 0)
    return (widths.count(widths[0]) / len(widths), widths[0])


def _rows(
    text: str, delimiter: str, first: int, limits: SheetLimits
) -> list[tuple[int, list[str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[tuple[int, list[str]]] = []
    number = first - 1
    try:
        for number, cells in enumerate(reader, start=first):
            if any(cell.strip() for cell in cells):
                rows.append((number, [unguarded(cell) for cell in cells]))
            if len(rows) > limits.rows + 1:
                raise too_many_rows(limits)
    except csv.Error:
        raise refuse(
            "quotation_marks",
            _("A quotation mark in this row is not closed, or stands in the middle of a cell."),
            row=number + 1,
        ) from None
    return rows


def too_many_rows(limits: SheetLimits) -> SheetProblems:
    """Return the refusal of a sheet that is too long, said at once and not after a long wait."""
    words = _("The sheet has more than %(count)s rows. Split it into several files.")
    return refuse("too_many_rows", words % {"count": f"{limits.rows:,}"})
