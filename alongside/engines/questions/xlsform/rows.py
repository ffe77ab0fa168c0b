"""Rows of a sheet by the names of their columns, in the many ways in which people write these."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from alongside.engines.questions.xlsform.report import Report

type Sheet = Sequence[Sequence[str]]

MOST_ROWS, LONGEST = 5_000, 10_000
OURS = "alongside"
SAME = {
    "caption": "label", "command": "type", "relevance": "relevant", "skip_logic": "relevant",
    "calculate": "calculation", "constraining_message": "constraint_message", "count": "repeat_count",
    "jr_count": "repeat_count", "list": "list_name", "listname": "list_name", "value": "name",
    "tag": "name", "readonly": "read_only", "image": "media", "audio": "media", "video": "media",
    "big_image": "media", "title": "form_title", "id_string": "form_id", "set_form_id": "form_id",
    "set_form_title": "form_title", "choice_filters": "choice_filter", "text": "label",
}  # fmt: skip
KNOWN = frozenset({
    "type", "name", "label", "hint", "guidance_hint", "required", "required_message", "relevant",
    "constraint", "constraint_message", "choice_filter", "calculation", "default", "appearance",
    "parameters", "repeat_count", "read_only", "disabled", "media", "trigger", "list_name", "form_title",
    "form_id", "version", "default_language", "style", "allow_choice_duplicates", "instance_name",
})  # fmt: skip
LANGUAGE_CODE = re.compile(r"\(([A-Za-z][\w-]*)\)\s*$")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: texts by column and language ("" where none is named), without what is empty."""

    sheet: str
    number: int
    cells: dict[tuple[str, str], str] = field(default_factory=dict)

    def get(self, column: str) -> str:
        """The text in a column that has no languages."""
        return self.cells.get((column, ""), "")

    def texts(self, column: str) -> dict[str, str]:
        """The texts in a column, by language."""
        return {language: text for (name, language), text in self.cells.items() if name == column}

    @property
    def columns(self) -> set[str]:
        """The columns in which there is something."""
        return {name for name, _language in self.cells}


def rows_of(name: str, sheet: Sheet, report: Report) -> Iterator[Row]:
    """Return the rows of a sheet that hold something, below its row of headings."""
    headings: list[tuple[str, str]] | None = None
    count = 0
    for number, cells in enumerate(sheet, 1):
        texts = [_text(cell) for cell in cells]
        if not any(texts):
            continue
        if headings is None:
            headings = [heading(text) for text in texts]
            continue
        count += 1
        if count > MOST_ROWS:
            words = f"there are more than {MOST_ROWS} rows; divide the questionnaire"
            report.error(name, number, "", words)
            return
        yield _row(name, number, headings, texts, report)


def _row(
    name: str, number: int, headings: list[tuple[str, str]], texts: list[str], report: Report
) -> Row:
    row = Row(name, number)
    for at, text in enumerate(texts):
        if not text or at >= len(headings) or not headings[at][0]:
            continue
        if len(text) > LONGEST:
            words = f"this is longer than {LONGEST} characters; shorten it"
            report.error(name, number, headings[at][0], words)
        else:
            row.cells.setdefault(headings[at], text)
    return row


def _text(cell: str) -> str:
    """A cell's text, without signs that nobody sees; hard blanks become blanks."""
    words = str(cell).replace("\N{NO-BREAK SPACE}", " ").replace("\r\n", "\n").replace("\r", "\n")
    return "".join(sign for sign in words if sign >= " " or sign in "\n\t").strip()


def heading(text: str) -> tuple[str, str]:
    """Return a heading's column and language.

    >>> heading("Label :: English (en)"), heading("constraint message"), heading("list name")
    (('label', 'en'), ('constraint_message', ''), ('list_name', ''))
    """
    parts = [part.strip() for part in re.split(r"::|(?<!^jr):", text)]
    column = re.sub(r"[\s:-]+", "_", parts[0].lower())
    if column == OURS and len(parts) > 1:
        column = f"{OURS}::{parts.pop(1).lower()}"
    if column in {"bind", "body", "instance", "control"}:
        return (f"{column}::{parts[1].lower()}" if len(parts) > 1 else column, "")
    if column == "media":
        return column, ""
    column = SAME.get(column, column)
    if column not in KNOWN and not column.startswith(OURS):
        return parts[0], language_of(parts[1]) if len(
            parts
        ) > 1 else ""  # its maker's own: kept as it is
    return column, language_of(parts[1]) if len(parts) > 1 else ""


def language_of(words: str) -> str:
    """Return the code of a language, as in "English (en)"; else the words themselves."""
    found = LANGUAGE_CODE.search(words)
    return found.group(1).lower() if found else words.strip()
