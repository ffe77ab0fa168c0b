"""Spreadsheets in and out, as rows of text, safe against what strangers put into them (trust 50)."""

from alongside.foundation.files.sheets.guard import guarded, unguarded
from alongside.foundation.files.sheets.parts import (
    Row,
    Sheet,
    SheetLimits,
    SheetProblem,
    SheetProblems,
)
from alongside.foundation.files.sheets.percent import Percent
from alongside.foundation.files.sheets.reading import read_sheet
from alongside.foundation.files.sheets.writing import (
    About,
    Table,
    write_csv,
    write_json,
    write_xlsx,
)

__all__ = [
    "About",
    "Percent",
    "Row",
    "Sheet",
    "SheetLimits",
    "SheetProblem",
    "SheetProblems",
    "Table",
    "guarded",
    "read_sheet",
    "unguarded",
    "write_csv",
    "write_json",
    "write_xlsx",
]
