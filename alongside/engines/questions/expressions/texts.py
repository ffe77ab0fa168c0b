"""Functions on texts that take more than a line."""

import math
from datetime import date
from typing import TYPE_CHECKING

import re2

if TYPE_CHECKING:
    from alongside.engines.questions.expressions.functions import Given

LONGEST_PATTERN = 500


def part(given: "Given") -> str:
    """The part of a text from one place up to before another, counted from 0."""
    text, begin = given.text(0), given.number(1)
    end = given.number(2) if len(given) > 2 else math.inf
    if math.isnan(begin) or math.isnan(end):
        return ""
    return text[_place(begin, text) : _place(end, text)]


def _place(at: float, text: str) -> int:
    """A place in the text; one below 0 counts from the end."""
    if at < 0:
        at = max(0.0, len(text) + at)
    return int(min(at, len(text)))


def before(text: str, mark: str) -> str:
    """What stands before the first mark; nothing if there is none."""
    found, sign, _rest = text.partition(mark) if mark else ("", "", "")
    return found if sign else ""


def after(text: str, mark: str) -> str:
    """What stands after the first mark; nothing if there is none."""
    return text.partition(mark)[2] if mark else text


def translated(given: "Given") -> str:
    """Each sign of the second text becomes the one at its place in the third, or goes."""
    old, new = given.text(1), given.text(2)
    table: dict[int, str] = {}
    for at, sign in enumerate(old):
        table.setdefault(ord(sign), new[at] if at < len(new) else "")
    return given.text(0).translate(table)


def fits(text: str, pattern: str) -> bool:
    """Whether the whole text fits a regular expression; one that can't be read fits nothing.

    RE2 takes time in proportion to the text, whatever the pattern: patterns come from strangers.
    """
    if len(pattern) > LONGEST_PATTERN:
        return False
    options = re2.Options()
    options.log_errors = False
    try:
        return re2.fullmatch(pattern, text, options) is not None
    except re2.error:
        return False


def date_by_pattern(day: date, pattern: str) -> str:
    """Return a date as ODK's patterns write it: %Y %y %m %n %b %d %e %a, without a language's names.

    >>> date_by_pattern(date(2026, 3, 4), "%e.%n.%Y")
    '4.3.2026'
    """
    signs = {
        "%Y": f"{day:%Y}", "%y": f"{day:%y}", "%m": f"{day:%m}", "%n": str(day.month),
        "%d": f"{day:%d}", "%e": str(day.day), "%b": f"{day:%b}", "%a": f"{day:%a}",
    }  # fmt: skip
    for sign, words in signs.items():
        pattern = pattern.replace(sign, words)
    return pattern
