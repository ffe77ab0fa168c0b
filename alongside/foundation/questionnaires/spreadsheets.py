"""Questionnaires as XLSForm workbooks: read what was uploaded, write what is taken home."""

from alongside.engines.questions import xlsform
from alongside.engines.questions.contents import Questionnaire as Contents
from alongside.engines.questions.xlsform import Report
from alongside.foundation.files.sheets.reading import read_sheets
from alongside.foundation.files.sheets.writing import write_sheets
from alongside.foundation.questionnaires.wording import spoken

SHEETS = ("survey", "choices", "settings", "entities")


def read_file(content: bytes) -> tuple[Contents | None, Report]:
    """Return the questions of an XLSForm with what was found on the way; no questions after an error.

    Raises `SheetProblems` where the file itself can't be read.
    """
    return xlsform.read(read_sheets(content, SHEETS))


def title_of(contents: Contents, *, otherwise: str) -> str:
    """Return the title of a form, or another where it has none, as long as there is room for."""
    return (spoken(contents.title) or otherwise)[:140]


def write_file(contents: Contents) -> bytes:
    """Return the questions as an XLSForm workbook."""
    return write_sheets(xlsform.write(contents))
