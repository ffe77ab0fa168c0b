"""Read one sheet of a workbook in a single pass over its XML, stopping at the first limit passed.

Only C code (expat) sees the raw file; no tree is built and no entity is followed. A workbook that
lies about its rows or columns, or has a million of them, costs no more than one that keeps to the
limits. Merged cells, formulas and errors are named with their cells.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO, Any
from xml.parsers import expat

from django.utils.translation import gettext_lazy as _

from alongside.foundation.files.sheets.comma import too_many_rows
from alongside.foundation.files.sheets.parts import (
    SheetLimits,
    SheetProblem,
    SheetProblems,
    Words,
    column_letter,
    refuse,
)

LAST_ROW = 1_048_576  # of any spreadsheet program
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NAMED = 50  # problems named before we stop looking
_CHUNK = 64 * 1024
# Turns kind, style and text of a cell into what a person would read; None where it is an error.
TextOf = Callable[[str, int, str], str | None]


@dataclass(slots=True)
class Scan:
    """What was found in one sheet. Call `read` once."""

    limits: SheetLimits
    text_of: TextOf
    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    problems: list[SheetProblem] = field(default_factory=list)
    _row: int = 0
    _cells: dict[int, str] = field(default_factory=dict)
    _column: int = 0
    _kind: str = ""
    _style: int = 0
    _words: list[str] = field(default_factory=list)
    _is_text: bool = False
    _is_spoken: bool = False  # within a phonetic guide, which is not the text itself

    def read(self, source: IO[bytes]) -> None:
        """Read the sheet's XML; raises `SheetProblems` when a limit is passed."""
        parse(source, starts=self._starts, ends=self._ends, characters=self._characters)

    def _starts(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "c":
            self._column = _column_of(attributes.get("r")) or self._column + 1
            self._kind = attributes.get("t", "n")
            self._style = int(attributes.get("s", 0))
            self._words.clear()
        elif tag in {"v", "t"}:
            self._is_text = not self._is_spoken
        elif tag == "row":
            self._row = _row_number(attributes.get("r"), self._row + 1)
            self._column = 0
            self._cells.clear()
        elif tag == "f":
            words = _("This cell holds a formula. Paste its value instead.")
            self._note("formula", words, self._row, column_letter(self._column - 1))
        elif tag == "rPh":
            self._is_spoken = True
        elif tag == "mergeCell":
            self._note_merge(attributes.get("ref", ""))

    def _ends(self, tag: str) -> None:
        if tag in {"v", "t"}:
            self._is_text = False
        elif tag == "c":
            self._keep_cell()
        elif tag == "rPh":
            self._is_spoken = False
        elif tag == "row" and self._cells:
            width = max(self._cells)
            self.rows.append((self._row, [self._cells.get(c, "") for c in range(1, width + 1)]))
            if len(self.rows) > self.limits.rows + 1:
                raise too_many_rows(self.limits)

    def _characters(self, words: str) -> None:
        if self._is_text:
            self._words.append(words)

    def _keep_cell(self) -> None:
        if not self._words:
            return
        if self._column > self.limits.columns:
            raise too_many_columns(self.limits)
        text = self.text_of(self._kind, self._style, "".join(self._words))
        if text is None:
            words = _("This cell shows an error, such as #REF!. Put its value in.")
            self._note("error_value", words, self._row, column_letter(self._column - 1))
        elif text:
            self._cells[self._column] = text

    def _note(self, code: str, words: Words, row: int | None, column: str) -> None:
        if len(self.problems) < _NAMED:
            self.problems.append(SheetProblem(code, words, row, column))

    def _note_merge(self, reference: str) -> None:
        first = _REFERENCE.match(reference)
        words = _("The cells %(range)s are merged. Split them, with one value in each cell.")
        row, column = (int(first[2]), first[1]) if first else (None, "")
        self._note("merged_cells", words % {"range": reference}, row, column)


def parse(
    source: IO[bytes],
    *,
    starts: Callable[[str, dict[str, str]], None],
    ends: Callable[[str], None],
    characters: Callable[[str], None],
) -> None:
    """Hand the elements of an XML part on by their local names; declarations are refused."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, found: starts(name.rpartition(" ")[2], found)
    parser.EndElementHandler = lambda name: ends(name.rpartition(" ")[2])
    parser.CharacterDataHandler = characters
    parser.StartDoctypeDeclHandler = _refuse_declarations
    try:
        while chunk := source.read(_CHUNK):
            parser.Parse(chunk, False)  # noqa: FBT003 - expat's signature
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError:
        raise damaged() from None


def damaged() -> SheetProblems:
    """Return the refusal of a file that says it is a workbook but can't be read as one."""
    return refuse(
        "damaged",
        _("We can't read this workbook. Open it, save it again as XLSX, and try once more."),
    )


def too_many_columns(limits: SheetLimits) -> SheetProblems:
    """Return the refusal of a sheet that is too wide."""
    words = _("The sheet has more than %(count)s columns. Keep only those that are needed.")
    return refuse("too_many_columns", words % {"count": limits.columns})


def _refuse_declarations(*_declared: Any) -> None:
    raise damaged()


def _row_number(text: str | None, otherwise: int) -> int:
    if text is None:
        return otherwise
    if not text.isdecimal() or not 0 < int(text[:9]) <= LAST_ROW:
        raise damaged()
    return int(text)


def _column_of(reference: str | None) -> int | None:
    if reference is None:
        return None
    parts = _REFERENCE.fullmatch(reference)
    if parts is None:
        raise damaged()
    number = 0
    for letter in parts[1]:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
