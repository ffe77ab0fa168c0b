"""What stands in a cell of a workbook, as a person would read it.

A workbook keeps numbers and dates as numbers with a format, not as what was typed; they come out
as plain text: 80000, 12.5, 25%, 2026-11-04.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import IO, Any

from openpyxl.styles.numbers import BUILTIN_FORMATS, is_date_format, is_timedelta_format
from openpyxl.utils.datetime import CALENDAR_MAC_1904, CALENDAR_WINDOWS_1900, from_excel

from alongside.foundation.files.sheets.scanning import parse


@dataclass(slots=True)
class CellTexts:
    """The shared texts and the formats of a workbook, and by them the text of any cell."""

    shared: Sequence[str] = ()
    formats: Sequence[str] = ()  # by style
    counts_from_1904: bool = False

    def text_of(self, kind: str, style: int, value: str) -> str | None:
        """Return the text, or nothing for a cell that shows an error."""
        if kind == "s":
            return self._shared(int(value))
        if kind == "b":
            return "TRUE" if int(value) else "FALSE"
        if kind == "e":
            return None
        if kind == "d":
            return value.removesuffix("T00:00:00").replace("T", " ")
        return self._number(style, value) if kind == "n" else value

    def _shared(self, index: int) -> str:
        if index < 0:
            raise IndexError(index)
        return self.shared[index]

    def _number(self, style: int, value: str) -> str | None:
        number = float(value)
        if not isfinite(number):
            raise ValueError(value)
        number_format = self.formats[style] if 0 <= style < len(self.formats) else ""
        if "%" in number_format:
            return f"{number * 100:.15g}%"
        if is_date_format(number_format):
            return self._moment(number, number_format)
        # Whole numbers stay as long as they are; of others 15 digits are what programs show, and
        # more are noise of binary fractions.
        return str(int(value)) if value.lstrip("-").isdecimal() else f"{number:.15g}"

    def _moment(self, number: float, number_format: str) -> str | None:
        epoch = CALENDAR_MAC_1904 if self.counts_from_1904 else CALENDAR_WINDOWS_1900
        try:
            moment = from_excel(number, epoch, timedelta=is_timedelta_format(number_format))
        except (OverflowError, ValueError):
            return None
        return _told(moment)


def _told(moment: Any) -> str:
    if isinstance(moment, datetime):
        if moment.time() == time():
            return moment.date().isoformat()
        return moment.isoformat(sep=" ", timespec="minutes")
    if isinstance(moment, date | time):
        return moment.isoformat()
    return str(moment if isinstance(moment, timedelta) else "")


@dataclass(slots=True)
class SharedTexts:
    """Reads the part in which a workbook keeps each text once."""

    texts: list[str] = field(default_factory=list)
    _words: list[str] = field(default_factory=list)
    _is_text: bool = False
    _is_spoken: bool = False  # within a phonetic guide, which is not the text itself

    def read(self, source: IO[bytes]) -> list[str]:
        """Return the texts in their order."""
        parse(source, starts=self._starts, ends=self._ends, characters=self._characters)
        return self.texts

    def _starts(self, tag: str, _attributes: dict[str, str]) -> None:
        if tag == "t":
            self._is_text = not self._is_spoken
        elif tag == "rPh":
            self._is_spoken = True
        elif tag == "si":
            self._words.clear()

    def _ends(self, tag: str) -> None:
        if tag == "t":
            self._is_text = False
        elif tag == "rPh":
            self._is_spoken = False
        elif tag == "si":
            self.texts.append("".join(self._words))

    def _characters(self, words: str) -> None:
        if self._is_text:
            self._words.append(words)


def formats_of(styles: Any) -> list[str]:
    """Return the number format of each style of a workbook, from the root of its styles part."""
    own = {
        int(found.get("numFmtId")): found.get("formatCode", "")
        for found in styles.iter()
        if _name(found) == "numFmt"
    }
    return [
        own.get(number, BUILTIN_FORMATS.get(number, ""))
        for formats in styles
        if _name(formats) == "cellXfs"
        for style in formats
        for number in [int(style.get("numFmtId", 0))]
    ]


def _name(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]
