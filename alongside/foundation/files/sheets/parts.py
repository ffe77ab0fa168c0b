"""What a sheet is once it was read: headers, rows of text, notices; and what can be wrong with it.

Row numbers are those a spreadsheet program shows beside the row: the headers usually stand in
row 1.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

Words = Any  # a text or a lazily translated text


@dataclass(frozen=True, slots=True)
class SheetLimits:
    """How much is read. Real lists of services and practice have hundreds of rows."""

    rows: int = 20_000
    columns: int = 100
    cell_characters: int = 32_767  # what spreadsheet programs allow themselves
    file_bytes: int = 20 * 1024 * 1024
    unpacked_bytes: int = 100 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the headers: its number in the file, and its cells beneath the headers."""

    number: int
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet that could be read. `notices` say what was passed over or guessed."""

    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    notices: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class SheetProblem:
    """One thing to put right: where (row and column, as far as known) and what to do."""

    code: str
    words: Words
    row: int | None = None
    column: str = ""


class SheetProblems(Exception):  # noqa: N818 - it carries problems to show; it is not a fault
    """A sheet can't be used as it is. All problems that could be found are in it."""

    def __init__(self, problems: tuple[SheetProblem, ...]) -> None:
        super().__init__(", ".join(problem.code for problem in problems))
        self.problems = problems


@dataclass(slots=True)
class Grid:
    """Cells as found in a file, before headers were told from rows; for the readers only."""

    rows: list[tuple[int, list[str]]] = field(default_factory=list)
    notices: list[Words] = field(default_factory=list)


def refuse(code: str, words: Words, *, row: int | None = None, column: str = "") -> SheetProblems:
    """Return the exception for a sheet that is refused for one reason."""
    return SheetProblems((SheetProblem(code, words, row, column),))


def refuse_all(problems: Iterable[SheetProblem]) -> None:
    """Refuse the sheet when there is any problem."""
    found = tuple(problems)
    if found:
        raise SheetProblems(found)


def column_letter(index: int) -> str:
    """Return the letters above a column, counted from 0.

    >>> column_letter(0), column_letter(27)
    ('A', 'AB')
    """
    letters = ""
    number = index + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
