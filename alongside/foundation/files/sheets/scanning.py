"""Look through a sheet of a workbook before it is opened: how long, how wide, merged, formulas.

One pass over the XML with a counter, stopping as soon as a limit is passed: no cell is built, and
no entity is followed. A workbook that lies about its rows or columns would otherwise make the
reader fill memory with empty cells.
"""

import re
from dataclasses import dataclass, field
from typing import IO, Any
from xml.parsers import expat

from django.utils.translation import gettext_lazy as _

from alongside.foundation.files.sheets.comma import too_many_rows
from alongside.foundation.files.sheets.parts import (
    SheetLimits,
    SheetProblem,
    SheetProblems,
    column_letter,
    refuse,
)

LAST_ROW = 1_048_576  # of any spreadsheet program
_REFERENCE = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")
_NAMED = 50  # problems named before we stop looking
_CHUNK = 64 * 1024


@dataclass(slots=True)
class Scan:
    """What was found in one sheet. Call `look_through` once."""

    limits: SheetLimits
    problems: list[SheetProblem] = field(default_factory=list)
    filled_rows: int = 0
    _row: int = 0
    _column: int = 0
    _row_is_filled: bool = False

    def look_through(self, source: IO[bytes]) -> None:
        """Read the sheet's XML once; raises `SheetProblems` when a limit is passed."""
        parser = expat.ParserCreate(namespace_separator=" ")
        parser.StartElementHandler = self._starts
        parser.EndElementHandler = self._ends
        parser.StartDoctypeDeclHandler = _refuse_declarations
        try:
            while chunk := source.read(_CHUNK):
                parser.Parse(chunk, False)  # noqa: FBT003 - expat's signature
            parser.Parse(b"", True)  # noqa: FBT003
        except expat.ExpatError:
            raise damaged() from None

    def _starts(self, name: str, attributes: dict[str, str]) -> None:
        tag = name.rpartition(" ")[2]
        if tag == "row":
            self._row = _number(attributes.get("r"), self._row + 1)
            self._column, self._row_is_filled = 0, False
        elif tag == "c":
            self._column = _column_of(attributes.get("r")) or self._column + 1
        elif tag in {"v", "is"}:
            self._fills()
        elif tag == "f":
            self._note_formula()
        elif tag == "mergeCell":
            self._note_merge(attributes.get("ref", ""))

    def _ends(self, name: str) -> None:
        if name.rpartition(" ")[2] == "row" and self._row_is_filled:
            self.filled_rows += 1
            if self.filled_rows > self.limits.rows + 1:
                raise too_many_rows(self.limits)

    def _fills(self) -> None:
        self._row_is_filled = True
        if self._column > self.limits.columns:
            raise too_many_columns(self.limits)

    def _note_formula(self) -> None:
        if len(self.problems) < _NAMED:
            self.problems.append(
                SheetProblem(
                    "formula",
                    _("This cell holds a formula. Paste its value instead."),
                    self._row,
                    column_letter(self._column - 1),
                )
            )

    def _note_merge(self, reference: str) -> None:
        if len(self.problems) < _NAMED:
            words = _("The cells %(range)s are merged. Split them, with one value in each cell.")
            first = _REFERENCE.match(reference)
            self.problems.append(
                SheetProblem(
                    "merged_cells",
                    words % {"range": reference},
                    int(first[2]) if first else None,
                    first[1] if first else "",
                )
            )


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


def _number(text: str | None, otherwise: int) -> int:
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
