"""What values are worth as a number, as text and as yes or no (XPath 1.0, section 4; ODK's dates)."""

import math
import re
from datetime import date, datetime, time, timedelta

type Value = str | float | bool

NUMBER = re.compile(r"\s*-?(?:\d+(?:\.\d*)?|\.\d+)\s*", re.ASCII)
EPOCH = date(1970, 1, 1)
DAY = timedelta(days=1)


def as_number(value: Value) -> float:
    """Return a value as a number; NaN if it is none. A date is its days since 1970.

    >>> as_number("1970-01-11")
    10.0
    """
    if isinstance(value, str):
        if NUMBER.fullmatch(value):
            return float(value)
        days = _days(value)
        return math.nan if days is None else days
    return float(value)


def _days(words: str) -> float | None:
    """The days since 1970 of a date or a moment, or the part of a day of a time."""
    try:
        if len(words) == len("2026-11-24"):
            return float((date.fromisoformat(words) - EPOCH).days)
        if len(words) > len("2026-11-24"):
            moment = datetime.fromisoformat(words)
            return (moment.replace(tzinfo=None) - datetime(1970, 1, 1)) / DAY  # noqa: DTZ001 - local time, as it was answered
        clock = time.fromisoformat(words) if ":" in words else None
        return None if clock is None else (clock.hour * 60 + clock.minute) / 1440
    except ValueError:
        return None


def as_text(value: Value) -> str:
    """Return a value as text; a whole number without its point.

    >>> as_text(3.0)
    '3'
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isnan(value) or math.isinf(value):
            return {"nan": "NaN", "inf": "Infinity", "-inf": "-Infinity"}[str(value)]
        return str(int(value)) if value.is_integer() else repr(value)
    return value


def as_yes(value: Value) -> bool:
    """Return whether a value counts as yes: any text, any number but 0 and NaN."""
    if isinstance(value, float):
        return not math.isnan(value) and value != 0
    return bool(value)


def date_of(value: Value) -> str:
    """Return a value as a date, written as ISO 8601; an empty text if it is none."""
    days = as_number(value)
    try:
        return (EPOCH + timedelta(days=math.floor(days))).isoformat()
    except (ValueError, OverflowError):
        return ""
