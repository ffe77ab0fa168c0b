"""What was found while a spreadsheet was read: what stops it, and what is otherwise here."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that was found. `row` counts from 1, as spreadsheets do; 0 is the whole sheet."""

    sheet: str
    row: int
    column: str
    words: str
    is_error: bool = False

    @property
    def place(self) -> str:
        """Where it was found, as people say it."""
        row = f", row {self.row}" if self.row else ""
        return f"{self.sheet}{row}{f', {self.column}' if self.column else ''}"


@dataclass(slots=True)
class Report:
    """Every line, in the order in which it was found."""

    lines: list[Line] = field(default_factory=list)

    def error(self, sheet: str, row: int, column: str, words: str) -> None:
        """Note what stops the import."""
        self.lines.append(Line(sheet, row, column, words, is_error=True))

    def note(self, sheet: str, row: int, column: str, words: str) -> None:
        """Note what is left out, or is otherwise here."""
        self.lines.append(Line(sheet, row, column, words))

    @property
    def errors(self) -> list[Line]:
        """What stops the import."""
        return [line for line in self.lines if line.is_error]

    @property
    def notes(self) -> list[Line]:
        """What doesn't."""
        return [line for line in self.lines if not line.is_error]
