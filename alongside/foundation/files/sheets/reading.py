"""Read a spreadsheet that somebody uploaded, whatever it is called, into headers and rows of text."""

import unicodedata
from collections.abc import Container, Iterator

from django.utils.translation import gettext_lazy as _

from alongside.foundation.files.sheets.comma import read_csv
from alongside.foundation.files.sheets.parts import (
    Grid,
    Row,
    Sheet,
    SheetLimits,
    SheetProblem,
    column_letter,
    refuse,
    refuse_all,
)
from alongside.foundation.files.sheets.scanning import too_many_columns
from alongside.foundation.files.sheets.workbook import read_workbook, read_workbook_sheets

_ZIP = b"PK\x03\x04"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LIMITS = SheetLimits()


def read_sheet(content: bytes, limits: SheetLimits = LIMITS) -> Sheet:
    """Return the sheet, or raise `SheetProblems` that say by row and column what to put right.

    What the file is, is told from its content, never from its name.
    """
    grid = _grid_of(content, limits)
    if not grid.rows:
        raise refuse("empty", _("There is nothing in this sheet. The first row needs headings."))
    header_row, found = grid.rows[0]
    headers = _without_empty_end([" ".join(header.split()) for header in found])
    if len(headers) > limits.columns:
        raise too_many_columns(limits)
    rows = [Row(number, _fitted(cells, len(headers))) for number, cells in grid.rows[1:]]
    refuse_all(
        [
            *_header_problems(header_row, headers),
            *_cells_without_header(grid, len(headers)),
            *_cell_problems(headers, [Row(header_row, headers), *rows], limits),
        ]
    )
    return Sheet(headers, tuple(rows), tuple(grid.notices))


def read_sheets(
    content: bytes, wanted: Container[str], limits: SheetLimits = LIMITS
) -> dict[str, list[list[str]]]:
    """Return the rows of several sheets of a workbook, by title in small letters.

    Row 1 comes first and empty rows are kept, so that what is found in a row can be told by its
    number. Raises `SheetProblems`, also where the file is CSV and thus has one sheet only.
    """
    _refuse_other_files(content, limits)
    if not content.startswith(_ZIP):
        raise refuse("one_sheet_only", _("This needs a workbook (XLSX) with several sheets."))
    grids = read_workbook_sheets(content, wanted, limits)
    odd = _("This cell holds signs that are not text. Type it again.")
    refuse_all(
        SheetProblem("not_text", odd, number, f"{title}, {column_letter(at)}")
        for title, grid in grids.items()
        for number, cells in grid.rows
        for at, cell in enumerate(cells)
        if _has_odd_signs(cell)
    )
    return {title: _with_empty_rows(grid) for title, grid in grids.items()}


def _with_empty_rows(grid: Grid) -> list[list[str]]:
    rows: list[list[str]] = []
    for number, cells in grid.rows:
        rows += [[] for _empty in range(number - 1 - len(rows))]
        rows.append(cells)
    return rows


def _grid_of(content: bytes, limits: SheetLimits) -> Grid:
    _refuse_other_files(content, limits)
    if content.startswith(_ZIP):
        return read_workbook(content, limits)
    return read_csv(content, limits)


def _refuse_other_files(content: bytes, limits: SheetLimits) -> None:
    if len(content) > limits.file_bytes:
        words = _("This file has %(size)s MB. We read up to %(limit)s MB and %(rows)s rows.")
        sizes = {"size": len(content) // 2**20, "limit": limits.file_bytes // 2**20}
        raise refuse("too_large", words % {**sizes, "rows": f"{limits.rows:,}"})
    if content.startswith(_OLD_OFFICE):
        raise refuse(
            "old_workbook",
            _("This is an old workbook, or it has a password. Save it as XLSX without a password."),
        )


def _without_empty_end(headers: list[str]) -> tuple[str, ...]:
    while headers and not headers[-1]:
        headers.pop()
    return tuple(headers)


def _fitted(cells: list[str], width: int) -> tuple[str, ...]:
    return (*cells[:width], *[""] * (width - len(cells)))


def _header_problems(row: int, headers: tuple[str, ...]) -> Iterator[SheetProblem]:
    first_seen: dict[str, int] = {}
    for index, header in enumerate(headers):
        if not header:
            nameless = _("This column has no heading.")
            yield SheetProblem("no_header", nameless, row, column_letter(index))
            continue
        earlier = first_seen.setdefault(header.casefold(), index)
        if earlier != index:
            words = _("The heading “%(header)s” stands twice, in columns %(one)s and %(two)s.") % {
                "header": header,
                "one": column_letter(earlier),
                "two": column_letter(index),
            }
            yield SheetProblem("header_twice", words, row, column_letter(index))


def _cells_without_header(grid: Grid, width: int) -> Iterator[SheetProblem]:
    for number, cells in grid.rows[1:]:
        for index, cell in enumerate(cells[width:], start=width):
            if cell.strip():
                words = _("This cell stands to the right of the last heading.")
                yield SheetProblem("beyond_headers", words, number, column_letter(index))
                break


def _cell_problems(
    headers: tuple[str, ...], rows: list[Row], limits: SheetLimits
) -> Iterator[SheetProblem]:
    for row in rows:
        for header, cell in zip(headers, row.cells, strict=True):
            if len(cell) > limits.cell_characters:
                words = _("This cell has more than %(count)s letters.")
                count = f"{limits.cell_characters:,}"
                yield SheetProblem("cell_too_long", words % {"count": count}, row.number, header)
            if _has_odd_signs(cell):
                words = _("This cell holds signs that are not text. Type it again.")
                yield SheetProblem("not_text", words, row.number, header)


def _has_odd_signs(cell: str) -> bool:
    """Whether there are control characters or halves of characters, which no database keeps."""
    if cell.isprintable():
        return False
    return any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\t\n\r\x85" for c in cell)
