"""What somebody gave as an answer: read as the question means it, or a reason why it doesn't fit.

Answers come from a form (text), from a phone that was offline (JSON) and from keyed paper; all are
read here, and only here. A `Misfit` names what is wrong; words for people are made by whoever shows
them, in their language.
"""

import math
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any

from alongside.engines.questions.contents import Choice, Question
from alongside.engines.questions.kinds import Kind

MOST_OF = {Kind.TEXT: 500, Kind.LONG_TEXT: 10_000}
WORDS_OF_PLACE = 300
LARGEST = 10**15


class Misfit(Exception):  # noqa: N818 - read as a noun where it is raised
    """An answer that doesn't fit. `code` says why; `limits` what would."""

    def __init__(self, code: str, **limits: Any) -> None:
        super().__init__(code)
        self.code, self.limits = code, limits


def is_empty(given: Any) -> bool:
    """Whether nothing was given: no text but blanks, no choice, no tick."""
    if isinstance(given, str):
        return not given.strip()
    if isinstance(given, Mapping):
        return all(is_empty(part) for part in given.values())
    return given is None or given is False or (isinstance(given, (list, tuple)) and not given)


def read_answer(question: Question, given: Any, choices: Sequence[Choice] = ()) -> Any:
    """Return the answer as JSON in the shape of its kind, or None where nothing was given.

    `choices` are those that can be chosen now. Raises Misfit.

    >>> read_answer(Question("age", Kind.WHOLE, {}), " 42 ")
    42
    """
    if is_empty(given):
        return None
    return READERS[question.kind](question, given, choices)


def _one(question: Question, given: Any, choices: Sequence[Choice]) -> str:
    if given not in [choice.name for choice in choices]:
        raise Misfit("not_a_choice")
    return str(given)


def _names(given: Any) -> list[str]:
    names = given.split() if isinstance(given, str) else given
    if not isinstance(names, (list, tuple)) or not all(isinstance(name, str) for name in names):
        raise Misfit("not_a_choice")
    return list(names)


def _several(question: Question, given: Any, choices: Sequence[Choice]) -> list[str]:
    names, known = set(_names(given)), [choice.name for choice in choices]
    if not names <= set(known):
        raise Misfit("not_a_choice")
    return [name for name in known if name in names]


def _ranking(question: Question, given: Any, choices: Sequence[Choice]) -> list[str]:
    names = _names(given)
    if sorted(names) != sorted(choice.name for choice in choices):
        raise Misfit("not_all_ranked")
    return names


def _number(given: Any) -> Decimal:
    if isinstance(given, bool) or not isinstance(given, (str, int, float)):
        raise Misfit("not_a_number")
    try:
        number = Decimal(str(given).strip().replace("\N{MINUS SIGN}", "-"))
    except InvalidOperation:
        raise Misfit("not_a_number") from None
    if not number.is_finite() or abs(number) > LARGEST:
        raise Misfit("not_a_number")
    return number


def _whole(question: Question, given: Any, choices: Sequence[Choice]) -> int:
    number = _number(given)
    if number != math.floor(number):
        raise Misfit("not_whole")
    return int(number)


def _decimal(question: Question, given: Any, choices: Sequence[Choice]) -> str:
    number = format(_number(given), "f")
    return number.rstrip("0").rstrip(".") or "0" if "." in number else number


def _scale(question: Question, given: Any, choices: Sequence[Choice]) -> int:
    number = _whole(question, given, choices)
    if number not in range(question.start, question.end + 1, question.step):
        raise Misfit("not_on_scale", start=question.start, end=question.end)
    return number


def _date(question: Question, given: Any, choices: Sequence[Choice]) -> str:
    try:
        return date.fromisoformat(given.strip()).isoformat()
    except (ValueError, AttributeError):
        raise Misfit("not_a_date") from None


def _time(question: Question, given: Any, choices: Sequence[Choice]) -> str:
    try:
        return time.fromisoformat(given.strip()).strftime("%H:%M")
    except (ValueError, AttributeError):
        raise Misfit("not_a_time") from None


def _text(question: Question, given: Any, choices: Sequence[Choice]) -> str:
    if not isinstance(given, str):
        raise Misfit("not_text")
    lines = unicodedata.normalize("NFC", given).replace("\r\n", "\n").replace("\r", "\n")
    if question.kind is Kind.TEXT:
        lines = " ".join(lines.split())
    kept = "".join(sign for sign in lines if sign == "\n" or unicodedata.category(sign) != "Cc")
    if len(kept) > MOST_OF[question.kind]:
        raise Misfit("too_long", most=MOST_OF[question.kind])
    return kept.strip()


def _place(question: Question, given: Any, choices: Sequence[Choice]) -> dict[str, str]:
    if not isinstance(given, Mapping):
        raise Misfit("not_a_place")
    place = {}
    words = given.get("words") or ""
    if not isinstance(words, str) or len(words) > WORDS_OF_PLACE:
        raise Misfit("too_long", most=WORDS_OF_PLACE)
    if words.strip():
        place["words"] = " ".join(words.split())
    if not is_empty(given.get("lat")) or not is_empty(given.get("lon")):
        place |= {"lat": _degrees(given.get("lat"), 90), "lon": _degrees(given.get("lon"), 180)}
    return place


def _degrees(given: Any, most: int) -> str:
    try:
        degrees = _number(given)
    except Misfit:
        raise Misfit("not_a_place") from None
    if abs(degrees) > most:
        raise Misfit("not_a_place")
    return format(degrees.quantize(Decimal("0.00001")), "f")


def _photo(question: Question, given: Any, choices: Sequence[Choice]) -> str:
    if not isinstance(given, str):
        raise Misfit("not_a_photo")
    return given


def _consent(question: Question, given: Any, choices: Sequence[Choice]) -> bool:
    if given not in (True, "true", "on", "yes", "OK"):
        raise Misfit("not_a_choice")
    return True


def _nothing(question: Question, given: Any, choices: Sequence[Choice]) -> None:
    raise Misfit("not_asked")


READERS = {
    Kind.ONE: _one,
    Kind.SEVERAL: _several,
    Kind.RANKING: _ranking,
    Kind.SCALE: _scale,
    Kind.WHOLE: _whole,
    Kind.DECIMAL: _decimal,
    Kind.DATE: _date,
    Kind.TIME: _time,
    Kind.TEXT: _text,
    Kind.LONG_TEXT: _text,
    Kind.PLACE: _place,
    Kind.PHOTO: _photo,
    Kind.CONSENT: _consent,
    Kind.NOTE: _nothing,
    Kind.WORKED_OUT: _nothing,
}
